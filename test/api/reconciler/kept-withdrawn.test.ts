// What a namespace holds of a kind that changes while somebody looks, against a real API server.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type FaultyProxy, startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { othersIn } from '../../support/cluster/others-in.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

const entries = 'workspace_provider_allowlist_entry'

describe('a namespace that is looked at while an API changes', () => {
  let cluster: Cluster
  let gate: FaultyProxy
  let polder: Reconciling
  let provider: string
  /** What happens before a request reaches the cluster. */
  let meanwhile = async (_path: string) => {}

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    gate = await startFaultyProxy(cluster, ({ path }) => meanwhile(path))
    const values = { namespace: 'withdrawn', namespace_mode: 'per_organization' }
    provider = await polder.addProvider({ ...cluster, ...gate }, values)
    await polder.ready(provider)
  })
  after(async () => {
    await polder?.stop()
    await gate?.stop()
  })

  const { post, change } = othersIn(() => cluster)

  it('WP-18 stays while a custom resource is in it whose version is withdrawn in that moment', async () => {
    const group = 'withdrawn.example.com'
    const definition = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.${group}`
    const schema = { openAPIV3Schema: { type: 'object' } }
    const versions = (isNewServed: boolean) => [
      { name: 'v2', served: isNewServed, storage: false, schema },
      { name: 'v1', served: true, storage: true, schema },
    ]
    const spec = { group, scope: 'Namespaced', names: { plural: 'widgets', kind: 'Widget' } }
    const metadata = { name: `widgets.${group}` }
    await post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      metadata,
      spec: { ...spec, versions: versions(true) },
    })
    const organization = await polder.addOrganization('withdrawn')
    const entry = await polder.allow(provider, organization)
    const { namespace } = await polder.synced(entry)
    const widgets = (of: string) => `/apis/${group}/${of}/namespaces/${namespace}/widgets`
    const widget = { apiVersion: `${group}/v1`, kind: 'Widget', metadata: { name: 'theirs' } }
    await until(() => post(widgets('v1'), widget))
    let isWithdrawn = false
    meanwhile = async (path) => {
      if (isWithdrawn || path !== widgets('v2')) return
      isWithdrawn = true
      await change(definition, { spec: { ...spec, versions: versions(false) } })
      await until(async () => {
        expect((await cluster.request('GET', widgets('v2'))).status).to.equal(404)
      })
    }
    await polder.remove(entries, entry)
    await until(async () => {
      const { reason, message } = await polder.condition(entries, entry, 'Synced')
      expect(reason).to.equal('NamespaceInUse')
      expect(message).to.contain("is kept: Widget `theirs` is not Polder's")
    }, 30_000)
    expect(isWithdrawn).to.equal(true)
    expect((await cluster.request('DELETE', `${widgets('v1')}/theirs`)).status).to.equal(200)
    await polder.gone(entries, entry)
    await cluster.request('DELETE', definition)
  }).timeout(90_000)
})
