// Pages of a list, read while others write.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const user = resourceNamed('user')
const org_quota = resourceNamed('org_quota')

describe('a list', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  before(async () => {
    ;({ database, store, how } = await openWriter())
    const names = [...Array(30).keys()].map((number) => `user-${String(number).padStart(2, '0')}`)
    for (const username of names) await store.create(user, { username }, how)
  })
  after(() => database.close())

  const page = async (cursor?: string, filters = {}) => {
    const { items, next_cursor } = await store.list(user, { actor: how.actor, filters, limit: 7, cursor })
    return { names: items.map(({ value }) => value.username as string), next_cursor }
  }

  it('refuses a cursor that was not given here', async () => {
    for (const cursor of ['nonsense', btoa('["a","b"]'), btoa('[1]'), btoa('{}')]) {
      expect((await refusal(page(cursor))).attribute, cursor).to.equal('cursor')
    }
  })

  it('shows everything that stays exactly once, whatever comes and goes between its pages', async () => {
    const seen: string[] = []
    for (let cursor: string | undefined, number = 0; ; number += 1) {
      const { names, next_cursor } = await page(cursor)
      seen.push(...names)
      if (next_cursor === null) break
      cursor = next_cursor
      await store.create(user, { username: `aaa-${number}` }, how)
      await store.create(user, { username: `zzz-${number}` }, how)
      // The row that the cursor points behind is gone when the next page is asked for.
      if (number === 1) await store.delete(user, [names.at(-1)!], how)
    }
    const stayed = seen.filter((name) => name.startsWith('user-'))
    expect(stayed).to.have.length(30)
    expect(new Set(seen).size).to.equal(seen.length)
    expect(seen).to.deep.equal(seen.toSorted())
  })

  it('comes in the order of bytes, a key whose last part is absent before the others', async () => {
    await store.create(user, { username: 'b.c' }, how)
    await store.create(user, { username: 'b-c' }, how)
    const limits = { cpu: '1' }
    await store.create(org_quota, { scope: 'member', workspace_provider: 'built-in', limits }, how)
    await store.create(org_quota, { scope: 'member', limits }, how)
    await store.create(org_quota, { scope: 'organization', limits }, how)
    const { names } = await page(undefined, { username: ['b.c', 'b-c'] })
    expect(names).to.deep.equal(['b-c', 'b.c'])
    const quotas: unknown[] = []
    for (let cursor: string | undefined; cursor !== null; ) {
      const { items, next_cursor }: Awaited<ReturnType<Store['list']>> = await store.list(org_quota, {
        actor: how.actor,
        filters: {},
        limit: 1,
        cursor,
      })
      quotas.push(...items.map(({ value }) => [value.scope, value.workspace_provider]))
      if (next_cursor === null) break
      cursor = next_cursor
    }
    expect(quotas).to.deep.equal([
      ['member', null],
      ['member', 'built-in'],
      ['organization', null],
    ])
  })
})
