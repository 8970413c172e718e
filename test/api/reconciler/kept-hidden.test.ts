// What hides from whoever looks whether a namespace is in use, against a real API server.
import { expect } from 'chai'
import { tenancyLabels } from '../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type FaultyProxy, startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { othersIn } from '../../support/cluster/others-in.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

const entries = 'workspace_provider_allowlist_entry'

describe('a namespace in which something is hard to see', () => {
  let cluster: Cluster
  let gate: FaultyProxy
  let polder: Reconciling
  let provider: string
  /** Requests whose path ends so are never answered. */
  let silent = 'nothing'

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    gate = await startFaultyProxy(cluster, ({ path }) =>
      path.endsWith(silent) ? new Promise(() => {}) : undefined,
    )
    const values = { namespace: 'hidden', namespace_mode: 'per_organization' }
    provider = await polder.addProvider({ ...cluster, ...gate }, values)
    await polder.ready(provider)
  })
  after(async () => {
    await polder?.stop()
    await gate?.stop()
  })

  let count = 0
  const allow = async () => {
    count += 1
    const organization = await polder.addOrganization(`hidden-${count}`)
    const entry = await polder.allow(provider, organization)
    return { organization, entry, namespace: (await polder.synced(entry)).namespace }
  }
  const { post, change, isGoing } = othersIn(() => cluster)
  const kept = (entry: string, why: string) =>
    until(async () => {
      const { reason, message } = await polder.condition(entries, entry, 'Synced')
      expect(`${reason}: ${message}`).to.contain(`is kept: ${why}`)
      expect(reason).to.equal('NamespaceInUse')
    }, 30_000)

  it('WP-18 stays while a Secret is in it, although a service account names another that is no more', async () => {
    const it = await allow()
    const at = `/api/v1/namespaces/${it.namespace}`
    await until(() => change(`${at}/serviceaccounts/default`, { secrets: [{ name: 'default-token-abcde' }] }))
    await post(`${at}/secrets`, { metadata: { name: 'theirs' }, stringData: { password: 'precious' } })
    await polder.remove(entries, it.entry)
    await kept(it.entry, "1 Secret is not Polder's")
    expect(await isGoing(it.namespace)).to.equal(false)
    expect((await cluster.request('DELETE', `${at}/secrets/theirs`)).status).to.equal(200)
    await polder.gone(entries, it.entry)
  }).timeout(90_000)

  it('WP-18 stays while a ConfigMap is in it that a program named as Polder wrote', async () => {
    const it = await allow()
    const at = `/api/v1/namespaces/${it.namespace}/configmaps`
    await post(`${at}?fieldManager=polder`, { metadata: { name: 'theirs' }, data: { a: 'b' } })
    await polder.remove(entries, it.entry)
    await kept(it.entry, "ConfigMap `theirs` is not Polder's")
    expect((await cluster.request('DELETE', `${at}/theirs`)).status).to.equal(200)
    await polder.gone(entries, it.entry)
  }).timeout(90_000)

  it('WP-18 stays while two ConfigMaps are in it that own each other, and goes with what a policy of Polder owns', async () => {
    const it = await allow()
    const at = `/api/v1/namespaces/${it.namespace}/configmaps`
    const policies = `/apis/networking.k8s.io/v1/namespaces/${it.namespace}/networkpolicies`
    const owned = async (path: string, apiVersion: string, kind: string) => {
      const { name, uid } = (await cluster.request('GET', path)).body.metadata
      return [{ apiVersion, kind, name, uid }]
    }
    const metadata = { name: 'endpoints' }
    const ownerReferences = await owned(`${policies}/polder-allow`, 'networking.k8s.io/v1', 'NetworkPolicy')
    await post(at, { metadata: { ...metadata, ownerReferences } })
    await post(at, { metadata: { name: 'one' } })
    await post(at, {
      metadata: { name: 'other', ownerReferences: await owned(`${at}/one`, 'v1', 'ConfigMap') },
    })
    await change(`${at}/one`, {
      metadata: { name: 'one', ownerReferences: await owned(`${at}/other`, 'v1', 'ConfigMap') },
    })
    await polder.remove(entries, it.entry)
    await kept(it.entry, "ConfigMap `one` is not Polder's")
    for (const name of ['one', 'other']) await cluster.request('DELETE', `${at}/${name}`)
    await polder.gone(entries, it.entry)
  }).timeout(90_000)

  it('WP-18 keeps a policy that somebody copied whole, with the account of what Polder wrote of it', async () => {
    const it = await allow()
    const at = `/apis/networking.k8s.io/v1/namespaces/${it.namespace}/networkpolicies`
    const { body } = await cluster.request('GET', `${at}/polder-allow`)
    const { labels, managedFields } = body.metadata
    expect(labels).to.include(
      tenancyLabels({ deployment: polder.deployment, provider, organization: it.organization }),
    )
    await post(at, { metadata: { name: 'theirs', labels, managedFields }, spec: body.spec })
    await polder.change('organization', it.organization, { description: 'another pass' })
    await until(async () => {
      expect((await polder.row(entries, it.entry))!.observed).to.include({ [it.organization]: 2 })
    })
    await polder.remove(entries, it.entry)
    await kept(it.entry, "NetworkPolicy `theirs` is not Polder's")
    expect((await cluster.request('DELETE', `${at}/theirs`)).status).to.equal(200)
    await polder.gone(entries, it.entry)
  }).timeout(90_000)

  it('WP-18 says what to do where nobody counts the Secrets in it', async () => {
    const it = await allow()
    const quota = `/api/v1/namespaces/${it.namespace}/resourcequotas/polder-quota`
    await until(async () =>
      expect((await cluster.request('GET', quota)).body.status).to.have.property('used'),
    )
    await change(`${quota}/status`, { status: {} })
    await polder.remove('organization', it.organization)
    const why = 'ResourceQuota `polder-quota` has not counted the Secrets in it yet'
    await kept(
      it.entry,
      `${why}. Repair the quota controller of the cluster if that lasts, or delete with force`,
    )
    await until(async () => {
      expect((await polder.condition('organization', it.organization, 'Synced')).message).to.contain(why)
    })
    await polder.remove('organization', it.organization, true)
    await polder.gone('organization', it.organization)
  }).timeout(90_000)

  it('WP-14 WP-18 stays while one kind is not told of in time, which is no outage of the cluster', async () => {
    const it = await allow()
    silent = `/namespaces/${it.namespace}/cronjobs`
    await polder.remove(entries, it.entry)
    await kept(it.entry, '`cronjobs.batch`, of which it may hold some, cannot be looked at: 127.0.0.1:')
    expect(await isGoing(it.namespace)).to.equal(false)
    const { status } = await polder.condition('workspace_provider', provider, 'Reachable')
    expect(status).to.equal('True')
    expect((await polder.row('workspace_provider', provider))!.ready).to.equal(true)
    silent = 'nothing'
    await polder.gone(entries, it.entry)
  }).timeout(110_000)

  it('WP-18 is looked at first for what has kept it before, pass after pass', async () => {
    const it = await allow()
    const at = `/apis/batch/v1/namespaces/${it.namespace}/jobs`
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'b' }] } }
    await post(at, { metadata: { name: 'theirs' }, spec: { template } })
    await polder.remove(entries, it.entry)
    await kept(it.entry, 'Job `theirs`')
    await polder.idle()
    const before = gate.calls.length
    const requests = () => gate.calls.slice(before).map(({ path }) => path)
    await polder.change('organization', it.organization, { description: 'another pass' })
    await until(async () => expect(requests()).to.include(at))
    await polder.idle()
    const looks = requests().filter((path) => path.includes(`/namespaces/${it.namespace}/`))
    expect(looks.filter((path) => path !== at)).to.deep.equal([])
    const how = { propagationPolicy: 'Background', gracePeriodSeconds: 0 }
    expect((await cluster.request('DELETE', `${at}/theirs`, how)).status).to.equal(200)
    await polder.gone(entries, it.entry)
  }).timeout(90_000)
})
