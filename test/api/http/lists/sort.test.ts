// The order of lists: by key or by time, either way round, the same on pages of any size.
import { expect } from 'chai'
import { sorts } from '../../../../api/database/read/order.ts'
import { pluralOf, resources } from '../../../../schemas/index.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { refused } from '../../../support/refusal.ts'

describe('a list with `sort`', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    for (const name of ['beta', 'acme', 'gamma']) await api.create('organizations', { name })
    for (const organization of ['gamma', 'acme', 'beta']) {
      await api.create('org_memberships', { organization, user: 'admin' })
      await api.create('custom_roles', { organization, name: 'reader', permissions: [] })
      await api.create('org_quotas', { organization, scope: 'member', limits: { cpu: '1' } })
    }
    const cluster = { server: 'https://gpu.example.com' }
    await api.create('workspace_providers', { name: 'a', namespace: 'a', cluster })
    const many = Array.from({ length: 12 }, (_, i) => ({ username: `u-${(i * 7) % 12}` }))
    await Promise.all(many.map((it) => api.create('users', it)))
    // One time for all: what else tells them apart?
    await api.database.run(
      `update "user" set created_at = '2026-01-01T00:00:00.000Z' where username < 'u-5'`,
      [],
    )
    // Closer together than an answer shows.
    await api.database.run(
      `update "user" set created_at = '2026-01-02T00:00:00Z'::timestamptz + generation * interval '7 microseconds'
       where username like 'u-1%'`,
      [],
    )
    await api.request('PATCH', '/v1/users/u-3', { name: 'Later' })
    await api.request('PATCH', '/v1/organizations/beta', { description: 'later' })
  })
  after(() => api.stop())

  const pages = async (path: string, between: () => Promise<unknown> = async () => {}) => {
    const items: Body[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Body = await api.read(`${path}${cursor && `&cursor=${cursor}`}`)
      items.push(...page.items)
      cursor = page.next_cursor
      await between()
    }
    return items
  }
  const ids = (items: Body[]) => items.map((it) => it.id)

  for (const resource of resources) {
    const plural = pluralOf(resource)
    for (const sort of sorts) {
      it(`shows ${plural} by ${sort} on pages of any size, each once`, async () => {
        const whole = await pages(`${plural}?sort=${sort}&limit=500`)
        expect(ids(whole)).to.have.members(ids((await api.read(`${plural}?limit=500`)).items))
        for (const limit of [1, 2, 5]) {
          expect(ids(await pages(`${plural}?sort=${sort}&limit=${limit}`))).to.deep.equal(ids(whole))
        }
        const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`
        expect(ids(await pages(`${plural}?sort=${other}&limit=500`))).to.deep.equal(ids(whole).reverse())
        if (!sort.endsWith('_at')) return
        const times = whole.map((it) => it[sort.replace('-', '')])
        const sorted = times.toSorted()
        expect(times).to.deep.equal(sort.startsWith('-') ? sorted.reverse() : sorted)
      })
    }
  }

  it('is in the order of the key without it', async () => {
    for (const plural of resources.map(pluralOf)) {
      const { items } = await api.read(`${plural}?sort=key`)
      expect((await api.read(plural)).items, plural).to.deep.equal(items)
    }
  })

  it('by time neither repeats nor hides what stays, whatever comes and goes between its pages', async () => {
    const before = ids(await pages('users?sort=-created_at&limit=500'))
    let round = 0
    const seen = ids(
      await pages('users?sort=-created_at&limit=2', async () => {
        await api.create('users', { username: `come-${round}` })
        if (round > 0) await api.request('DELETE', `/v1/users/come-${round - 1}`)
        round += 1
      }),
    )
    expect(seen).to.deep.equal(before)
  })

  it('keeps its filters', async () => {
    const found = await pages('organizations?sort=-key&name.prefix=a&limit=1')
    expect(found.map((it) => it.name)).to.deep.equal(['acme'])
  })

  const sealed = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

  it('422 for the cursor of another order, which names that order', async () => {
    const { next_cursor } = await api.read('users?sort=-created_at&limit=1')
    for (const sort of ['', '&sort=key', '&sort=created_at', '&sort=-updated_at']) {
      const problem = await api.request('GET', `/v1/users?cursor=${next_cursor}${sort}`)
      expect(problem.status, sort).to.equal(422)
      expect(problem.body).to.include({
        code: 'invalid',
        attribute: 'cursor',
        detail: 'This cursor continues a list with `sort=-created_at`. Give every page the same `sort`.',
      })
    }
  })

  it('422 for the cursor of another list, whatever its order', async () => {
    for (const sort of ['key', '-key', 'created_at', '-updated_at']) {
      const { next_cursor } = await api.read(`users?sort=${sort}&limit=1`)
      const path = `/v1/organizations?sort=${sort}&cursor=${next_cursor}`
      await refused(api, ['GET', path], { status: 422, code: 'invalid', attribute: 'cursor' })
    }
  })

  it('422 for a cursor whose time is none', async () => {
    for (const time of [
      'yesterday',
      '',
      '2026-02-30T00:00:00.000Z',
      '0000-01-01T00:00:00.000Z',
      '2026-01-01',
      '1',
    ]) {
      const cursor = sealed('user', 'created_at', time, 'usr_0000000000000000')
      const path = `/v1/users?sort=created_at&cursor=${cursor}`
      await refused(api, ['GET', path], { status: 422, code: 'invalid', attribute: 'cursor' })
    }
  })

  for (const sort of ['name', '+key', '-', '', 'key,created_at', 'KEY', 'constructor']) {
    it(`422 for ?sort=${sort}, naming the parameter`, () =>
      refused(api, ['GET', `/v1/users?sort=${encodeURIComponent(sort)}`], {
        status: 422,
        code: 'invalid',
        attribute: 'sort',
      }))
  }
})
