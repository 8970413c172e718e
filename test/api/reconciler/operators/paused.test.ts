// Reconciling that is paused over REST, for a provider or an organization, against a real cluster.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { until } from '../../../support/until.ts'

type Target = 'workspace_providers' | 'organizations'

describe('S38 paused', () => {
  let cluster: Cluster
  let api: Api
  let proxy: Awaited<ReturnType<typeof startFaultyProxy>>
  let count = 0

  before(async function () {
    cluster = await sharedCluster(this)
    api = await startApi({}, { reconciles: true })
  })
  after(() => api?.stop())
  beforeEach(async () => {
    proxy = await startFaultyProxy(cluster)
  })
  afterEach(() => proxy.stop())

  const patch = async (plural: Target, key: string, body: Body) => {
    const answer = await api.request('PATCH', `/v1/${plural}/${key}`, body)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
  }
  const synced = (name: string, reason: string, plural: Target = 'organizations') =>
    until(async () => {
      const { conditions } = await api.read(`${plural}/${name}`)
      const it = conditions.find(({ type }: Body) => type === 'Synced')
      expect(it?.reason, JSON.stringify(conditions)).to.equal(reason)
      return it as Body
    }, 20_000)
  const isQueueEmpty = (name: string) =>
    until(async () => {
      const rows = await api.database.query(
        'select from reconcile_queue q join workspace_provider p on p.id = q.workspace_provider_id where p.name = $1',
        [name],
      )
      expect(rows).to.deep.equal([])
    })
  const isThere = async (path: string) => (await cluster.request('GET', path)).status === 200

  /** A provider, and an organization in it that has a namespace of its own. */
  const scene = async () => {
    count += 1
    const name = `paused${count}`
    await api.create('workspace_providers', {
      name,
      namespace: name,
      namespace_mode: 'per_organization',
      cluster: { server: proxy.server, ca_data: proxy.caData },
      token: cluster.adminToken,
    })
    await api.create('organizations', { name })
    await api.create('workspace_provider_allowlist_entries', { workspace_provider: name, organization: name })
    await synced(name, 'Synced')
    const namespace = (await api.read(`organizations/${name}`)).namespaces[name] as string
    const [policy] = (
      await cluster.request('GET', `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`)
    ).body.items as { metadata: { name: string } }[]
    const policies = `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`
    return {
      name,
      namespacePath: `/api/v1/namespaces/${namespace}`,
      policyPath: `${policies}/${policy!.metadata.name}`,
    }
  }

  for (const target of ['workspace_providers', 'organizations'] as const) {
    it(`of ${target}: nothing is written or repaired meanwhile, Synced says Paused, and all follows at its end`, async () => {
      const { name, namespacePath, policyPath } = await scene()
      await patch(target, name, { paused: true })
      if (target === 'workspace_providers') await synced(name, 'Paused', target)
      const { status, message } = await synced(name, 'Paused')
      expect(status).to.equal('Unknown')
      expect(message).to.contain('set `paused` to false')
      const from = proxy.calls.length
      await cluster.request('DELETE', policyPath)
      await patch('organizations', name, { namespace_labels: { team: 'a' } })
      await isQueueEmpty(name)
      expect(proxy.writes(from)).to.deep.equal([])
      expect((await api.read(`organizations/${name}`)).reconciled).to.equal(false)
      expect((await api.read(`workspace_providers/${name}`)).status.state).to.equal('ready')
      await patch(target, name, { paused: false })
      await synced(name, 'Synced')
      await until(async () => expect(await isThere(policyPath)).to.equal(true))
      await until(async () => {
        const { body } = await cluster.request('GET', namespacePath)
        expect(body.metadata.labels).to.include({ team: 'a' })
      })
    }).timeout(40_000)

    it(`of ${target}: deletions wait, and go on at its end`, async () => {
      const { name, namespacePath } = await scene()
      await patch(target, name, { paused: true })
      await synced(name, 'Paused')
      const from = proxy.calls.length
      const wanted = target === 'organizations' ? `organizations/${name}` : `workspace_providers/${name}`
      const { status } = await api.request('DELETE', `/v1/${wanted}`)
      expect(status).to.equal(202)
      await isQueueEmpty(name)
      expect(proxy.writes(from)).to.deep.equal([])
      expect((await api.read(wanted)).deleting).to.equal(true)
      await synced(name, 'Paused', target)
      expect(await isThere(namespacePath)).to.equal(true)
      await patch(target, name, { paused: false })
      await until(
        async () => expect((await api.request('GET', `/v1/${wanted}`)).status).to.equal(404),
        60_000,
      )
      expect(await isThere(namespacePath)).to.equal(false)
    }).timeout(90_000)
  }

  it('of workspace_providers: a shared namespace stays until its end as well', async () => {
    const name = 'paused-shared'
    await api.create('workspace_providers', {
      name,
      namespace: name,
      cluster: { server: proxy.server, ca_data: proxy.caData },
      token: cluster.adminToken,
    })
    await synced(name, 'Synced', 'workspace_providers')
    await patch('workspace_providers', name, { paused: true })
    await synced(name, 'Paused', 'workspace_providers')
    await isQueueEmpty(name)
    const from = proxy.calls.length
    expect((await api.request('DELETE', `/v1/workspace_providers/${name}`)).status).to.equal(202)
    await isQueueEmpty(name)
    expect(proxy.writes(from)).to.deep.equal([])
    await patch('workspace_providers', name, { paused: false })
    await until(async () => {
      expect((await api.request('GET', `/v1/workspace_providers/${name}`)).status).to.equal(404)
    }, 60_000)
    expect(await isThere(`/api/v1/namespaces/${name}`)).to.equal(false)
  }).timeout(90_000)
})
