// Who locks an organization makes others wait: each race is stopped where a missing or weaker lock would let it be lost.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import { deleteEntries } from '../../../../api/database/status/final-deletes.ts'
import { takeLeases } from '../../../../api/database/status/leases.ts'
import type { Store } from '../../../../api/database/store.ts'
import { ApiError } from '../../../../api/errors.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { inClusters } from '../../../support/database/in-clusters.ts'
import { writeAsMember } from '../../../support/database/write-list.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'
import { until } from '../../../support/until.ts'

const organization = resourceNamed('organization')
const user = resourceNamed('user')
const org_membership = resourceNamed('org_membership')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

describe('the lock of an organization', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  before(async () => {
    ;({ database, store, how } = await openWriter())
    for (const username of ['ada', 'bob']) await store.create(user, { username }, how)
  })
  after(() => database.close())

  const create = (name: string, more = {}) => store.create(organization, { name, ...more }, how)
  const end = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (cause) => {
        if (cause instanceof ApiError) return cause.code
        throw cause
      },
    )

  /** Another session that holds what `statement` locks, until it is told to let go. */
  const hold = async (statement: string) => {
    const client = await database.connect()
    await client.query('begin')
    await client.query(statement)
    return async () => {
      await client.query('rollback')
      await client.end()
    }
  }
  /** Reads and row locks pass, and every write waits: a transaction stops after it has judged, and before it has written. */
  const holdWrites = (table: string) => hold(`lock table ${table} in share mode`)

  /** The statements that wait for a lock, once there are so many of them. */
  const waiting = (count: number) =>
    until(async () => {
      const rows = await database.query<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).to.have.length(count)
      return rows.map(({ query }) => query)
    })

  it('TF-13 lets one of two managers leave who leave at once, and keeps the other as the last', async () => {
    await create('managed')
    for (const name of ['ada', 'bob']) {
      const roles = ['organization_manager']
      await store.create(org_membership, { organization: 'managed', user: name, roles }, how)
    }
    const leave = (name: string) =>
      end(writeAsMember(database, 'delete', 'org_membership', { address: ['managed', name] }, how.actor))
    const letGo = await holdWrites('org_membership')
    const first = leave('ada')
    await waiting(1)
    const second = leave('bob')
    await waiting(2)
    await letGo()
    expect([await first, await second]).to.deep.equal(['done', 'last_manager'])
  })

  it('makes writers of objects inside it wait before they lock anything inside, so that nobody waits in a ring', async () => {
    await create('busy')
    const put = (username: string) =>
      end(store.put(org_membership, { organization: 'busy', user: username, roles: [] }, how))
    await Promise.all([put('ada'), put('bob')])
    const letGo = await hold(`select from "user" where username in ('ada', 'bob') for update`)
    const first = put('ada')
    await waiting(1)
    const second = put('bob')
    const statements = await waiting(2)
    await letGo()
    expect(statements.filter((it) => it.includes('from "organization"'))).to.have.length(1)
    expect([await first, await second]).to.deep.equal(['done', 'done'])
  })

  it('lets nothing in once it is cordoned: what was on its way is there before the cordon is answered', async () => {
    await create('cordoned')
    const letGo = await holdWrites('org_membership')
    const first = end(store.create(org_membership, { organization: 'cordoned', user: 'ada' }, how))
    await waiting(1)
    const second = end(store.update(organization, ['cordoned'], { cordon_reason: 'closing' }, how))
    const cordoned = await Promise.race([second.then(() => 'is answered'), waiting(2).then(() => 'waits')])
    await letGo()
    expect(cordoned).to.equal('waits')
    expect([await first, await second]).to.deep.equal(['done', 'done'])
  })

  it('keeps its regions as they are while an allowlist takes it in', async () => {
    await create('confined')
    const cluster = { server: 'https://k' }
    await store.create(workspace_provider, { name: 'us', namespace: 'us', region: 'us', cluster }, how)
    const letGo = await holdWrites('workspace_provider_allowlist_entry')
    const listed = { allowed_organizations: ['confined'] }
    const first = end(store.update(workspace_provider, ['us'], listed, how))
    await waiting(1)
    const second = end(store.update(organization, ['confined'], { allowed_regions: ['eu'] }, how))
    await waiting(2)
    await letGo()
    expect([await first, await second]).to.deep.equal(['done', 'region_not_allowed'])
  })

  it('goes with the later of two providers that let go of it at once', async () => {
    const { item } = await create('leaving')
    const { id } = item.value
    const server = 'https://k'
    await store.create(workspace_provider, { name: 'other', namespace: 'other', cluster: { server } }, how)
    await store.create(entry, { workspace_provider: 'other', organization: 'leaving' }, how)
    await inClusters(database).written()
    await store.delete(organization, ['leaving'], how)
    const places = await database.query<{ provider: string }>(
      'select workspace_provider_id as provider from placement where organization_id = $1 and deleting',
      [id],
    )
    expect(places).to.have.length(2)
    const leases = await takeLeases(database, 'ours')
    const [first, second] = places.map((it) => leases.find(({ provider }) => provider === it.provider)!)
    // What both delete waits for this row: the first of them holds the organization, and the second waits for it.
    const letGo = await hold(
      `select from placement where workspace_provider_id = '${first!.provider}' for update`,
    )
    const both = [deleteEntries(database, first!, [id as string])]
    await waiting(1)
    both.push(deleteEntries(database, second!, [id as string]))
    await waiting(2)
    await letGo()
    await Promise.all(both)
    expect(await store.read(organization, [id as string], how.actor)).to.equal(null)
  })
})
