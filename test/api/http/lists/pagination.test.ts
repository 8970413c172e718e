// Pages of a list: complete, in the order of the natural key, and stable while others write.
import { expect } from 'chai'
import { filtersOf } from '../../../../api/http/lists/filters.ts'
import { pluralOf, resources } from '../../../../schemas/index.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { refused } from '../../../support/refusal.ts'

describe('lists', () => {
  let api: Api
  const names = Array.from({ length: 25 }, (_, i) => `page-${String(i).padStart(2, '0')}`)
  before(async () => {
    api = await startApi()
    await Promise.all(names.map((username) => api.create('users', { username, service_account: true })))
  })
  after(() => api.stop())

  const pages = async (query: string, between: () => Promise<unknown> = async () => {}) => {
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Body = await api.read(`users?${query}${cursor && `&cursor=${cursor}`}`)
      names.push(...page.items.map((it: Body) => it.username))
      cursor = page.next_cursor
      await between()
    }
    return names
  }

  it('pages of any size come to the same, once each, in the order of the key', async () => {
    const whole = (await api.read('users')).items.map((it: Body) => it.username)
    expect(whole).to.include.members(['admin', ...names])
    expect(whole).to.deep.equal([...whole].sort())
    for (const limit of [1, 7, 13, 26, 500]) expect(await pages(`limit=${limit}`)).to.deep.equal(whole)
  })

  it('a filter holds on every page', async () => {
    expect(await pages('service_account=true&limit=10')).to.deep.equal(names)
    const people = await pages('service_account=false&limit=1')
    expect(people).to.include('admin')
    expect(people.filter((it) => names.includes(it))).to.deep.equal([])
  })

  it('rows that come and go meanwhile neither repeat nor hide another', async () => {
    const before = await pages('limit=500')
    let round = 0
    const seen = await pages('limit=5', async () => {
      await api.create('users', { username: `aa-${round}` })
      await api.create('users', { username: `zz-${round}` })
      await api.request('DELETE', `/v1/users/aa-${round++}`)
    })
    expect(new Set(seen)).to.have.property('size', seen.length)
    expect(seen).to.include.members(before)
  })

  it('what is listed is what is read', async () => {
    for (const resource of resources) {
      const plural = pluralOf(resource)
      for (const item of (await api.read(`${plural}?limit=3`)).items) {
        expect(await api.read(`${plural}/${item.id}`), plural).to.deep.equal(item)
      }
    }
  })

  it('every filter of every resource is understood, and finds nothing for nonsense', async () => {
    for (const resource of resources) {
      for (const { name, shape } of filtersOf(resource)) {
        const choices = shape.kind === 'text' && shape.oneOf ? shape.oneOf : ['nonsense']
        const value = name === 'labels' ? 'a=nonsense' : shape.kind === 'boolean' ? 'true' : choices[0]
        const { items } = await api.read(`${pluralOf(resource)}?${name}=${value}`)
        if (value === 'nonsense') expect(items, `${resource.name} ${name}`).to.deep.equal([])
      }
    }
  })

  const wrong: [string, string][] = [
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=', 'limit'],
    ['limit=99999999999999999999', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['cursor=', 'cursor'],
    ['cursor=WyJhIiwiYiJd', 'cursor'],
    ['cursor=WzFd', 'cursor'],
    ['cursor=WyJcdTAwMDAiXQ', 'cursor'],
    ['username=a&username=b', 'username'],
    ['username=', 'username'],
    ['suspended=maybe', 'suspended'],
    ['colour=red', 'colour'],
    ['site_roles=owner', 'site_roles'],
    ['__proto__=x', '__proto__'],
    ['labels=a=b', 'labels'],
  ]
  for (const [query, attribute] of wrong) {
    it(`422 for ?${query}, naming the parameter`, () =>
      refused(api, ['GET', `/v1/users?${query}`], { status: 422, code: 'invalid', attribute }))
  }

  it('422 for a cursor where there is one object and never a next page', () =>
    refused(api, ['GET', '/v1/deployments?cursor=W10'], {
      status: 422,
      code: 'invalid',
      attribute: 'cursor',
    }))

  it('422 for labels that are no pair, and for more than 500 ids', async () => {
    const expected = { status: 422, code: 'invalid' }
    await refused(api, ['GET', '/v1/organizations?labels=team'], { ...expected, attribute: 'labels' })
    await refused(api, ['GET', '/v1/organizations?labels==x'], { ...expected, attribute: 'labels' })
    const ids = Array.from({ length: 501 }, () => 'id=org_0000000000000000').join('&')
    await refused(api, ['GET', `/v1/organizations?${ids}`], { ...expected, attribute: 'id' })
    expect((await api.request('GET', `/v1/organizations?${ids.slice(24)}`)).status).to.equal(200)
  })
})
