// Lists of a real cluster come compressed, in pages of one version.
import { expect } from 'chai'
import type { Cluster } from '../../../../api/reconciler/cluster/cluster.ts'
import { allItems } from '../../../../api/reconciler/cluster/list.ts'
import { kindNamed, kindsOf } from '../../../../api/resources/objects/kinds.ts'
import type { Cluster as TestCluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { addUser } from '../../../support/cluster/cluster-user.ts'
import { type FaultyProxy, startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { holdCluster, openTestCluster } from '../../../support/cluster/held-cluster.ts'
import { until } from '../../../support/until.ts'

const label = 'paged-list'
const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${label}/roles`
const all = 1_200

describe('a list of a cluster', () => {
  let real: TestCluster
  let proxy: FaultyProxy
  let cluster: Cluster

  before(async function () {
    real = await sharedCluster(this)
    await real.request('POST', '/api/v1/namespaces', { metadata: { name: label } })
    const direct = openTestCluster(real)
    const metadata = { namespace: label, labels: { [label]: 'yes' } }
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }]
    const role = (name: string) => ({ ...kindNamed('Role'), metadata: { ...metadata, name }, rules })
    await Promise.all(Array.from({ length: all }, (_, index) => direct.create(role(`role-${index}`))))
    direct.close()
  })
  after(() => real?.request('DELETE', path))
  beforeEach(async () => {
    proxy = await startFaultyProxy(real)
    cluster = openTestCluster({ ...real, ...proxy })
  })
  afterEach(async () => {
    cluster.close()
    await proxy.stop()
  })
  const pages = () => cluster.list(kindNamed('Role'), `${label}=yes`)

  it('comes in pages of 500, all of one version', async () => {
    const seen = await Array.fromAsync(pages())
    expect(seen.map(({ items, isFirst }) => [items.length, isFirst])).to.deep.equal([
      [500, true],
      [500, false],
      [200, false],
    ])
    expect(new Set(seen.map(({ version }) => version)).size).to.equal(1)
    expect(new Set(seen.flatMap(({ items }) => items.map((it) => it.metadata.uid))).size).to.equal(all)
  })

  it('begins anew when the server no longer has its next page', async () => {
    let expired = 0
    proxy.fault = ({ query }, outgoing) => {
      if (!query.has('continue') || expired > 0) return
      expired += 1
      const status = {
        kind: 'Status',
        code: 410,
        reason: 'Expired',
        message: 'The provided continue parameter is too old',
      }
      outgoing.writeHead(410, { 'content-type': 'application/json' }).end(JSON.stringify(status))
    }
    const seen = await Array.fromAsync(pages())
    expect(seen.map(({ isFirst }) => isFirst)).to.deep.equal([true, true, false, false])
    expect(expired).to.equal(1)
    proxy.fault = undefined
    expect(await allItems(pages())).to.have.length(all)
  })

  it('gives up on a server that never has the next page', async () => {
    proxy.fault = ({ query }, outgoing) => {
      if (query.has('continue'))
        outgoing.writeHead(410, { 'content-type': 'application/json' }).end('{"kind":"Status"}')
    }
    const error = await allItems(pages()).then(
      () => expect.fail('it was listed'),
      (it) => it,
    )
    expect(error.reason).to.equal('Expired')
    expect(proxy.calls.filter(({ query }) => !query.has('continue'))).to.have.length(3)
  })

  it('fills a cache over a slow link in the time that its compressed bytes take', async () => {
    // Uncompressed the list is more than half a megabyte, which takes more than ten seconds here.
    proxy.link.bitsPerSecond = 400_000
    const held = holdCluster({ ...real, ...proxy }, label)
    try {
      const began = performance.now()
      await held.cache.fill()
      expect(held.cache.of(undefined)).to.have.length(all)
      expect(performance.now() - began).to.be.lessThan(8_000)
    } finally {
      held.close()
    }
  })

  it('stays in the one namespace of a credential that is confined to it', async () => {
    const user = await addUser(real, 'paged-confined', [])
    const rules = [
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
      {
        apiGroups: ['', 'networking.k8s.io'],
        resources: ['networkpolicies', 'serviceaccounts', 'resourcequotas'],
        verbs: ['list', 'watch'],
      },
    ]
    const rbac = path.replace('/roles', '')
    await real.request('POST', `${rbac}/roles`, { metadata: { name: 'confined' }, rules })
    await real.request('POST', `${rbac}/rolebindings`, {
      metadata: { name: 'confined' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'confined' },
      subjects: [{ kind: 'ServiceAccount', name: user.name, namespace: 'default' }],
    })
    const held = holdCluster(
      { ...real, ...proxy, adminToken: user.token },
      label,
      {},
      { mode: 'shared', namespace: label },
    )
    try {
      await until(() => held.cache.fill())
      expect(held.cache.get(`Namespace//${label}`)?.labels).to.include({
        'kubernetes.io/metadata.name': label,
      })
      const metadata = { name: 'theirs', labels: { [label]: 'yes' } }
      await real.request('POST', `/api/v1/namespaces/${label}/serviceaccounts`, { metadata })
      await until(() => expect(held.told).to.deep.equal([`ServiceAccount/${label}/theirs`]))
      expect(proxy.calls.filter(({ status }) => status === 403)).to.deep.equal([])
      expect(kindsOf('shared')).to.have.length(proxy.watched().length)
    } finally {
      held.close()
    }
  })
})
