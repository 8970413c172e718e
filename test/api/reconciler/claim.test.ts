// Whose namespaces are: claimed, adopted, refused, contested, against a real API server.
import { expect } from 'chai'
import { claimAnnotation } from '../../../api/resources/objects/namespace.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { secondCluster, sharedCluster } from '../../support/cluster/cluster.ts'
import { startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { held, type Reconciling, sealed, startReconciling } from '../../support/cluster/reconciling.ts'
import { restricted } from '../../support/cluster/restricted.ts'
import { until } from '../../support/until.ts'

describe('claiming namespaces', () => {
  let cluster: Cluster
  let polder: Reconciling
  let acme: string

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    acme = await polder.addOrganization('acme')
  })
  after(() => polder?.stop())

  const make = async (name: string) => {
    const { status } = await cluster.request('POST', '/api/v1/namespaces', { metadata: { name } })
    expect(status).to.equal(201)
  }
  const namespace = async (name: string) => (await cluster.request('GET', `/api/v1/namespaces/${name}`)).body
  const refusal = (provider: string) =>
    until(async () => {
      const it = await polder.condition('workspace_provider', provider, 'NamespaceReady')
      expect(it.status).to.equal('False')
      return it
    })

  it('NS-06 a namespace that is there already is refused and left as it is', async () => {
    await make('foreign')
    const before = await namespace('foreign')
    const provider = await polder.addProvider(cluster, { namespace: 'foreign' })
    const entry = await polder.allow(provider, acme)
    const { reason, message } = await refusal(provider)
    expect(reason).to.equal('NamespaceNotOurs')
    expect(message).to.contain('foreign').and.to.contain('adopt')
    await polder.idle()
    expect((await namespace('foreign')).metadata).to.deep.equal(before.metadata)
    expect((await held(cluster, polder.deployment, provider)).size).to.equal(0)
    expect((await polder.row('workspace_provider_allowlist_entry', entry))!.synced).to.equal(false)
  })

  it('adopt takes a namespace over, and keeps it when the provider goes', async () => {
    await make('adopted')
    await cluster.request('POST', '/api/v1/namespaces/adopted/configmaps', { metadata: { name: 'precious' } })
    const { uid } = (await namespace('adopted')).metadata
    const provider = await polder.addProvider(cluster, { namespace: 'adopted', adopt: true })
    await polder.synced(await polder.allow(provider, acme))
    expect((await held(cluster, polder.deployment, provider)).size).to.equal(5)
    await polder.remove('workspace_provider', provider)
    await polder.gone('workspace_provider', provider)
    const { metadata } = await namespace('adopted')
    expect(metadata.uid).to.equal(uid)
    expect(metadata.deletionTimestamp).to.equal(undefined)
    expect(metadata.annotations?.[claimAnnotation]).to.equal(undefined)
    expect(Object.keys(metadata.labels)).to.deep.equal(['kubernetes.io/metadata.name'])
    const kept = await cluster.request('GET', '/api/v1/namespaces/adopted/configmaps/precious')
    expect(kept.status).to.equal(200)
    expect((await held(cluster, polder.deployment, provider)).size).to.equal(0)
  })

  it('WP-21 of two deployments that claim one namespace at once exactly one gets it', async () => {
    const second = await startReconciling()
    try {
      await make('contested')
      const values = { namespace: 'contested', adopt: true }
      const pair = await Promise.all(
        [polder, second].map(async (one) => {
          const id = await one.addProvider(cluster, values)
          const found = await until(async () => {
            const it = await one.condition('workspace_provider', id, 'NamespaceReady')
            expect(it.status).not.to.equal('Unknown')
            return it
          })
          return { claim: `${one.deployment}/${id}`, ...found }
        }),
      )
      const winner = pair.find(({ status }) => status === 'True')
      const loser = pair.find(({ status }) => status === 'False')
      expect(loser?.reason).to.equal('NamespaceNotOurs')
      expect(loser?.message).to.contain(winner?.claim)
      expect((await namespace('contested')).metadata.annotations[claimAnnotation]).to.equal(winner?.claim)
    } finally {
      await second.stop()
    }
  })

  it('nothing is written for an organization that is taken off before the first write', async () => {
    const provider = await polder.addProvider(cluster, { namespace: 'early' })
    await polder.ready(provider)
    const entry = await polder.allow(provider, acme, { deleting: true })
    await polder.gone('workspace_provider_allowlist_entry', entry)
    expect([...(await held(cluster, polder.deployment, provider)).keys()]).to.deep.equal([
      'namespaces//early',
      'resourcequotas/early/polder-quota',
    ])
  })

  it('no namespace is claimed for a provider that is deleted before its first', async () => {
    let arrive = () => {}
    let release = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    const released = new Promise<void>((resolve) => (release = resolve))
    const gate = await startFaultyProxy(cluster, async ({ path }) => {
      if (path !== '/api/v1/namespaces/too-late') return
      arrive()
      await released
    })
    const provider = await polder.addProvider({ ...cluster, ...gate }, { namespace: 'too-late' })
    await arrived
    expect((await polder.row('workspace_provider', provider))!.written_at).to.equal(null)
    await polder.database.run('delete from workspace_provider where id = $1', [provider])
    release()
    await polder.idle()
    await gate.stop()
    expect((await cluster.request('GET', '/api/v1/namespaces/too-late')).status).to.equal(404)
  })

  it('the namespace of one organization that is taken fails that organization alone', async () => {
    const provider = await polder.addProvider(cluster, {
      namespace: 'part',
      namespace_mode: 'per_organization',
    })
    await polder.ready(provider)
    const good = await polder.allow(provider, acme)
    await polder.synced(good)
    const unlucky = await polder.addOrganization('unlucky')
    await make('part-unlucky-taken')
    const bad = await polder.allow(provider, unlucky, {
      namespace: 'part-unlucky-taken',
      written_at: new Date(),
    })
    await until(async () => {
      const it = await polder.condition('workspace_provider_allowlist_entry', bad, 'NamespaceReady')
      expect(it.reason).to.equal('NamespaceNotOurs')
    })
    expect((await polder.row('workspace_provider', provider))!.ready).to.equal(true)
    expect((await polder.row('workspace_provider_allowlist_entry', good))!.synced).to.equal(true)
    const { status, message } = await polder.condition('workspace_provider', provider, 'Synced')
    expect(status).to.equal('False')
    expect(message).to.contain('1 of 2').and.to.contain('unlucky')
  })

  it('another cluster at the address of the first is recognised, and nothing is written to it', async function () {
    const other = await secondCluster(this)
    const provider = await polder.addProvider(cluster, { namespace: 'identity' })
    await polder.ready(provider)
    const moved = { server: other.server, ca_data: other.caData }
    const token_encrypted = sealed(polder.database, provider, other.adminToken)
    await polder.change('workspace_provider', provider, { cluster: moved, token_encrypted })
    await until(async () => {
      const it = await polder.condition('workspace_provider', provider, 'Reachable')
      expect(it.reason).to.equal('OtherCluster')
    })
    expect((await other.request('GET', '/api/v1/namespaces/identity')).status).to.equal(404)
  })

  it('a namespace in which somebody runs something is deleted only once they have gone', async () => {
    const provider = await polder.addProvider(cluster, { namespace: 'used' })
    await polder.synced(await polder.allow(provider, acme))
    const pod = {
      metadata: { name: 'theirs' },
      spec: { containers: [{ name: 'a', image: 'b', securityContext: restricted }] },
    }
    const account = { metadata: { name: 'default' } }
    await cluster.request('POST', '/api/v1/namespaces/used/serviceaccounts', account)
    expect((await cluster.request('POST', '/api/v1/namespaces/used/pods', pod)).status).to.equal(201)
    await polder.remove('workspace_provider', provider)
    await until(async () => {
      const { reason, message } = await polder.condition('workspace_provider', provider, 'NamespaceReady')
      expect(reason).to.equal('NamespaceInUse')
      expect(message).to.contain('Namespace used is kept: Pod `theirs` is not Polder')
    })
    expect((await namespace('used')).metadata.deletionTimestamp).to.equal(undefined)
    await cluster.request('DELETE', '/api/v1/namespaces/used/pods/theirs?gracePeriodSeconds=0')
    await polder.gone('workspace_provider', provider)
    expect((await cluster.request('GET', '/api/v1/namespaces/used')).status).to.equal(404)
  }).timeout(90_000)
})
