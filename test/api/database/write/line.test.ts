// Whole lists down the lines of the verbs: the rows are those of one write after the other, and the statements are few.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Item } from '../../../../api/database/write/line.ts'
import { writeList } from '../../../support/database/write-list.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

type Verb = Parameters<typeof writeList>[1]['verb']
type Asked = Parameters<typeof writeList>[1]['asked'][number]
/** One write of one object after the other, or all of a noun in one list. */
type Step = { verb: Verb; noun: string; asked: readonly Asked[] }

const numbers = (count: number) => [...Array(count).keys()]
const organizations = ['acme', 'beta', 'gamma']
const inEach = <T>(count: number, make: (organization: string, index: number) => T): T[] =>
  numbers(count).map((index) => make(organizations[index % organizations.length]!, index))

const users: Step = {
  verb: 'create',
  noun: 'user',
  asked: numbers(50).map((index) => ({
    body: { username: `user-${index}`, email: `User-${index}@example.com` },
  })),
}
const roles: Step = {
  verb: 'create',
  noun: 'custom_role',
  asked: inEach(20, (organization, index) => ({
    body: {
      organization,
      name: `role-${Math.floor(index / organizations.length)}`,
      permissions: [{ resource: 'workspace', action: 'read', scope: index % 2 ? 'own' : 'all' }],
    },
  })),
}
const members: Step = {
  verb: 'put',
  noun: 'org_membership',
  asked: inEach(50, (organization, index) => ({
    body: { organization, user: `user-${index}`, roles: index % 2 ? ['role-0', 'role-1'] : ['role-2'] },
  })),
}
/** Everything that a list can be: rows that come, stay, change, lose references and go. */
const steps: readonly Step[] = [
  { verb: 'create', noun: 'organization', asked: organizations.map((name) => ({ body: { name } })) },
  users,
  roles,
  members,
  {
    verb: 'put',
    noun: 'org_membership',
    asked: inEach(50, (organization, index) => ({
      body: { organization, user: `user-${index}`, roles: index < 25 ? ['role-3'] : ['role-2'] },
    })),
  },
  {
    verb: 'update',
    noun: 'user',
    asked: numbers(30).map((index) => ({
      address: [`user-${index}`],
      body:
        index % 3 ? { name: `Name ${index}`, suspended: index % 2 === 0 } : { username: `renamed-${index}` },
    })),
  },
  {
    verb: 'update',
    noun: 'organization',
    asked: organizations.map((name) => ({
      address: [name],
      body: { labels: { tier: name }, allowed_regions: name === 'acme' ? ['eu'] : null },
    })),
  },
  {
    verb: 'delete',
    noun: 'custom_role',
    asked: organizations.map((organization) => ({ address: [organization, 'role-0'] })),
  },
  { verb: 'delete', noun: 'user', asked: numbers(20).map((index) => ({ address: [`user-${30 + index}`] })) },
]

const told = ({ verb, refusal, answer }: Item) =>
  refusal
    ? `${refusal.code} ${refusal.attribute}`
    : answer === 'gone'
      ? 'gone'
      : `${verb} ${answer !== undefined}`

