// What site roles may do, in both directions, over the whole route table: a new route cannot escape.
import { expect } from 'chai'
import type { Route } from '../../../api/http/route.ts'
import { routes } from '../../../api/http/routes.ts'
import { type Api, type Ask, type Body, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

const urlOf = ({ path }: Route) => path.replaceAll(/\{\w+\}/g, 'nothing')
/** Open to whoever is authenticated: each item of its body is permitted, forbidden or ignored by itself. */
const isJudgedByItem = ({ does }: Route) => ['create_dry_runs', 'create_confirmations'].includes(does)
/** WP-10: it tells the configuration of a provider. */
const isConfiguration = ({ does }: Route) => ['read_manifest', 'read_new_manifest'].includes(does)
/** P12: everyone has their own. */
const isOfOwn = ({ resource }: Route) => resource?.name === 'api_token'
const closed = routes.filter((it) => !it.public && !isJudgedByItem(it))

describe('authorization', () => {
  let api: Api
  const ask: Record<string, Ask> = {}
  before(async () => {
    api = await startApi()
    for (const role of ['site_admin', 'site_manager', 'auditor', 'member']) {
      const username = role.replace('_', '-')
      await api.create('users', { username, site_roles: role === 'member' ? [] : [role] })
      ask[role] = api.as((await api.create('api_tokens', { user: username })).token)
    }
  })
  after(() => api.stop())

  const isForbidden = async (role: string, route: Route) =>
    (await ask[role]!(route.method, urlOf(route), route.body ? '{' : undefined)).status === 403

  for (const role of ['site_admin', 'site_manager']) {
    it(`a ${role} is let in at every route`, async () => {
      for (const route of closed) expect(await isForbidden(role, route), route.path).to.equal(false)
    })
  }

  it('WP-10 an auditor may not read what configures a provider in its cluster', async () => {
    for (const route of closed.filter(isConfiguration)) {
      const request = [route.method, urlOf(route)] as const
      await refused(api, [...request], { status: 403, code: 'forbidden' }, ask.auditor)
    }
  })

  it('an auditor may read everything else and change nothing but tokens of their own', async () => {
    for (const route of closed.filter((it) => !isOfOwn(it) && !isConfiguration(it))) {
      expect(await isForbidden('auditor', route), `${route.method} ${route.path}`).to.equal(
        route.method !== 'GET',
      )
      if (route.method === 'GET') continue
      const request = [route.method, urlOf(route), route.body ? {} : undefined] as const
      await refused(api, [...request], { status: 403, code: 'forbidden' }, ask.auditor)
    }
  })

  it('403 names the user, what may not be done and who may, in plain words, on every route', async () => {
    for (const route of closed.filter((it) => it.path !== '/v1/organizations' && !isOfOwn(it))) {
      const { body } = await ask.member!(route.method, urlOf(route), route.body ? {} : undefined)
      expect(body.detail, `${route.method} ${route.path}`).to.match(
        /^User `member` may not (list|create|read|update|create or replace|delete) [a-z ]+s: only site admins(, | and )site managers( and auditors)? may\.$/,
      )
    }
    const { body } = await ask.member!('POST', '/v1/organizations', { name: 'mine' })
    expect(body.detail).to.equal(
      'User `member` may not create organizations: only site admins and site managers may.',
    )
  })

  it('a member may list organizations, have tokens of their own, and nothing else', async () => {
    for (const route of closed) {
      const may = isOfOwn(route) || (route.method === 'GET' && route.path === '/v1/organizations')
      expect(await isForbidden('member', route), `${route.method} ${route.path}`).to.equal(!may)
    }
  })

  it('whoever is authenticated is let in where each item is permitted by itself', async () => {
    const open = routes.filter(isJudgedByItem)
    expect(open.map(({ id }) => id)).to.deep.equal(['createDryRuns', 'createConfirmations'])
    for (const role of Object.keys(ask))
      for (const route of open) expect(await isForbidden(role, route), role).to.equal(false)
  })

  it('a member lists the organizations of their own, whatever the filter', async () => {
    const { items: all } = await api.read('organizations')
    const listed = async (query = '') => {
      const { body } = await ask.member!('GET', `/v1/organizations${query}`)
      return body.items.map((it: Body) => it.name)
    }
    expect(await listed()).to.deep.equal([])
    await api.create('organizations', { name: 'mine' })
    await api.create('org_memberships', { organization: 'mine', user: 'member' })
    expect(await listed()).to.deep.equal(['mine'])
    expect(await listed(`?id=${all[0].id}`)).to.deep.equal([])
    expect(await listed('?name=default')).to.deep.equal([])
    await api.request('DELETE', '/v1/org_memberships/mine/member')
    expect(await listed()).to.deep.equal([])
  })

  it('an auditor lists every organization', async () => {
    const { body } = await ask.auditor!('GET', '/v1/organizations')
    expect(body.items.map((it: Body) => it.name)).to.include('default')
  })
})
