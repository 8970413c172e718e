// What pages of a list hold when a client asks for less or more: some fields of each item, or how many there are.
import { expect } from 'chai'
import { routes } from '../../../../api/http/routes.ts'
import { pluralOf, resources } from '../../../../schemas/index.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { fillEmptyLists } from '../../../support/fill-empty-lists.ts'
import { refused } from '../../../support/refusal.ts'

describe('a page of a list', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    for (const name of ['acme', 'beta', 'gamma']) await api.create('organizations', { name })
    await api.create('custom_roles', { organization: 'acme', name: 'reader', permissions: [] })
    await api.create('org_memberships', { organization: 'acme', user: 'admin', roles: ['reader'] })
    await fillEmptyLists(api)
  })
  after(() => api.stop())

  const only = (item: Body, fields: readonly string[]) =>
    Object.fromEntries(['id', ...fields].filter((it) => it in item).map((it) => [it, item[it]]))

  for (const resource of resources) {
    const plural = pluralOf(resource)
    it(`shows with \`fields\` those of ${plural} and the id, each as without it`, async () => {
      const { items } = await api.read(plural)
      expect(items).not.to.have.length(0)
      const names = Object.keys(items[0])
      for (const fields of [...names.map((it) => [it]), names.slice(2, 5), names]) {
        const page = await api.read(`${plural}?fields=${fields}`)
        expect(page.items, `${fields}`).to.deep.equal(items.map((it: Body) => only(it, fields)))
      }
    })

    it(`counts with \`count=true\` all ${plural} that fit the filters, whatever the page`, async () => {
      const { items, ...rest } = await api.read(plural)
      expect(rest).to.deep.equal({ next_cursor: null })
      expect(await api.read(`${plural}?count=false`)).not.to.have.property('total_count')
      expect((await api.read(`${plural}?count=true&limit=1`)).total_count).to.equal(items.length)
      const { total_count } = await api.read(`${plural}?count=true&id=${items[0].id}`)
      expect(total_count).to.equal(1)
      expect((await api.read(`${plural}?count=true&id=nobody`)).total_count).to.equal(0)
    })
  }

  it('counts the same on every page, and continues as without the count', async () => {
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = 'limit=1&fields=name&count=true&sort=-key'
      const page: Body = await api.read(`organizations?${query}${cursor && `&cursor=${cursor}`}`)
      expect(page.total_count).to.equal(4)
      names.push(...page.items.map((it: Body) => it.name))
      cursor = page.next_cursor
    }
    expect(names).to.deep.equal(['gamma', 'default', 'beta', 'acme'])
  })

  it('counts for a member the organizations that the member sees', async () => {
    await api.create('users', { username: 'ada' })
    await api.create('org_memberships', { organization: 'beta', user: 'ada' })
    const { status, body } = await api.request('POST', '/v1/api_tokens', { user: 'ada' })
    expect(status).to.equal(201)
    const seen = await api.as(body.token)('GET', '/v1/organizations?count=true&fields=name')
    expect(seen.body.items.map((it: Body) => it.name)).to.deep.equal(['beta'])
    expect(seen.body.total_count).to.equal(1)
  })

  it('is asked with no parameter that only some lists know', () => {
    const shared = ['sort', 'fields', 'count', 'limit', 'cursor']
    for (const { parameters, id } of routes.filter((it) => it.does === 'list')) {
      expect(
        parameters.map((it) => it.name),
        id,
      ).to.include.members(shared)
    }
  })

  const wrong: [string, string][] = [
    ['fields=', 'fields'],
    ['fields=colour', 'fields'],
    ['fields=name,colour', 'fields'],
    ['fields=name,', 'fields'],
    ['fields=name&fields=id', 'fields'],
    ['fields=status.state', 'fields'],
    ['fields=token', 'fields'],
    ['fields=__proto__', 'fields'],
    ['count=', 'count'],
    ['count=1', 'count'],
    ['count=true&count=true', 'count'],
  ]
  for (const [query, attribute] of wrong) {
    it(`422 for ?${query}, naming the parameter`, () =>
      refused(api, ['GET', `/v1/workspace_providers?${query}`], { status: 422, code: 'invalid', attribute }))
  }

  it('422 for an unknown field names the field and those that there are', async () => {
    const { body } = await api.request('GET', '/v1/deployments?fields=id,colour')
    const empty = await api.request('GET', '/v1/deployments?fields=id,')
    expect(empty.body.detail).to.match(
      /^`fields` must be a list, separated by commas, of `id` or .*, not an empty text\.$/,
    )
    expect(body.detail).to.match(
      /^`fields` must be a list, separated by commas, of `id` or .*, not `colour`\.$/,
    )
  })
})
