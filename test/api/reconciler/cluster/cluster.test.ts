// What can be asked of a real cluster and written to it.
import { expect } from 'chai'
import { openCluster } from '../../../../api/reconciler/cluster/cluster.ts'
import type { ClusterError } from '../../../../api/reconciler/cluster/errors.ts'
import { allItems } from '../../../../api/reconciler/cluster/list.ts'
import { namespaces, resourceQuotas } from '../../../../api/resources/objects/kinds.ts'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'

describe('a cluster', () => {
  let real: Cluster
  let cluster: ReturnType<typeof openCluster>
  before(async function () {
    real = await sharedCluster(this)
    const headers = async () => ({ authorization: `Bearer ${real.adminToken}` })
    const ca = Buffer.from(real.caData, 'base64')
    cluster = openCluster({ server: new URL(real.server), tls: { ca }, headers }, [real.adminToken])
  })
  after(() => cluster?.close())

  const quota = (name: string, pods: string) => ({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace: 'default', labels: { 'polder.dev/test': 'cluster' } },
    spec: { hard: { pods } },
  })
  const failure = (work: Promise<unknown>): Promise<ClusterError> =>
    work.then(
      () => expect.fail('it was done'),
      (error) => error,
    )

  it('tells its version, and how long ago it was heard', async () => {
    expect(await cluster.version()).to.match(/^v1\.\d+\.\d+/)
    expect(cluster.lastContact()).to.be.lessThan(1_000)
  })

  it('creates once, applies, replaces, and deletes exactly that object', async () => {
    const made = await cluster.create(quota('one', '1'))
    const again = await failure(cluster.create(quota('one', '1')))
    expect([again.reason, again.status, again.kind]).to.deep.equal(['Conflict', 409, 'transient'])
    const applied = await cluster.apply(quota('one', '2'))
    expect(applied.metadata.uid).to.equal(made.metadata.uid)
    expect(applied.spec).to.deep.equal({ hard: { pods: '2' } })
    const { resourceVersion: _, ...metadata } = applied.metadata
    const replaced = await cluster.replace({ ...applied, metadata, spec: { hard: { services: '1' } } })
    expect(replaced.spec).to.deep.equal({ hard: { services: '1' } })
    const other = await failure(cluster.remove(resourceQuotas, { ...replaced.metadata, uid: 'another' }))
    expect(other.reason).to.equal('Conflict')
    const listed = await allItems(cluster.list(resourceQuotas, 'polder.dev/test=cluster'))
    expect(listed.map(({ kind, metadata: { name, uid } }) => [kind, name, uid])).to.deep.equal([
      ['ResourceQuota', 'one', made.metadata.uid],
    ])
    await cluster.remove(resourceQuotas, replaced.metadata)
    await cluster.remove(resourceQuotas, replaced.metadata)
    expect(await cluster.read(resourceQuotas, 'one', 'default')).to.equal(null)
    expect((await cluster.read(namespaces, 'default'))?.metadata.name).to.equal('default')
  })
})
