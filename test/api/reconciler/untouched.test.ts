// What was never written to a cluster goes without it, against real API servers in and out of reach.
import { expect } from 'chai'
import { openStore, type Store } from '../../../api/database/store.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser } from '../../support/cluster/cluster-user.ts'
import { startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { held, type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { administrator } from '../../support/database/writer.ts'
import { until } from '../../support/until.ts'

const dead = 'https://127.0.0.1:1'
const entry = 'workspace_provider_allowlist_entry'

describe('what was never written to a cluster', () => {
  let cluster: Cluster
  let polder: Reconciling
  let store: Store
  let how: Parameters<Store['delete']>[2]

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    store = openStore(polder.database)
    how = { actor: await administrator(polder.database), dryRun: false, force: false }
  })
  after(() => polder?.stop())

  const remove = async (noun: string, ...address: string[]) => {
    const left = await store.delete(resourceNamed(noun), address, how)
    polder.activate()
    return left
  }
  const failing = (provider: string, type: string, reason: string) =>
    until(async () => {
      expect((await polder.condition('workspace_provider', provider, type)).reason).to.equal(reason)
    })

  it('S13 WP-18 keeps no organization: it goes when the clusters in reach have let go, whatever else is out of reach', async () => {
    const acme = await polder.addOrganization('acme')
    const near = await polder.addProvider(cluster, { namespace: 'untouched-near' })
    const far = await polder.addProvider({ ...cluster, server: dead }, { namespace: 'untouched-far' })
    const [home] = await polder.database.query<{ id: string }>(
      'select id from workspace_provider where built_in',
    )
    await polder.synced(await polder.allow(near, acme))
    const others = [await polder.allow(far, acme), await polder.allow(home!.id, acme)]
    await failing(far, 'Reachable', 'HostUnreachable')
    await failing(home!.id, 'Reachable', 'NotConfigured')
    expect(await remove('organization', 'acme')).to.have.property('value')
    for (const id of others) expect(await polder.row(entry, id)).to.equal(undefined)
    await polder.gone('organization', acme)
    const left = await held(cluster, polder.deployment, near)
    expect([...left.keys()].filter((key) => key.includes(acme.replace('_', '-')))).to.deep.equal([])
  })

  it('S13 goes by itself where a deletion from before waits for a cluster that is out of reach', async () => {
    const stuck = await polder.addOrganization('stuck')
    const far = await polder.addProvider({ ...cluster, server: dead }, { namespace: 'untouched-stuck' })
    await polder.allow(far, stuck)
    await polder.remove('organization', stuck)
    await polder.gone('organization', stuck)
    await polder.remove('workspace_provider', far)
    await polder.gone('workspace_provider', far)
  })

  it('S13 WP-18 is all that an organization has where the shared namespace is refused', async () => {
    await cluster.request('POST', '/api/v1/namespaces', { metadata: { name: 'untouched-foreign' } })
    const guest = await polder.addOrganization('guest')
    const provider = await polder.addProvider(cluster, { namespace: 'untouched-foreign' })
    const id = await polder.allow(provider, guest)
    await failing(provider, 'NamespaceReady', 'NamespaceNotOurs')
    await polder.idle()
    expect((await polder.row(entry, id))!.written_at).to.equal(null)
    expect(await remove('organization', 'guest')).to.equal('gone')
  })

  it('S13 WP-20 is all that a provider has which was answered but permitted nothing', async () => {
    const { token } = await addUser(cluster, 'untouched-nobody')
    const provider = await polder.addProvider(cluster, { namespace: 'untouched-nobody', token })
    await failing(provider, 'Authorized', 'PermissionMissing')
    expect((await polder.row('workspace_provider', provider))!.kubernetes_version).to.match(/^v1/)
    expect(await remove('workspace_provider', 'untouched-nobody')).to.equal('gone')
  })

  for (const namespace_mode of ['shared', 'per_organization']) {
    it(`S13 is known before the first write: a crash between the two forgets nothing (${namespace_mode})`, async () => {
      const namespace = `untouched-${namespace_mode.slice(0, 3)}`
      const seen: unknown[] = []
      let id = ''
      const gate = await startFaultyProxy(cluster, async ({ isWrite }) => {
        if (!isWrite) return
        // The first two writes to a shared namespace are for the provider: itself and its quota.
        const ofProvider = namespace_mode === 'shared' && seen.length < 2
        const row = ofProvider
          ? await polder.row('workspace_provider', provider)
          : await polder.row(entry, id)
        seen.push(row!.written_at)
      })
      const organization = await polder.addOrganization(`late-${namespace_mode.slice(0, 3)}`)
      const provider = await polder.addProvider({ ...cluster, ...gate }, { namespace, namespace_mode })
      id = await polder.allow(provider, organization)
      await polder.synced(id)
      expect(seen.length).to.be.at.least(3)
      for (const touched of seen) expect(touched).to.be.instanceOf(Date)
      await gate.stop()
    })
  }
})
