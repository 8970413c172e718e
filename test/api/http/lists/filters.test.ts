// Filters of lists: each finds exactly what its answer shows, for every resource, whatever the value looks like.
import { expect } from 'chai'
import { filtersOf } from '../../../../api/http/lists/filters.ts'
import { routes } from '../../../../api/http/routes.ts'
import { pluralOf, resources } from '../../../../schemas/index.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { fillEmptyLists } from '../../../support/fill-empty-lists.ts'
import { refused } from '../../../support/refusal.ts'

const places = resources.map((resource) => [resource, pluralOf(resource)] as const)
const parametersOf = (resource: Resource) =>
  routes.find((it) => it.resource === resource && it.does === 'list')!.parameters

describe('a filter of a list', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    for (const name of ['acme', 'acme-2', 'beta']) await api.create('organizations', { name })
    await api.request('PATCH', '/v1/organizations/beta', {
      allowed_regions: ['eu', 'us'],
      icon: 'https://a.io',
    })
    for (const username of ['ada', 'adam', 'bob']) await api.create('users', { username })
    await api.request('PATCH', '/v1/users/ada', { email: 'ada@example.com', site_roles: ['auditor'] })
    for (const organization of ['acme', 'beta']) {
      await api.create('custom_roles', { organization, name: 'reviewer', permissions: [] })
      await api.create('org_memberships', { organization, user: 'ada', roles: ['reviewer'] })
    }
    await api.create('org_memberships', {
      organization: 'acme',
      user: 'bob',
      roles: ['organization-admin', 'reviewer'],
    })
    await api.create('org_memberships', { organization: 'acme', user: 'adam' })
    for (const workspace_provider of [null, 'built-in']) {
      await api.create('org_quotas', {
        organization: 'acme',
        scope: 'member',
        workspace_provider,
        limits: { cpu: '1' },
      })
    }
    const cluster = { server: 'https://gpu.example.com' }
    for (const region of [null, 'null', 'eu']) {
      const name = `gpu-${region ?? 'none'}`
      await api.create('workspace_providers', { name, region, namespace: name, cluster })
    }
    await api.request('PATCH', '/v1/workspace_providers/gpu-eu', { allowed_organizations: ['acme', 'beta'] })
    await fillEmptyLists(api)
  })
  after(() => api.stop())

  const listed = async (plural: string, query = ''): Promise<Body[]> =>
    (await api.read(`${plural}?limit=500&${query}`)).items
  const ids = (items: Body[]) => items.map((it) => it.id)
  const shown = (item: Body, path: string) =>
    path.split('.').reduce((it: Body | undefined, part) => it?.[part], item)

  it('has a name of its own in every list', () => {
    for (const resource of resources) {
      const names = parametersOf(resource).map((it) => it.name)
      expect(names, resource.name).to.deep.equal([...new Set(names)])
    }
  })

  for (const [resource, plural] of places) {
    it(`finds, in ${plural}, by each value that an answer shows exactly those that show it`, async () => {
      const all = await listed(plural)
      expect(all).not.to.have.length(0)
      for (const { name, shape } of filtersOf(resource)) {
        if (name === 'labels' || /\.(null|prefix)$/.test(name)) continue
        const values = new Set(all.flatMap((it) => shown(it, name)).filter((it) => it !== null && it !== ''))
        if (shape.kind === 'boolean') values.add(true as never).add(false as never)
        for (const value of values) {
          const those = all.filter((it) => [shown(it, name)].flat().includes(value as never))
          const found = await listed(plural, `${name}=${encodeURIComponent(String(value))}`)
          expect(ids(found), `${name}=${value}`).to.deep.equal(ids(those))
        }
      }
    })

    const nullable = filtersOf(resource).flatMap(({ name }) => /^(.*)\.null$/.exec(name)?.[1] ?? [])
    if (nullable.length > 0)
      it(`tells null from every text in ${plural}: \`<attribute>.null\` finds those without, or those with it`, async () => {
        const all = await listed(plural)
        for (const attribute of nullable) {
          const name = `${attribute}.null`
          const without = all.filter((it) => it[attribute] === null)
          const those = all.filter((it) => it[attribute] !== null)
          expect(ids(await listed(plural, `${name}=true`)), `${name}=true`).to.deep.equal(ids(without))
          expect(ids(await listed(plural, `${name}=false`)), `${name}=false`).to.deep.equal(ids(those))
        }
      })

    const last = resource.key.at(-1)
    if (last !== undefined)
      it(`finds by a prefix of the last part of the key of ${plural} those whose name begins so`, async () => {
        const all = await listed(plural)
        const whole = all.map((it) => it[last]).filter((it): it is string => it !== null)
        for (const prefix of new Set(
          whole.flatMap((it) => [it, it.slice(0, 1), it.slice(0, -1), `${it}-`]),
        )) {
          const those = all.filter((it) => it[last]?.startsWith(prefix))
          expect(ids(await listed(plural, `${last}.prefix=${prefix}`)), prefix).to.deep.equal(ids(those))
        }
      })
  }

  it('by region `null` finds the region of that name, and by `region.null` the providers without one', async () => {
    const names = async (query: string) => (await listed('workspace_providers', query)).map((it) => it.name)
    expect(await names('region=null')).to.deep.equal(['gpu-null'])
    expect(await names('region.null=true')).to.deep.equal(['built-in', 'gpu-none'])
    expect(await names('region.null=false&name.prefix=gpu-e')).to.deep.equal(['gpu-eu'])
  })

  it('by role finds the members who hold the role, by name, id or other spelling of the role', async () => {
    const users = async (query: string) => (await listed('org_memberships', query)).map((it) => it.user)
    const role = await api.read('custom_roles/acme/reviewer')
    expect(await users(`roles=${role.id}`)).to.deep.equal(['ada', 'bob'])
    expect(await users('roles=reviewer&organization=beta')).to.deep.equal(['ada'])
    for (const spelling of ['organization_manager', 'organization-admin']) {
      expect(await users(`organization=acme&roles=${spelling}`)).to.deep.equal(['bob'])
    }
    expect(await users('organization=acme&roles=organization_member')).to.deep.equal(['ada', 'adam', 'bob'])
  })

  it('by prefix takes every character for itself, up to the last one of Unicode', async () => {
    for (const prefix of ['%', '_', '\\', 'a%', '\u{10ffff}', 'a\u{10ffff}', '\ud7ff', 'ü']) {
      expect(await listed('users', `username.prefix=${encodeURIComponent(prefix)}`), prefix).to.deep.equal([])
    }
  })

  const wrong: [string, string, string][] = [
    ['workspace_providers', 'region.null=maybe', 'region.null'],
    ['workspace_providers', 'region.null=', 'region.null'],
    ['workspace_providers', 'region.null=true&region.null=true', 'region.null'],
    ['workspace_providers', 'name.null=true', 'name.null'],
    ['workspace_providers', 'name.prefix=', 'name.prefix'],
    ['workspace_providers', 'name.prefix=%00', 'name.prefix'],
    ['workspace_providers', 'region.prefix=e', 'region.prefix'],
    ['workspace_providers', 'status=ready', 'status'],
    ['workspace_providers', 'status.state=fine', 'status.state'],
    ['workspace_providers', 'status.message=x', 'status.message'],
    ['workspace_providers', 'token=x', 'token'],
    ['workspace_providers', 'token.null=true', 'token.null'],
    ['users', 'site_roles=member', 'site_roles'],
    ['organizations', 'reconciled=1', 'reconciled'],
  ]
  for (const [plural, query, attribute] of wrong) {
    it(`422 for /v1/${plural}?${query}, naming the parameter`, () =>
      refused(api, ['GET', `/v1/${plural}?${query}`], { status: 422, code: 'invalid', attribute }))
  }
})
