// What clusters hold is written apart from what writers set: by the holder of the lease alone, and waiting for no writer.
import { expect } from 'chai'
import type { Transaction } from '../../../../api/database/server/transaction.ts'
import { fenced, type Lease, LeaseLost } from '../../../../api/database/status/fenced.ts'
import { deleteEntries } from '../../../../api/database/status/final-deletes.ts'
import { takeLeases } from '../../../../api/database/status/leases.ts'
import {
  markWritten,
  type PlacementStatus,
  removePlacements,
  writePlacements,
} from '../../../../api/database/status/placements.ts'
import { readProvider } from '../../../../api/database/status/provider.ts'
import { writeProviderStatus } from '../../../../api/database/status/provider-status.ts'
import { queued, queueOutdated, unqueue } from '../../../../api/database/status/queue.ts'
import { holdLease } from '../../../../api/reconciler/lease/held-lease.ts'
import { createReports } from '../../../../api/reconciler/turn/report.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { conditionsOf, inClusters } from '../../../support/database/in-clusters.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')

describe('WP-14 what a cluster holds', () => {
  let database: Writer['database']
  let store: Writer['store']
  let how: Writer['how']
  let lease: Lease
  let ids: string[]

  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    for (const name of ['acme', 'beta']) await store.create(organization, { name }, how)
    const rows = await database.query<{ id: string }>(
      "select id from organization where name in ('acme', 'beta') order by name",
    )
    ids = rows.map(({ id }) => id)
    lease = (await takeLeases(database, 'us'))[0]!
  })
  afterEach(() => database.close())

  const placement = (id: string, reason = 'Synced'): PlacementStatus => ({
    owner_type: 'organization',
    owner_id: id,
    organization_id: id,
    namespace_uid: null,
    namespace_created: true,
    observed_generation: 1,
    provider_generation: 1,
    conditions: JSON.parse(conditionsOf({ type: 'Synced', status: 'True', reason })),
  })
  /** Every statement that a turn ends with, its final deletes aside. */
  const writeAll = async (session: Transaction) => {
    const [id] = ids as [string]
    const { status } = (await readProvider(database, lease.provider))!
    const rows = await queued(database, [lease.provider])
    await markWritten(session, lease.provider, [{ organization: id, namespace: 'acme-ns' }])
    await writePlacements(session, lease.provider, [placement(id)])
    await removePlacements(session, lease.provider, ['rol_gone'])
    await writeProviderStatus(session, lease.provider, { ...status, ready: true }, true)
    await queueOutdated(session, lease.provider, 2)
    await unqueue(session, lease.provider, rows)
  }
  const stored = () =>
    database.query(
      'select p.*, s.ready, q.seq from placement p join workspace_provider_status s using (workspace_provider_id) left join reconcile_queue q on q.key = p.owner_id order by p.owner_id',
    )

  it('is written while writers hold every row that they set', async () => {
    const before = await stored()
    await database.transaction(async (session) => {
      for (const table of ['organization', 'workspace_provider', 'workspace_provider_allowlist_entry'])
        await session.run(`select from ${table} for update`)
      await fenced(database, lease, writeAll)
    })
    expect(await stored()).not.to.deep.equal(before)
  })

  it('locks no row that writers set', async () => {
    await fenced(database, lease, async (session) => {
      await writeAll(session)
      const tables = ['organization', 'workspace_provider', 'workspace_provider_allowlist_entry']
      for (const table of tables) {
        await database.transaction((other) => other.run(`select from ${table} for update nowait`))
      }
    })
  })

  it('is never written at an epoch that is over: not one row changes', async () => {
    await database.run("update provider_lease set expires_at = now() - interval '1 second'")
    const [next] = await takeLeases(database, 'others')
    const before = await stored()
    const late = await fenced(database, lease, writeAll).catch((error) => error)
    expect(late).to.be.instanceOf(LeaseLost)
    const deleted = await deleteEntries(database, lease, ids).catch((error) => error)
    expect(deleted).to.be.instanceOf(LeaseLost)
    expect(await stored()).to.deep.equal(before)
    await fenced(database, next!, writeAll)
    expect(await stored()).not.to.deep.equal(before)
  })

  it('is written of one organization while a writer holds what is known of another', async () => {
    const [one, other] = ids as [string, string]
    const log = { info() {}, warn() {}, error() {} }
    const report = createReports(
      { database, log, random: Math.random },
      holdLease({ ...lease, isExpired: false }, 0, () => 0),
    )
    const reported = (id: string) => {
      const change = {
        before: [],
        after: placement(id, 'Told'),
        owner: { id, generation: 1, cluster_generation: 1 },
      }
      return report({ organization: id, seq: null, changes: [change], removed: [], gone: false, news: [] })
    }
    await database.transaction(async (session) => {
      await session.run('select from placement where owner_id = $1 for update', [one])
      const ends = await Promise.allSettled([one, other].map(reported))
      expect(ends.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled'])
    })
    const told = await database.query<{ owner_id: string }>(
      "select owner_id from placement where synced ->> 'reason' = 'Told'",
    )
    expect(told).to.deep.equal([{ owner_id: other }])
  })

  it('ends with the organization where that only waited for its cluster, and stays queued where it was asked for again', async () => {
    const [one, other] = ids as [string, string]
    await inClusters(database).written()
    await store.delete(organization, ['acme'], how)
    await deleteEntries(database, lease, ids)
    const left = await database.query<{ id: string }>('select id from organization where id = any($1)', [ids])
    expect(left).to.deep.equal([{ id: other }])
    const rows = (await queued(database, [lease.provider])).filter(({ key }) => ids.includes(key))
    expect(rows.map(({ key }) => key)).to.deep.equal([other])
    await store.update(organization, ['beta'], { namespace_labels: { team: 'a' } }, how)
    await unqueue(database, lease.provider, rows)
    const again = await queued(database, [lease.provider])
    expect(again.map(({ key }) => key)).to.include(other)
    expect(again.map(({ key }) => key)).not.to.include(one)
  })

  it('leaves a key queued that a writer is about to ask for again, and waits for nobody', async () => {
    const rows = await queued(database, [lease.provider])
    await database.transaction(async (session) => {
      await session.run("update reconcile_queue set seq = nextval('reconcile_seq') where key = $1", [ids[0]])
      await unqueue(database, lease.provider, rows)
    })
    expect((await queued(database, [lease.provider])).map(({ key }) => key)).to.deep.equal([ids[0]])
  })
})
