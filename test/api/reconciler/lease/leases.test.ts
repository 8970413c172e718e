// Which process works on which provider: several holders of leases on one database, each with a clock of its own.
import { expect } from 'chai'
import { fenced, LeaseLost } from '../../../../api/database/status/fenced.ts'
import { takeLeases } from '../../../../api/database/status/leases.ts'
import type { HeldLease } from '../../../../api/reconciler/lease/held-lease.ts'
import { createLeases } from '../../../../api/reconciler/lease/leases.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'
import { until } from '../../../support/until.ts'

const workspace_provider = resourceNamed('workspace_provider')
const renewMs = 5_000

/** Every holder that a lease ever had, with its epoch. */
const history = `
  create table lease_history (provider text, epoch bigint, holder text);
  create function note_lease() returns trigger language plpgsql as $$
  begin
    insert into lease_history values (new.workspace_provider_id, new.epoch, new.holder);
    return null;
  end $$;
  create trigger note_lease after update on provider_lease for each row
    when (new.holder is not null) execute function note_lease()`

describe('WP-14 leases on providers', () => {
  let database: Writer['database']
  let store: Writer['store']
  let how: Writer['how']
  const open: { stop(): Promise<void> }[] = []

  const addProviders = async (...names: string[]) => {
    for (const name of names)
      await store.create(
        workspace_provider,
        { name, namespace: name, cluster: { server: 'https://k.example.com' } },
        how,
      )
  }
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    await database.run(history)
  })
  afterEach(async () => {
    for (const it of open.splice(0)) await it.stop()
    // A lease has one holder in each epoch, and a new holder has a new epoch.
    const doubly = `select provider, epoch from lease_history group by 1, 2 having count(distinct holder) > 1`
    expect(await database.query(doubly)).to.deep.equal([])
    await database.close()
  })

  const hold = (lost: (lease: HeldLease) => Promise<void> = async () => {}) => {
    let now = 0
    const told: string[] = []
    const log = { info() {}, warn() {}, error() {} }
    const note = (what: string) => (lease: HeldLease) => void told.push(`${what} ${lease.epoch}`)
    const leases = createLeases(
      { database, log },
      {
        taken: note('taken'),
        suspended: note('suspended'),
        resumed: (lease) => note(lease.remaining() > 0 ? 'resumed' : 'resumed too late')(lease),
        lost: (lease) => {
          note('lost')(lease)
          return lost(lease)
        },
      },
      () => now,
    )
    open.push(leases)
    return {
      leases,
      told,
      held: () => [...leases.held().values()],
      wait: (ms: number) => {
        now += ms
      },
      /** As five seconds later. */
      renew() {
        now += renewMs
        return leases.look()
      },
    }
  }
  type Holder = ReturnType<typeof hold>
  const counts = (...all: Holder[]) => all.map(({ held }) => held().length)
  const expire = () => database.run("update provider_lease set expires_at = now() - interval '1 second'")

  it('are shared fairly by three processes that come and go, each lease with one of them', async () => {
    await addProviders('a', 'b', 'c', 'd', 'e')
    const [one, two, three] = [hold(), hold(), hold()]
    await one.leases.look()
    expect(counts(one)).to.deep.equal([6])
    for (const it of [two, three, one]) await it.renew()
    for (const it of [two, three]) await it.leases.look()
    expect(counts(one, two, three)).to.deep.equal([2, 2, 2])
    const all = [one, two, three].flatMap(({ held }) => held().map(({ provider }) => provider))
    expect(new Set(all).size).to.equal(6)
    await two.leases.stop()
    for (const it of [one, three]) await it.leases.look()
    expect(counts(one, two, three)).to.deep.equal([3, 0, 3])
    for (const it of [one, three]) await it.renew()
    expect(counts(one, three)).to.deep.equal([3, 3])
  })

  it('last 20 s, and whoever waits takes one that expired within a second more; the old holder writes nothing', async () => {
    const [was] = await takeLeases(database, 'a process that was killed')
    const [row] = await database.query<{ left: number }>(
      'select extract(epoch from expires_at - now())::float as left from provider_lease',
    )
    expect(row!.left).to.be.within(15, 20)
    const next = hold()
    await next.leases.look()
    expect(counts(next)).to.deep.equal([0])
    await expire()
    await until(() => expect(counts(next)).to.deep.equal([1]), 1_500)
    expect(next.held()[0]!.epoch).to.equal(was!.epoch + 1)
    const written = await fenced(database, was!, () => Promise.resolve()).catch((error) => error)
    expect(written).to.be.instanceOf(LeaseLost)
  })

  it('that expired let nothing unexplained be deleted for 20 s, within which its old holder may still act', async () => {
    await takeLeases(database, 'a process that was killed')
    await expire()
    const next = hold()
    await next.leases.look()
    const [lease] = next.held()
    expect(lease!.mayRemoveOrphans()).to.equal(false)
    next.wait(19_999)
    expect(lease!.mayRemoveOrphans()).to.equal(false)
    next.wait(1)
    expect(lease!.mayRemoveOrphans()).to.equal(true)
  })

  it('are not taken while their holder writes a status, whatever the clock says', async () => {
    const [old, next] = [hold(), hold()]
    await old.leases.look()
    await fenced(database, old.held()[0]!, async () => {
      await expire()
      expect(await takeLeases(database, next.leases.holder)).to.deep.equal([])
    })
    expect(await takeLeases(database, next.leases.holder)).to.have.length(1)
  })

  it('are released at the end of a process: another one has them within a second', async () => {
    await addProviders('a', 'b')
    const [one, two] = [hold(), hold()]
    await one.leases.look()
    await two.leases.look()
    const began = performance.now()
    await one.leases.stop()
    await until(() => expect(counts(two)).to.deep.equal([3]), 2_000, 5)
    expect(performance.now() - began).to.be.lessThan(1_300)
    expect(two.held().map(({ isExpired }) => isExpired)).to.deep.equal([false, false, false])
  })

  it('end all at once at the end of a process, so that one that is slow to end keeps no other at work', async () => {
    await addProviders('a')
    const slow = Promise.withResolvers<void>()
    const one = hold(() => slow.promise)
    await one.leases.look()
    const stopped = one.leases.stop()
    try {
      await until(() => expect(one.told.filter((it) => it.startsWith('lost'))).to.have.length(2), 2_000, 5)
    } finally {
      slow.resolve()
    }
    await stopped
  })

  it('are suspended 12 s after the last renewal while the database is blocked, and resumed at the same epoch', async () => {
    const one = hold()
    await one.leases.look()
    const [lease] = one.held()
    let renewing: Promise<void> | undefined
    await database.transaction(async (session) => {
      await session.run('lock table provider_lease in exclusive mode')
      renewing = one.renew()
      await until(async () => {
        const waits = `select from pg_locks where not granted and relation = 'provider_lease'::regclass`
        expect(await database.query(waits)).to.have.length(1)
      })
      one.wait(6_999)
      lease!.mayWrite()
      one.wait(1)
      expect(lease!.mayWrite).to.throw(LeaseLost)
      await until(() => expect(one.told).to.deep.equal(['taken 1', 'suspended 1']), 2_000)
      // What is answered now was asked 13 s ago, and says nothing about now.
      one.wait(6_000)
    })
    await renewing
    await until(() => expect(one.told).to.deep.equal(['taken 1', 'suspended 1', 'resumed 1']), 2_000)
    lease!.mayWrite()
  })

  it('that were taken by a statement whose answer was lost are acted on from the next renewal on', async () => {
    const one = hold()
    await takeLeases(database, one.leases.holder)
    await one.leases.look()
    expect(one.told).to.deep.equal(['taken 1'])
    one.held()[0]!.mayWrite()
  })

  it('go with their provider', async () => {
    await addProviders('a')
    const one = hold()
    await one.leases.look()
    await store.delete(workspace_provider, ['a'], how)
    await one.renew()
    expect(counts(one)).to.deep.equal([1])
  })
})
