// The guard against mass deletion, against a real API server.
import { expect } from 'chai'
import { networkPolicies } from '../../../api/resources/objects/network.ts'
import { tenancyLabels } from '../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { held, type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { tenancyWith } from '../../support/cluster/tenancy.ts'
import { until } from '../../support/until.ts'

describe('objects of organizations that no row explains', () => {
  let cluster: Cluster
  let polder: Reconciling

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
  })
  after(() => polder?.stop())

  const provide = async (namespace: string, organizations: number) => {
    const provider = await polder.addProvider(cluster, { namespace })
    const entries: string[] = []
    for (let i = 0; i < organizations; i += 1) {
      entries.push(await polder.allow(provider, await polder.addOrganization(`${namespace}-${i}`)))
    }
    for (const entry of entries) await polder.synced(entry)
    return { provider, entries }
  }
  const lose = async (entries: string[]) => {
    await polder.database.run('delete from workspace_provider_allowlist_entry where id = any($1)', [entries])
    // As after a database was set back: the cluster is listed anew.
    await polder.restart()
  }
  const count = async (provider: string) => (await held(cluster, polder.deployment, provider)).size

  it('are tidied up while they are few', async () => {
    const { provider, entries } = await provide('few', 6)
    await lose(entries.slice(0, 1))
    await until(async () => expect(await count(provider)).to.equal(2 + 5 * 3))
  })

  it('in a namespace of their own go with it', async () => {
    const values = { namespace: 'lost', namespace_mode: 'per_organization' }
    const provider = await polder.addProvider(cluster, values)
    const entry = await polder.allow(provider, await polder.addOrganization('lost'))
    await polder.synced(entry)
    await lose([entry])
    await until(async () => expect(await count(provider)).to.equal(0), 60_000)
  }).timeout(70_000)

  it('WP-18 stay with a namespace that is in use, which keeps no other from going', async () => {
    const values = { namespace: 'ruin', namespace_mode: 'per_organization' }
    const provider = await polder.addProvider(cluster, values)
    const entries: string[] = []
    for (let i = 0; i < 10; i += 1) {
      entries.push(await polder.allow(provider, await polder.addOrganization(`ruin-${i}`)))
    }
    const namespaces: string[] = []
    for (const entry of entries) namespaces.push((await polder.synced(entry)).namespace)
    // The list of namespaces is sorted by name.
    const [used, free] = namespaces.toSorted() as [string, string]
    const theirs = `/api/v1/namespaces/${used}/configmaps`
    expect((await cluster.request('POST', theirs, { metadata: { name: 'theirs' } })).status).to.equal(201)
    await lose(entries.filter((_, index) => [used, free].includes(namespaces[index]!)))
    await until(async () => {
      expect((await cluster.request('GET', `/api/v1/namespaces/${free}`)).status).to.equal(404)
    }, 30_000)
    const { reason, message } = await polder.condition('workspace_provider', provider, 'OrphansRemoved')
    expect(reason).to.equal('NamespaceInUse')
    expect(message).to.contain(`Namespace ${used} is kept: ConfigMap \`theirs\``)
    expect((await cluster.request('GET', `${theirs}/theirs`)).status).to.equal(200)
    await cluster.request('DELETE', `${theirs}/theirs`)
    await until(async () => {
      expect((await cluster.request('GET', `/api/v1/namespaces/${used}`)).status).to.equal(404)
    }, 60_000)
  }).timeout(110_000)

  it('S13 are not those of an organization whose rows came after the rows were read', async () => {
    let listed = () => {}
    let release = () => {}
    const arrived = new Promise<void>((resolve) => (listed = resolve))
    const released = new Promise<void>((resolve) => (release = resolve))
    let isHeld = false
    const gate = await startFaultyProxy(cluster, async ({ path, isWatch }) => {
      if (!isHeld || !path.endsWith('/networkpolicies') || isWatch) return
      listed()
      await released
    })
    const provider = await polder.addProvider({ ...cluster, ...gate }, { namespace: 'newer' })
    const first = await polder.addOrganization('newer-0')
    await polder.synced(await polder.allow(provider, first))
    await polder.idle()
    isHeld = true
    await polder.restart()
    await arrived
    const organization = await polder.addOrganization('newer-1')
    const entry = await polder.allow(provider, organization)
    const { deployment } = polder
    const shared = tenancyWith({ namespace_mode: 'shared' })
    const [policy] = networkPolicies({ ...shared, deployment, provider, organization, namespace: 'newer' })
    const path = '/apis/networking.k8s.io/v1/namespaces/newer/networkpolicies'
    const made = await cluster.request('POST', `${path}?fieldManager=polder`, policy)
    expect(made.status, JSON.stringify(made.body)).to.equal(201)
    release()
    await polder.synced(entry)
    const { body } = await cluster.request('GET', `${path}/${policy!.metadata.name}`)
    expect(body.metadata.uid).to.equal(made.body.metadata.uid)
    await gate.stop()
  })

  it('S13 are not objects that somebody else made with copied labels', async () => {
    const { provider } = await provide('copied', 1)
    const labels = tenancyLabels({ deployment: polder.deployment, provider, organization: 'org_unknown' })
    const path = '/apis/networking.k8s.io/v1/namespaces/copied/networkpolicies'
    const spec = { podSelector: {} }
    const made = await cluster.request('POST', path, { metadata: { name: 'theirs', labels }, spec })
    expect(made.status).to.equal(201)
    await polder.restart()
    await polder.ready(provider)
    await polder.idle()
    expect((await cluster.request('GET', `${path}/theirs`)).body.metadata.uid).to.equal(
      made.body.metadata.uid,
    )
    expect((await polder.condition('workspace_provider', provider, 'OrphansRemoved')).status).to.equal('True')
  })

  it('stop all deletions when they are many, until a person has looked', async () => {
    const { provider, entries } = await provide('many', 6)
    const before = await count(provider)
    await lose(entries.slice(0, 3))
    await until(async () => {
      const { status, reason, message } = await polder.condition(
        'workspace_provider',
        provider,
        'OrphansRemoved',
      )
      expect(`${status} ${reason}`).to.equal('False TooManyDeletions')
      expect(message).to.contain('3 of 6 organizations')
    })
    expect(await count(provider)).to.equal(before)
    expect((await polder.row('workspace_provider', provider))!.ready).to.equal(true)
  })

  it('do not count those that are being deleted: these go, however many', async () => {
    const { provider, entries } = await provide('leaving', 6)
    for (const entry of entries) await polder.remove('workspace_provider_allowlist_entry', entry)
    for (const entry of entries) await polder.gone('workspace_provider_allowlist_entry', entry)
    expect(await count(provider)).to.equal(2)
  })
})