describe('a line of stages', () => {
  let writers: Writer[] = []
  const open = async () => {
    const writer = await openWriter()
    writers.push(writer)
    return writer
  }
  afterEach(async () => {
    await Promise.all(writers.map(({ database }) => database.close()))
    writers = []
  })

  /** Every row but for ids, times, sequence numbers and digests of ids; what refers to a row says its name. */
  const rowsOf = async (database: Database) => {
    const tables = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('migration', 'token', 'revoked_token', 'deployment') order by 1`,
    )
    const rows = await Promise.all(
      tables.map(async ({ name }) => [name, await database.query(`select * from "${name}"`)] as const),
    )
    const named = new Map<string, string>()
    for (const [, all] of rows)
      for (const row of all)
        if (row.id) named.set(row.id as string, String(row.username ?? row.name ?? 'row'))
    const plain = (row: Record<string, unknown>) =>
      JSON.stringify(row, (key, value) =>
        ['id', 'seq', 'shard'].includes(key) || key.endsWith('_at') || key === 'receipt_digest'
          ? null
          : typeof value === 'string'
            ? (named.get(value) ?? value)
            : value,
      )
    return Object.fromEntries(rows.map(([name, all]) => [name, all.map(plain).sort()]))
  }

  it('B5 leaves the rows that one write after the other leaves, receipts included', async () => {
    const [listed, single] = [await open(), await open()]
    for (const { verb, noun, asked } of steps) {
      const { items } = await writeList(listed.database, { verb, noun, asked, actor: listed.how.actor })
      const ones: Item[] = []
      for (const it of asked) {
        const one = { verb, noun, asked: [it], actor: single.how.actor }
        ones.push(...(await writeList(single.database, one)).items)
      }
      expect(items.map(told), `${verb} ${noun}`).to.deep.equal(ones.map(told))
      expect(items.filter(({ refusal }) => refusal)).to.deep.equal([])
    }
    expect(await rowsOf(listed.database)).to.deep.equal(await rowsOf(single.database))
  })

  it('costs no more statements for a list than for three objects, by every verb', async () => {
    const [long, short] = [await open(), await open()]
    for (const { verb, noun, asked } of steps) {
      const three = asked.slice(0, 3)
      const all = await writeList(long.database, { verb, noun, asked, actor: long.how.actor })
      const few = await writeList(short.database, { verb, noun, asked: three, actor: short.how.actor })
      if (three.length < asked.length) {
        const rest = asked.slice(three.length)
        await writeList(short.database, { verb, noun, asked: rest, actor: short.how.actor })
      }
      // Users whose ids are below and above the writer's are locked before and after the writer.
      const most = few.statements.length + (noun === 'user' ? 1 : 0)
      expect(all.statements.length, `${verb} ${noun}`).to.be.at.most(most)
      expect(all.statements.length, `${verb} ${noun}`).to.be.at.most(13)
    }
  })

  it('keeps each refusal with its item, and writes the others', async () => {
    const { database, how } = await open()
    const list = (verb: Verb, noun: string, asked: readonly Asked[]) =>
      writeList(database, { verb, noun, asked, actor: how.actor })
    for (const step of steps.slice(0, 3)) await writeList(database, { ...step, actor: how.actor })
    await list('update', 'organization', [{ address: ['gamma'], body: { cordon_reason: 'closing' } }])
    const created = await list('create', 'org_membership', [
      { body: { organization: 'acme', user: 'user-1' } },
      { body: { organization: 'acme', user: 'nobody' } },
      { body: { organization: 'acme', user: 'user-1', roles: ['role-0'] } },
      { body: { organization: 'gamma', user: 'user-1' } },
      { body: { organization: 'beta', user: 'user-2', roles: ['role-0', 'role-9'] } },
      { body: { organization: 'nowhere', user: 'user-2' } },
      { body: { organization: 'beta', user: 'user-2', roles: ['role-0'] } },
    ])
    expect(created.items.map(told)).to.deep.equal([
      'create true',
      'unresolved user',
      'taken user',
      'cordoned organization',
      'unresolved roles[1]',
      'unresolved organization',
      'create true',
    ])
    const more = await list('create', 'user', [
      { body: { username: 'user-0', email: 'other@example.com' } },
      { body: { username: 'fresh', email: 'user-0@example.com' } },
      { body: { username: 'newcomer' } },
    ])
    expect(more.items.map(told)).to.deep.equal(['taken username', 'taken email', 'create true'])
    expect(more.items[1]!.refusal!.existing!.key).to.equal('user-0')
    const changed = await list('update', 'user', [
      { address: ['user-3'], body: { username: 'user-4' } },
      { address: ['gone'], body: { name: 'x' } },
      { address: ['user-5'], body: { name: 'x' }, ifMatch: 7 },
      { address: ['user-6'], body: { email: 'user-7@example.com' } },
      { address: ['user-8'], body: { name: 'y' } },
    ])
    expect(changed.items.map(told)).to.deep.equal([
      'taken username',
      'not_found undefined',
      'stale undefined',
      'taken email',
      'update true',
    ])
    const deleted = await list('delete', 'organization', [
      { address: ['default'] },
      { address: ['beta'] },
      { address: ['nowhere'] },
    ])
    expect(deleted.items.map(told)).to.deep.equal(['is_default undefined', 'gone', 'not_found undefined'])
    const [left] = await database.query<{ count: number }>(
      `select count(*) from org_membership m join "user" u on u.id = m.user_id where u.username = 'user-1'`,
    )
    expect(Number(left!.count)).to.equal(1)
  })

  it('S9 finds again in a list what the same list made, and refuses what somebody else made', async () => {
    const { database, how } = await open()
    const first = await writeList(database, { ...users, actor: how.actor })
    await writeList(database, {
      verb: 'update',
      noun: 'user',
      asked: [{ address: ['user-3'], body: { name: 'x' } }],
      actor: how.actor,
    })
    const again = await writeList(database, { ...users, actor: how.actor })
    expect(again.items.map(({ answer, refusal }) => (answer ? 'found' : refusal!.code))).to.deep.equal(
      numbers(50).map((index) => (index === 3 ? 'taken' : 'found')),
    )
    const ids = (items: Item[]) => items.map((it) => (it.answer === 'gone' ? '' : it.answer?.value.id))
    const all = ids(first.items)
    expect(ids(again.items)).to.deep.equal(all.map((id, index) => (index === 3 ? undefined : id)))
  })
})
