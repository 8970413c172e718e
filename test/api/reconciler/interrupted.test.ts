// What is in the middle of something when a call fails, a process ends or a setting changes: nothing is forgotten, and nothing false is said.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { serverError } from '../../support/cluster/faults.ts'
import { type FaultyProxy, startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { held, type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

describe('WP-14 an interruption', () => {
  let cluster: Cluster
  let proxy: FaultyProxy
  let polder: Reconciling

  before(async function () {
    cluster = await sharedCluster(this)
    proxy = await startFaultyProxy(cluster)
    polder = await startReconciling()
  })
  afterEach(() => {
    proxy.fault = undefined
  })
  after(async () => {
    await polder?.stop()
    await proxy?.stop()
  })

  const provide = async (namespace: string, mode: string) => {
    const provider = await polder.addProvider({ ...cluster, ...proxy }, { namespace, namespace_mode: mode })
    const organization = await polder.addOrganization(namespace)
    const entry = await polder.allow(provider, organization)
    await polder.synced(entry)
    await polder.ready(provider)
    await polder.idle()
    return { provider, organization, entry }
  }
  const keysOf = async (provider: string) => [...(await held(cluster, polder.deployment, provider)).keys()]

  it('of the first turn after all was listed forgets no organization: what others took away comes back', async () => {
    const { provider } = await provide('listed', 'shared')
    const before = await keysOf(provider)
    const gate = Promise.withResolvers<void>()
    let reads = 0
    proxy.fault = async ({ method, path }, outgoing) => {
      await gate.promise
      // The first one is of the list, the second one looks whose the namespace is.
      if (method !== 'GET' || path !== '/api/v1/namespaces/listed') return
      reads += 1
      if (reads === 2) await serverError({} as never, outgoing)
    }
    await polder.restart()
    const policy = before.find((key) => key.startsWith('networkpolicies/'))!
    const [, namespace, name] = policy.split('/')
    await cluster.request(
      'DELETE',
      `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies/${name}`,
    )
    gate.resolve()
    await until(async () => expect(await keysOf(provider)).to.have.members(before))
    expect(reads).to.be.at.least(3)
  })

  it('by the end of the process is no failure of an organization', async () => {
    const { provider, organization } = await provide('ended', 'per_organization')
    const conditions = async () =>
      JSON.stringify(
        await polder.database.query(
          'select conditions from placement where workspace_provider_id = $1 and owner_id = $2',
          [provider, organization],
        ),
      )
    const before = await conditions()
    const gate = Promise.withResolvers<void>()
    let writes = 0
    proxy.fault = async ({ isWrite }) => {
      if (isWrite) writes += 1
      await gate.promise
    }
    await polder.change('organization', organization, { namespace_labels: { team: 'a' } })
    await until(() => expect(writes).to.be.at.least(1))
    await polder.restart()
    expect(await conditions()).to.equal(before)
    gate.resolve()
    await until(async () => {
      const namespaces = [...(await held(cluster, polder.deployment, provider)).values()]
      expect(namespaces.some(({ metadata }) => metadata.labels.team === 'a')).to.equal(true)
    })
  })

  it('of the probe keeps no setting of a provider from the turns that begin meanwhile', async () => {
    const { provider, organization } = await provide('settings', 'per_organization')
    const gate = Promise.withResolvers<void>()
    let probes = 0
    proxy.fault = async ({ path }) => {
      if (path !== '/version') return
      probes += 1
      await gate.promise
    }
    await polder.change('workspace_provider', provider, { namespace_labels: { team: 'provider' } })
    await until(() => expect(probes).to.equal(1))
    await polder.change('organization', organization, { namespace_annotations: { seen: 'yes' } })
    await until(async () => {
      const all = [...(await held(cluster, polder.deployment, provider))]
      const [, namespace] = all.find(([key]) => key.startsWith('namespaces/'))!
      expect(namespace.metadata).to.have.nested.property('annotations.seen', 'yes')
      expect(namespace.metadata.labels.team).to.equal('provider')
    })
    expect(probes).to.equal(1)
    gate.resolve()
  })

  it('of a paused provider leaves alone what no row explains, until the provider goes on', async () => {
    const { provider, entry } = await provide('paused', 'shared')
    const before = await keysOf(provider)
    await polder.change('workspace_provider', provider, { paused: true })
    await polder.database.run('delete from workspace_provider_allowlist_entry where id = $1', [entry])
    await polder.restart()
    await until(async () => {
      const rows = await polder.database.query("select from reconcile_queue where key = 'provider'")
      expect(rows).to.deep.equal([])
    })
    await polder.idle()
    expect(await keysOf(provider)).to.deep.equal(before)
    await polder.change('workspace_provider', provider, { paused: false })
    // Those of the provider itself.
    await until(async () => expect(await keysOf(provider)).to.have.length(2))
  })

  it('says in which namespace an organization is, from the first turn on', async () => {
    const { entry } = await provide('named', 'per_organization')
    const { namespace } = (await polder.row('workspace_provider_allowlist_entry', entry))!
    const { message } = await polder.condition('workspace_provider_allowlist_entry', entry, 'NamespaceReady')
    expect(message).to.equal(`Namespace ${namespace} holds the objects of the organization.`)
  })
})
