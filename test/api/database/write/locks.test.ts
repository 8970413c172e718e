// What locks are for: no change of a row is lost, and no two lists wait for each other in a ring.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import { markWritten } from '../../../../api/database/status/placements.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { actorWith, api_token, issueToken } from '../../../support/database/tokens.ts'
import { writeList } from '../../../support/database/write-list.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'
import { until } from '../../../support/until.ts'

const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')
const organization = resourceNamed('organization')
const ten = [...Array(10).keys()]

describe('locks', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
  })
  afterEach(() => database.close())

  /** The rings that PostgreSQL broke: a write that was caught in one is begun anew, so that nobody is told. */
  const rings = async () => {
    const [row] = await database.query<{ deadlocks: string }>(
      `select pg_stat_force_next_flush(), deadlocks from pg_stat_database where datname = current_database()`,
    )
    return Number(row!.deadlocks)
  }
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const claim = (name: string) => ({ name, namespace: name, cluster: { server: 'https://k.example.com' } })
  /** Somebody else keeps what `statement` locks until enough writes wait, so that all have read before any has written. */
  const whileHeld = async <T>(statement: string, waiting: number, work: () => Promise<T>): Promise<T> => {
    const other = await database.connect()
    await other.query('begin')
    await other.query(statement)
    const end = work()
    await until(async () => expect(await database.run(waits)).to.be.at.least(waiting))
    await other.query('rollback')
    await other.end()
    return end
  }
  const tableHeld = 'lock table workspace_provider in share mode'

  it('S6 keep every one of ten merge patches of a row at the same moment', async () => {
    await store.create(workspace_provider, claim('far'), how)
    const patch = (key: number) =>
      store.update(workspace_provider, ['far'], { labels: { [`k${key}`]: 'x' } }, how)
    await whileHeld(tableHeld, 2, () => Promise.all(ten.map(patch)))
    const { labels, generation } = (await store.read(workspace_provider, ['far'], how.actor))!.value
    expect([Object.keys(labels as object).sort(), generation]).to.deep.equal([ten.map((it) => `k${it}`), 11])
  })

  it('S6 count every one of ten PUTs of a row at the same moment', async () => {
    await store.create(workspace_provider, claim('far'), how)
    const put = (key: number) => store.put(workspace_provider, { ...claim('far'), region: `r${key}` }, how)
    await whileHeld(tableHeld, 2, () => Promise.all(ten.map(put)))
    expect((await store.read(workspace_provider, ['far'], how.actor))!.generation).to.equal(11)
  })

  it('TF-06 put an organization on the list whose entry was deleted while the list was compared', async () => {
    await store.create(organization, { name: 'acme' }, how)
    await store.create(workspace_provider, claim('far'), how)
    await store.create(entry, { workspace_provider: 'far', organization: 'acme' }, how)
    await whileHeld('lock table workspace_provider_allowlist_entry in share mode', 2, async () => {
      const deletion = store.delete(entry, ['far', 'acme'], how)
      await until(async () => expect(await database.run(waits)).to.equal(1))
      const listed = { allowed_organizations: ['acme'] }
      await Promise.all([deletion, store.update(workspace_provider, ['far'], listed, how)])
    })
    const { value } = (await store.read(workspace_provider, ['far'], how.actor))!
    expect(value.allowed_organizations).to.deep.equal(['acme'])
  })

  describe('S13 of a placement', () => {
    const held =
      "select from placement x join organization o on o.id = x.owner_id where o.name = 'acme' for update of x"
    let provider: string
    let acme: string
    beforeEach(async () => {
      acme = (await store.create(organization, { name: 'acme' }, how)).item.value.id as string
      const [row] = await database.query<{ id: string }>('select id from workspace_provider where built_in')
      provider = row!.id
    })
    afterEach(() => database.run('delete from organization where id = $1', [acme]))
    /** As a turn does before its first request. */
    const mark = () =>
      database.transaction((session) =>
        markWritten(session, provider, [{ organization: acme, namespace: 'acme' }]),
      )
    const remove = () => store.delete(organization, ['acme'], how)
    const second = (work: () => Promise<unknown>) => async () => {
      await until(async () => expect(await database.run(waits)).to.equal(1))
      return work()
    }

    it('keep what a turn is about to write, when the turn comes first', async () => {
      const [marked, end] = await whileHeld(held, 2, () => Promise.all([mark(), second(remove)()]))
      expect([...marked]).to.deep.equal([acme])
      expect(end).not.to.equal('gone')
      const { items } = await store.list(entry, {
        actor: how.actor,
        filters: { organization: ['acme'] },
        limit: 9,
      })
      expect(items.map(({ value }) => value.deleting)).to.deep.equal([true])
    })

    it('keep a turn from writing, when the delete comes first, whose row is then gone at once', async () => {
      const [end, marked] = await whileHeld(held, 2, () =>
        Promise.all([remove(), second(mark)() as ReturnType<typeof mark>]),
      )
      expect(end).to.equal('gone')
      expect([...marked]).to.deep.equal([])
    })
  })

  it('let lists that want the same keys, from both ends, wait for each other in no ring', async () => {
    const before = await rings()
    for (const round of [1, 2, 3]) {
      const asked = [...Array(400).keys()].map((it) => ({ body: { username: `round-${round}-${it}` } }))
      const lists = [asked, asked.toReversed(), asked, asked.toReversed()]
      const ends = await whileHeld('lock table "user" in share mode', lists.length, () =>
        Promise.all(
          lists.map((it) =>
            writeList(database, { verb: 'create', noun: 'user', asked: it, actor: how.actor }),
          ),
        ),
      )
      for (const { items } of ends) expect(items.filter(({ answer }) => answer)).to.have.length(400)
    }
    expect(await rings()).to.equal(before)
  })

  it('let lists of the same rows, from both ends, wait for each other in no ring', async () => {
    const names = [...Array(60).keys()].map((it) => `org-${it}`)
    const create = names.map((name) => ({ body: { name } }))
    await writeList(database, { verb: 'create', noun: 'organization', asked: create, actor: how.actor })
    const before = await rings()
    const asked = (round: number) =>
      names.map((name) => ({ address: [name], body: { description: `${round}` } }))
    const lists = ten.map((round) => {
      const some = round % 2 ? asked(round) : asked(round).toReversed()
      return writeList(database, { verb: 'update', noun: 'organization', asked: some, actor: how.actor })
    })
    for (const { items } of await Promise.all(lists))
      expect(items.filter(({ refusal }) => refusal)).to.deep.equal([])
    expect(await rings()).to.equal(before)
    const rows = await database.query<{ generation: number }>(
      `select distinct generation from organization where name like 'org-%'`,
    )
    expect(rows).to.deep.equal([{ generation: 11 }])
  })

  for (const verb of ['issues', 'revokes']) {
    it(`take users in the order of their ids for whoever ${verb} a token, so that nobody waits in a ring`, async () => {
      const user = resourceNamed('user')
      for (const username of ['ada', 'bob']) {
        await store.create(user, { username, site_roles: ['site_admin'] }, how)
      }
      const { items } = await store.list(user, {
        actor: how.actor,
        filters: { username: ['ada', 'bob'] },
        limit: 2,
      })
      const [first, second] = items.map(({ value }) => value.id as string).sort()
      const [writer, owner] = verb === 'issues' ? [first!, second!] : [second!, first!]
      const actor = await actorWith(database, (await issueToken(database, how.actor, writer)).token)
      const { id } = await issueToken(database, how.actor, owner)
      const other = await database.connect()
      await other.query('begin')
      await other.query('select from "user" where id = $1 for update', [first])
      const write =
        verb === 'issues'
          ? issueToken(database, actor, owner)
          : store.delete(api_token, [id], { ...how, actor })
      await until(async () => expect(await database.run(waits)).to.equal(1))
      await other.query('select from "user" where id = $1 for update nowait', [second])
      await other.query('rollback')
      await other.end()
      await write
    })
  }
})
