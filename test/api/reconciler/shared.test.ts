// Providers in the mode `shared`, and several of them side by side, against two real API servers.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { secondCluster, sharedCluster } from '../../support/cluster/cluster.ts'
import { held, type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

describe('providers that share a namespace among organizations', () => {
  let cluster: Cluster
  let other: Cluster
  let polder: Reconciling
  let acme: string
  let globex: string

  before(async function () {
    cluster = await sharedCluster(this)
    other = await secondCluster(this)
    polder = await startReconciling({ kubeconfig: cluster.kubeconfig })
    acme = await polder.addOrganization('acme')
    globex = await polder.addOrganization('globex')
  })
  after(() => polder?.stop())

  const keys = async (where: Cluster, provider: string) =>
    [...(await held(where, polder.deployment, provider)).keys()].sort()
  const objectsIn = (namespace: string, ...organizations: string[]) =>
    [
      ...organizations.flatMap((id) => {
        const name = `polder-${id.replace('_', '-')}`
        return [
          `networkpolicies/${namespace}/${name}-allow`,
          `networkpolicies/${namespace}/${name}-deny`,
          `serviceaccounts/${namespace}/${name}`,
        ]
      }),
      `namespaces//${namespace}`,
      `resourcequotas/${namespace}/polder-quota`,
    ].sort()

  it('WP-05 built-in is the cluster of POLDER_KUBECONFIG and becomes ready by itself', async () => {
    const [row] = await polder.database.query<{ id: string }>(
      'select id from workspace_provider where built_in',
    )
    expect((await polder.ready(row!.id)).kubernetes_version).to.match(/^v1/)
    await until(async () => {
      // Every test database has the same built-in provider, whose other organizations are other files' here.
      const ofDefault = /^namespaces\/\/polder-default-[0-9a-f]{10}$/
      const namespaces = (await keys(cluster, row!.id)).filter((key) => ofDefault.test(key))
      expect(namespaces).to.have.length(1)
    })
  })

  it('WP-02 objects appear only in the cluster and the namespace of their provider', async () => {
    const here = await polder.addProvider(cluster, { namespace: 'wp02-here' })
    const there = await polder.addProvider(other, { namespace: 'wp02-there' })
    await polder.synced(await polder.allow(here, acme))
    await polder.synced(await polder.allow(there, globex))
    expect(await keys(cluster, here)).to.deep.equal(objectsIn('wp02-here', acme))
    expect(await keys(other, there)).to.deep.equal(objectsIn('wp02-there', globex))
    expect(await keys(other, here)).to.deep.equal([])
    expect(await keys(cluster, there)).to.deep.equal([])
  })

  it('WP-04 NS-05 two namespaces of one cluster are two providers that do not touch each other', async () => {
    const one = await polder.addProvider(cluster, { namespace: 'ns05-one' })
    const two = await polder.addProvider(cluster, { namespace: 'ns05-two' })
    const entry = await polder.allow(one, acme)
    await polder.synced(entry)
    const kept = await polder.allow(two, acme)
    await polder.synced(kept)
    expect(await keys(cluster, one)).to.deep.equal(objectsIn('ns05-one', acme))
    await polder.remove('workspace_provider_allowlist_entry', entry)
    await polder.gone('workspace_provider_allowlist_entry', entry)
    expect(await keys(cluster, one)).to.deep.equal(objectsIn('ns05-one'))
    expect(await keys(cluster, two)).to.deep.equal(objectsIn('ns05-two', acme))
  })

  it('a namespace holds no roles and no quota that limits: they would bind every organization in it', async () => {
    const limits = { cpu: '1' }
    await polder.insert('org_quota', { organization_id: globex, scope: 'organization', limits })
    const provider = await polder.addProvider(cluster, { namespace: 'shared-two' })
    await polder.synced(await polder.allow(provider, acme))
    await polder.synced(await polder.allow(provider, globex))
    expect(await keys(cluster, provider)).to.deep.equal(objectsIn('shared-two', acme, globex))
    const quota = '/api/v1/namespaces/shared-two/resourcequotas/polder-quota'
    const { body } = await cluster.request('GET', quota)
    expect(body.spec).to.deep.equal({ hard: { 'count/secrets': '1G' } })
  })

  it('a provider that goes takes its namespace along, and leaves what is not its own', async () => {
    const provider = await polder.addProvider(cluster, { namespace: 'going' })
    const staying = await polder.addProvider(cluster, { namespace: 'staying' })
    await polder.synced(await polder.allow(provider, acme))
    const kept = await polder.allow(staying, acme)
    await polder.synced(kept)
    await polder.remove('workspace_provider', provider)
    await polder.gone('workspace_provider', provider)
    expect((await cluster.request('GET', '/api/v1/namespaces/going')).status).to.equal(404)
    expect(await keys(cluster, staying)).to.deep.equal(objectsIn('staying', acme))
    expect(await polder.row('organization', acme)).not.to.equal(undefined)
  }).timeout(70_000)

  it('an organization that goes is removed from every provider before its row is', async () => {
    const doomed = await polder.addOrganization('doomed')
    const one = await polder.addProvider(cluster, { namespace: 'doomed-one' })
    const two = await polder.addProvider(other, { namespace: 'doomed-two' })
    await polder.synced(await polder.allow(one, doomed))
    await polder.synced(await polder.allow(two, doomed))
    await polder.remove('organization', doomed)
    await polder.gone('organization', doomed)
    expect(await keys(cluster, one)).to.deep.equal(objectsIn('doomed-one'))
    expect(await keys(other, two)).to.deep.equal(objectsIn('doomed-two'))
  })
})
