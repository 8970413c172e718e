// What answers say of clusters: worked out from placements at the moment of the answer, the same way for every noun.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { conditionsOf, inClusters } from '../../../support/database/in-clusters.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const custom_role = resourceNamed('custom_role')
const org_quota = resourceNamed('org_quota')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

type Condition = { status: string; reason: string; message: string; last_transition_time: string }
const early = '2026-01-01T00:00:00.000Z'
const late = '2026-02-01T00:00:00.000Z'

describe('what answers say of clusters', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    await store.create(organization, { name: 'acme' }, how)
    await store.create(custom_role, { organization: 'acme', name: 'reader', permissions: [] }, how)
    await store.create(org_quota, { organization: 'acme', scope: 'member', limits: { cpu: '1' } }, how)
    for (const name of ['far', 'near']) {
      const cluster = { server: `https://${name}.example.com` }
      await store.create(workspace_provider, { name, namespace: name, cluster, token: 'x' }, how)
      await store.create(entry, { workspace_provider: name, organization: 'acme' }, how)
    }
    await store.delete(entry, ['built-in', 'acme'], how)
    await database.run('delete from reconcile_queue')
  })
  afterEach(() => database.close())

  const read = async (resource: Resource, ...address: string[]) =>
    (await store.read(resource, address, how.actor))!.value
  const conditionOf = (value: Record<string, unknown>, type = 'Synced') =>
    (value.conditions as (Condition & { type: string })[]).find((it) => it.type === type)
  const synced = async (resource: Resource, ...address: string[]) =>
    conditionOf(await read(resource, ...address))
  const acme = () => read(organization, 'acme')
  const ready = async (...names: string[]) => {
    for (const name of names) await inClusters(database).ready(name)
  }
  /** What the turn of acme in one cluster found out about one owner. */
  const found = async (provider: string, noun: string, condition: Partial<Condition>, generation = 1) => {
    const conditions = conditionsOf({
      type: 'Synced',
      status: 'True',
      since: condition.last_transition_time,
      ...condition,
    })
    await database.run(
      `insert into placement (workspace_provider_id, owner_type, owner_id, organization_id, observed_generation, conditions)
       select p.id, $2, t.id, ${noun === 'organization' ? 't.id' : 't.organization_id'}, $4, $3
       from ${noun} t, workspace_provider p where p.name = $1 and ${noun === 'organization' ? "t.name = 'acme'" : 'true'}
       on conflict (workspace_provider_id, owner_type, owner_id) do update
         set observed_generation = excluded.observed_generation, conditions = excluded.conditions`,
      [provider, noun, conditions, generation],
    )
  }
  const refused = { status: 'False', reason: 'Forbidden', message: 'Roles may not be created.' }

  it('S22 nothing while no cluster was ever looked at, and everything is reconciled', async () => {
    for (const value of [
      await acme(),
      await read(custom_role, 'acme', 'reader'),
      await read(org_quota, 'acme', 'member'),
      await read(entry, 'far', 'acme'),
    ])
      expect(value).to.deep.include({ reconciled: true, observed_generation: 1, conditions: [] })
  })

  it('S21 how many ready clusters hold the object, and which do not yet', async () => {
    await ready('far', 'near')
    expect(await acme()).to.deep.include({ reconciled: false, observed_generation: 0 })
    expect(await synced(organization, 'acme')).to.deep.include({
      status: 'False',
      reason: 'Pending',
      message: '0 of 2 ready clusters hold the organization as declared. Not yet: far, near.',
      last_transition_time: (await acme()).updated_at,
    })
    await found('near', 'organization', { last_transition_time: late })
    expect((await synced(organization, 'acme'))?.message).to.equal(
      '1 of 2 ready clusters hold the organization as declared. Not yet: far.',
    )
    await found('far', 'organization', { last_transition_time: early })
    expect(await acme()).to.deep.include({ reconciled: true, observed_generation: 1 })
    expect(await synced(organization, 'acme')).to.deep.include({
      status: 'True',
      reason: 'Synced',
      message: '2 of 2 ready clusters hold the organization as declared.',
      last_transition_time: late,
    })
  })

  it('S21 why a cluster refused an object, on the rows that the object is made of alone', async () => {
    await ready('far', 'near')
    for (const name of ['far', 'near']) {
      for (const noun of ['organization', 'org_quota']) await found(name, noun, {})
    }
    await found('far', 'custom_role', { ...refused, last_transition_time: late }, 0)
    await found('near', 'custom_role', { ...refused, last_transition_time: early }, 0)
    expect(await read(custom_role, 'acme', 'reader')).to.include({
      reconciled: false,
      observed_generation: 0,
    })
    expect(await synced(custom_role, 'acme', 'reader')).to.deep.include({
      status: 'False',
      reason: 'Forbidden',
      message: 'Workspace provider `far`: Roles may not be created.',
      last_transition_time: early,
    })
    expect((await acme()).reconciled).to.equal(true)
    expect((await synced(org_quota, 'acme', 'member'))?.message).to.equal(
      '2 of 2 ready clusters hold the quota as declared.',
    )
  })

  it('S21 what an object that had been held has lost to somebody else, though its generation is the same', async () => {
    await ready('far', 'near')
    await found('near', 'organization', {})
    await found('far', 'organization', { status: 'False', reason: 'Contested', message: '`istio` insists.' })
    expect(await acme()).to.include({ reconciled: false, observed_generation: 1 })
    expect((await synced(organization, 'acme'))?.reason).to.equal('Contested')
  })

  it('S21 a change that reaches clusters at once, and nothing of one that reaches none', async () => {
    await ready('far', 'near')
    for (const name of ['far', 'near']) await found(name, 'custom_role', {})
    const change = (body: object) => store.update(custom_role, ['acme', 'reader'], { ...body }, how)
    const { value } = await change({ description: 'changed' })
    expect(value).to.include({ generation: 2, observed_generation: 2, reconciled: true })
    const { value: after } = await change({ every_member: true })
    expect(after).to.include({ generation: 3, observed_generation: 1, reconciled: false })
    for (const name of ['far', 'near']) await found(name, 'custom_role', {}, 3)
    expect(await read(custom_role, 'acme', 'reader')).to.include({ observed_generation: 3, reconciled: true })
  })

  it('S22 waits for no cluster that is not ready, and names the cluster', async () => {
    await ready('near')
    await found('near', 'organization', {})
    const status = {
      type: 'Reachable',
      status: 'False',
      reason: 'HostUnreachable',
      message: 'Nobody answers.',
    }
    await database.run(
      `update workspace_provider_status s set conditions = $1 from workspace_provider p
       where p.id = s.workspace_provider_id and p.name = 'far'`,
      [conditionsOf(status)],
    )
    expect((await acme()).reconciled).to.equal(true)
    expect((await synced(organization, 'acme'))?.message).to.equal(
      '1 of 1 ready clusters hold the organization as declared. Not ready: far.',
    )
    expect(await synced(entry, 'far', 'acme')).to.deep.include({
      status: 'Unknown',
      reason: 'HostUnreachable',
      message: 'No cluster that could hold the organization is ready. Nobody answers.',
    })
    expect((await read(entry, 'far', 'acme')).reconciled).to.equal(true)
  })

  it('WP-14 counts a cluster as ready no longer than 40 s after its last answer, and says so', async () => {
    const answered = async (ago: string) => {
      await ready('far')
      await database.run(
        `update workspace_provider_status s set last_contact = now() - $1::interval, conditions = $2
         from workspace_provider p where p.id = s.workspace_provider_id and p.name = 'far'`,
        [ago, conditionsOf({ type: 'Reachable', status: 'True' })],
      )
      return read(workspace_provider, 'far')
    }
    expect((await answered('35 s')).status).to.deep.include({ state: 'ready', reason: 'Ready' })
    const silent = await answered('45 s')
    expect(silent.status).to.deep.include({ state: 'error', reason: 'ContactLost', reconciling: true })
    expect(conditionOf(silent, 'Reachable')).to.deep.include({ status: 'Unknown', reason: 'ContactLost' })
    expect(conditionOf(silent, 'Reachable')?.message).to.match(
      /^The API server last answered at 20\S+Z\. The provider is ready again when the API server answers\.$/,
    )
    expect(silent.reconciled).to.equal(false)
    expect((await acme()).reconciled).to.equal(true)
  })

  it('WP-14 counts a provider as reconciled when its cluster has it, and all of its organizations', async () => {
    await store.create(organization, { name: 'beta' }, how)
    await store.create(entry, { workspace_provider: 'far', organization: 'beta' }, how)
    await ready('far')
    await database.run(
      `update workspace_provider_status set observed_generation = 1, conditions = $1 where ready`,
      [conditionsOf({ type: 'Reachable', status: 'True' })],
    )
    const far = () => read(workspace_provider, 'far')
    expect(conditionOf(await far())).to.deep.include({
      status: 'False',
      reason: 'Pending',
      message: '1 of 2 organizations are as declared; not beta.',
    })
    expect(await far()).to.include({ reconciled: false, observed_generation: 1 })
    await database.run('delete from reconcile_queue')
    await inClusters(database).held('true')
    expect(conditionOf(await far())).to.deep.include({
      status: 'True',
      message: '2 of 2 organizations are as declared.',
      last_transition_time: early,
    })
    expect((await far()).reconciled).to.equal(true)
    await found('far', 'custom_role', { ...refused, last_transition_time: late })
    expect(conditionOf(await far())).to.deep.include({
      status: 'False',
      message: '1 of 2 organizations are as declared; not acme.',
      last_transition_time: late,
    })
    expect((await far()).reconciled).to.equal(false)
    await found('far', 'custom_role', {})
    const { value } = await store.update(workspace_provider, ['far'], { gpu_resource: 'amd.com/gpu' }, how)
    expect(value).to.include({ reconciled: false, generation: 2, observed_generation: 1 })
    expect(conditionOf(value)).to.deep.include({
      status: 'False',
      message: 'The cluster does not have the latest changes of the workspace provider yet.',
    })
  })

  describe('S13 of a deletion', () => {
    beforeEach(async () => {
      await ready('far', 'near')
      await inClusters(database).written()
      await store.delete(organization, ['acme'], how)
    })

    it('which clusters still hold something', async () => {
      expect(await synced(organization, 'acme')).to.deep.include({
        status: 'False',
        reason: 'Deleting',
        message: 'Objects of the organization are being removed from 2 clusters: far, near.',
      })
    })

    it('what keeps a namespace there, on the organization, its entry and its provider', async () => {
      const kept = { status: 'False', reason: 'NamespaceInUse', message: 'ConfigMap `theirs` is kept.' }
      await found('near', 'organization', kept)
      const message = 'ConfigMap `theirs` is kept.'
      const inNear = {
        status: 'False',
        reason: 'NamespaceInUse',
        message: `Workspace provider \`near\`: ${message}`,
      }
      expect(await synced(organization, 'acme')).to.deep.include(inNear)
      expect(await synced(entry, 'near', 'acme')).to.deep.include({ ...inNear, message })
      await database.run('update workspace_provider_status set conditions = $1', [
        conditionsOf({ type: 'Reachable', status: 'True' }),
      ])
      expect(await synced(workspace_provider, 'near')).to.deep.include({
        status: 'False',
        reason: 'NamespaceInUse',
        message: 'Organization `acme`: ConfigMap `theirs` is kept.',
      })
    })

    it('why a cluster is not ready that holds something', async () => {
      await inClusters(database).ready('far', false)
      const expired = {
        type: 'CredentialsValid',
        status: 'False',
        reason: 'CredentialsExpired',
        message: 'Expired.',
      }
      await database.run('update workspace_provider_status set conditions = $1 where not ready', [
        conditionsOf(expired),
      ])
      expect(await synced(organization, 'acme')).to.deep.include({
        reason: 'CredentialsExpired',
        message: 'Workspace provider `far`: Expired.',
      })
    })
  })

  it('S7 another condition is another ETag, and a contact that only goes on is none', async () => {
    const digest = async () => (await store.read(workspace_provider, ['far'], how.actor))!.digest
    await ready('far')
    const before = await digest()
    await database.run(
      "update workspace_provider_status set last_contact = now() + interval '2 hours' where ready",
    )
    expect(await digest()).to.equal(before)
    await database.run('update workspace_provider_status set conditions = $1 where ready', [
      conditionsOf({ type: 'Reachable', status: 'True' }),
    ])
    expect(await digest()).not.to.equal(before)
  })

  it('nothing longer than a condition may be, and at most five names', async () => {
    await ready('far', 'near')
    await found('far', 'organization', { ...refused, message: 'x'.repeat(500) })
    expect((await synced(organization, 'acme'))?.message).to.have.length(500)
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await store.create(organization, { name: `o${n}` }, how)
      await store.create(entry, { workspace_provider: 'far', organization: `o${n}` }, how)
    }
    await database.run('update workspace_provider_status set observed_generation = 1, conditions = $1', [
      conditionsOf({ type: 'Reachable', status: 'True' }),
    ])
    expect((await synced(workspace_provider, 'far'))?.message).to.equal(
      '0 of 7 organizations are as declared; not acme, o1, o2, o3, o4 ….',
    )
  })
})
