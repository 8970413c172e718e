// Which keys a write queues: those whose clusters it concerns, in its own transaction, and no others.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { inClusters } from '../../../support/database/in-clusters.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const custom_role = resourceNamed('custom_role')
const org_membership = resourceNamed('org_membership')
const org_quota = resourceNamed('org_quota')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

const cluster = { server: 'https://k.example.com' }
const reads = [{ resource: 'workspace', action: 'read', scope: 'all' }]

describe('the queue of keys', () => {
  let database: Database
  let store: Store
  let how: Writer['how']

  /** What is queued since the last look, as `<provider>/<organization>` and `<provider>/provider`. */
  const taken = async () => {
    const rows = await database.query<{ key: string }>(
      `delete from reconcile_queue q using workspace_provider p where p.id = q.workspace_provider_id
       returning p.name || '/' || coalesce((select o.name from organization o where o.id = q.key), q.key) as key`,
    )
    return rows.map(({ key }) => key).sort()
  }
  const queuedBy = async (write: Promise<unknown>) => {
    await write
    return taken()
  }
  const role = (name: string) =>
    store.create(custom_role, { organization: 'acme', name, permissions: reads }, how)
  const quota = (scope: string, more: object) =>
    store.create(org_quota, { organization: 'acme', scope, limits: { cpu: '1' }, ...more }, how)

  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    const far = { name: 'far', namespace: 'far', cluster, token: 'secret', token_version: 1 }
    await store.create(workspace_provider, far, how)
    await store.create(organization, { name: 'acme' }, how)
    await store.create(organization, { name: 'beta' }, how)
    await store.create(entry, { workspace_provider: 'far', organization: 'acme' }, how)
    await taken()
  })
  afterEach(() => database.close())

  it('WP-14 gets a provider that is new, and changes of what its cluster is reached by and made of', async () => {
    const near = { name: 'near', namespace: 'near', cluster }
    expect(await queuedBy(store.create(workspace_provider, near, how))).to.deep.equal(['near/provider'])
    for (const change of [
      { gpu_resource: 'amd.com/gpu' },
      { egress: 'all' },
      { paused: true },
      { token: 'other', token_version: 2 },
      { cluster: { server: 'https://k2.example.com' } },
    ]) {
      const queued = await queuedBy(store.update(workspace_provider, ['far'], change, how))
      expect(queued, JSON.stringify(change)).to.deep.equal(['far/provider'])
    }
  })

  it('S9 gets a provider whose create is sent again with a fresh token', async () => {
    const near = { name: 'near', namespace: 'near', cluster }
    await queuedBy(store.create(workspace_provider, { ...near, token: 'lost' }, how))
    const { created } = await store.create(workspace_provider, { ...near, token: 'fresh' }, how)
    expect(created).to.equal(false)
    expect(await taken()).to.deep.equal(['near/provider'])
  })

  it('gets nothing for changes that reach no cluster, which no reader finds behind', async () => {
    await role('reader')
    await taken()
    const changes = [
      () => store.update(workspace_provider, ['far'], { display_name: 'Far away', region: 'eu' }, how),
      () => store.update(organization, ['acme'], { description: 'changed', labels: { tier: 'gold' } }, how),
      () => store.update(custom_role, ['acme', 'reader'], { description: 'changed' }, how),
      () => store.create(org_membership, { organization: 'acme', user: 'admin', roles: ['reader'] }, how),
      () => store.update(organization, ['acme'], { name: 'emca' }, how),
    ]
    for (const change of changes) expect(await queuedBy(change())).to.deep.equal([])
    const [row] = await database.query<{ generation: number; cluster_generation: number }>(
      "select generation, cluster_generation from organization where name = 'emca'",
    )
    expect(row).to.deep.equal({ generation: 3, cluster_generation: 1 })
  })

  it('gets an organization for each provider whose allowlist it comes on', async () => {
    expect(await queuedBy(store.create(organization, { name: 'gamma' }, how))).to.deep.equal([
      'built-in/gamma',
    ])
    const body = { workspace_provider: 'far', organization: 'gamma' }
    expect(await queuedBy(store.create(entry, body, how))).to.deep.equal(['far/gamma'])
  })

  it('gets an organization whose namespaces are to look otherwise, or that goes on, in all its clusters', async () => {
    for (const change of [{ namespace_labels: { team: 'a' } }, { paused: true }, { paused: false }]) {
      const queued = await queuedBy(store.update(organization, ['acme'], change, how))
      expect(queued, JSON.stringify(change)).to.deep.equal(['built-in/acme', 'far/acme'])
    }
  })

  it('gets the organization of a role, in all its clusters: created, changed and deleted', async () => {
    const both = ['built-in/acme', 'far/acme']
    expect(await queuedBy(role('reader'))).to.deep.equal(both)
    const change = { permissions: [], every_member: true }
    expect(await queuedBy(store.update(custom_role, ['acme', 'reader'], change, how))).to.deep.equal(both)
    expect(await queuedBy(store.delete(custom_role, ['acme', 'reader'], how))).to.deep.equal(both)
  })

  it('NS-05 gets the organization of a quota, in the one cluster that it limits or in all', async () => {
    const both = ['built-in/acme', 'far/acme']
    const limits = { cpu: '2' }
    expect(await queuedBy(quota('member', {}))).to.deep.equal(both)
    expect(await queuedBy(store.update(org_quota, ['acme', 'member'], { limits }, how))).to.deep.equal(both)
    expect(await queuedBy(store.delete(org_quota, ['acme', 'member'], how))).to.deep.equal(both)
    expect(await queuedBy(quota('organization', { workspace_provider: 'far' }))).to.deep.equal(['far/acme'])
    const address = ['acme', 'organization', 'far']
    expect(await queuedBy(store.update(org_quota, address, { limits }, how))).to.deep.equal(['far/acme'])
    expect(await queuedBy(store.delete(org_quota, address, how))).to.deep.equal(['far/acme'])
  })

  it('S13 gets what is being deleted, and what is to be given up by force, once each', async () => {
    await inClusters(database).written()
    const both = ['built-in/acme', 'far/acme']
    const remove = (force: boolean) => queuedBy(store.delete(organization, ['acme'], { ...how, force }))
    expect(await remove(false)).to.deep.equal(both)
    expect(await remove(false)).to.deep.equal([])
    expect(await remove(true)).to.deep.equal(both)
    expect(await remove(true)).to.deep.equal([])
    await store.update(organization, ['acme'], { force_destroy: true }, how)
    const given = store.update(organization, ['acme'], { force_destroy: false }, how)
    expect(await queuedBy(given)).to.deep.equal(both)
  })

  it('S13 gets a provider that is being deleted, with its organizations', async () => {
    await inClusters(database).written()
    const both = ['far/acme', 'far/provider']
    expect(await queuedBy(store.delete(workspace_provider, ['far'], how))).to.deep.equal(both)
    const forced = { force_destroy: true }
    expect(await queuedBy(store.update(workspace_provider, ['far'], forced, how))).to.deep.equal(both)
  })

  it('keeps a key that was asked for again while its turn ran', async () => {
    const seqs = async () =>
      (await database.query<{ seq: string }>('select seq from reconcile_queue order by 1')).map(
        (it) => it.seq,
      )
    await role('reader')
    const before = await seqs()
    await role('writer')
    expect(await seqs()).to.have.length(before.length)
    expect(new Set(before).intersection(new Set(await seqs())).size).to.equal(0)
  })

  it('gets nothing of a dry run', async () => {
    const dry = { ...how, dryRun: true }
    expect(await queuedBy(store.create(organization, { name: 'tried' }, dry))).to.deep.equal([])
  })

  it('goes with what it is about, and so do placements, statuses and leases, whatever goes first', async () => {
    const left = async () => {
      const tables = ['placement', 'reconcile_queue', 'workspace_provider_status', 'provider_lease']
      const counts = tables.map((table) => database.query(`select from ${table}`))
      return (await Promise.all(counts)).map(({ length }) => length)
    }
    const first = await left()
    await role('reader')
    await quota('organization', { workspace_provider: 'far' })
    await quota('member', {})
    await database.run(
      `insert into placement (workspace_provider_id, owner_type, owner_id, organization_id)
       select e.workspace_provider_id, 'custom_role', r.id, r.organization_id from custom_role r
       join workspace_provider_allowlist_entry e on e.organization_id = r.organization_id`,
    )
    expect(await left()).to.deep.equal([first[0]! + 2, 2, 2, 2])
    await store.delete(workspace_provider, ['far'], how)
    expect(await left()).to.deep.equal([first[0]!, 1, 1, 1])
    await store.delete(organization, ['acme'], how)
    expect(await left()).to.deep.equal([2, 0, 1, 1])
  })
})
