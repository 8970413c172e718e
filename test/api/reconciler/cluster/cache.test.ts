// The cache of a real cluster: what others change is told, what we write ourselves is known at once and is not.
import { expect } from 'chai'
import { type Cache, createCache } from '../../../../api/reconciler/cluster/cache.ts'
import { openCluster } from '../../../../api/reconciler/cluster/cluster.ts'
import { kindNamed, kindsOf, namespaces } from '../../../../api/resources/objects/kinds.ts'
import { keyOf } from '../../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { until } from '../../../support/until.ts'

const roles = '/apis/rbac.authorization.k8s.io/v1/namespaces/cached/roles'

describe('the cache of a cluster', () => {
  let real: Cluster
  let cluster: ReturnType<typeof openCluster>
  let cache: Cache
  let told: string[]

  before(async function () {
    real = await sharedCluster(this)
    await real.request('POST', '/api/v1/namespaces', {
      metadata: { name: 'cached', labels: { cached: 'yes' } },
    })
  })
  beforeEach(async () => {
    const headers = async () => ({ authorization: `Bearer ${real.adminToken}` })
    const ca = Buffer.from(real.caData, 'base64')
    cluster = openCluster({ server: new URL(real.server), tls: { ca }, headers })
    told = []
    cache = createCache(cluster, {
      kinds: [namespaces, ...kindsOf('per_organization')],
      selector: 'cached=yes',
      changed: (key, organization) => told.push(`${key} ${organization ?? ''}`.trim()),
    })
    await cache.fill()
    await until(() => expect(cache.health()).to.deep.equal({ isHealthy: true }))
  })
  afterEach(() => {
    cache?.stop()
    cluster?.close()
  })

  // No controller writes to roles.
  const role = (name: string, resource: string, labels: object = {}) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name, namespace: 'cached', labels: { cached: 'yes', ...labels } },
    rules: [{ apiGroups: [''], resources: [resource], verbs: ['get'] }],
  })
  const key = (name: string) => `Role/cached/${name}`

  it('holds what a list has shown, as digests', () => {
    const seen = cache.get('Namespace//cached')!
    expect(seen).to.deep.include({ deleting: false, written: false })
    expect(seen.uid).to.match(/^[0-9a-f-]{36}$/)
    expect(told).to.deep.equal([])
  })

  it('tells what others add, change and delete, by key and organization', async () => {
    const labels = { 'polder.dev/organization': 'org_1' }
    await real.request('POST', roles, role('theirs', 'pods', labels))
    await until(() => expect(told).to.deep.equal([`${key('theirs')} org_1`]))
    const before = cache.get(key('theirs'))!
    expect(cache.of('org_1').map((it) => it.key)).to.deep.equal([key('theirs')])
    expect(cache.organizations()).to.include('org_1')
    await real.runKubectl(['-n', 'cached', 'patch', 'role', 'theirs', '-p', '{"rules":[]}'])
    await until(() => expect(told).to.have.length(2))
    expect(cache.get(key('theirs'))!.fields).not.to.deep.equal(before.fields)
    await real.request('DELETE', `${roles}/theirs`)
    await until(() => expect(told).to.have.length(3))
    expect(cache.get(key('theirs'))).to.equal(undefined)
    expect(cache.organizations()).not.to.include('org_1')
  })

  it('knows our own writes at once, and never tells them', async () => {
    for (let i = 0; i < 20; i += 1) {
      const made = await cluster.create(role('ours', 'pods'))
      expect(cache.get(keyOf(made))!.version).to.equal(made.metadata.resourceVersion)
      const applied = await cluster.apply(role('ours', 'services'))
      expect(cache.get(keyOf(made))!.version).to.equal(applied.metadata.resourceVersion)
      await cluster.remove(kindNamed('Role'), applied.metadata)
      expect(cache.get(keyOf(made))).to.equal(undefined)
    }
    await real.request('POST', roles, role('last', 'pods'))
    await until(() => expect(told.at(-1)).to.equal(key('last')))
    expect(told).to.deep.equal([key('last')])
    await real.request('DELETE', `${roles}/last`)
    await until(() => expect(told).to.have.length(2))
  })
})
