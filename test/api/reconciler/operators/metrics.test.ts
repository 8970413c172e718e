// What the metrics of a provider tell while things happen to a real cluster.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { meddlerWith } from '../../../support/cluster/meddler.ts'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

const never = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')

describe('S38 the metrics of a provider', () => {
  let cluster: Cluster
  let polder: Reconciling
  let proxy: Awaited<ReturnType<typeof startFaultyProxy>>
  let name: string
  let provider: string
  let organization: string
  let count = 0

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
  })
  after(() => polder?.stop())
  beforeEach(async () => {
    count += 1
    name = `measured${count}`
    proxy = await startFaultyProxy(cluster)
    provider = await polder.addProvider({ ...cluster, ...proxy }, { namespace: name })
    organization = await polder.addOrganization(name)
    await polder.synced(await polder.allow(provider, organization))
    await polder.idle()
  })
  afterEach(() => proxy.stop())

  /** The value of one metric, whose labels besides the provider `more` begins with; undefined where there is none. */
  const metric = async (of: string, more = '') => {
    const { text } = await polder.metrics.page()
    const line = text.split('\n').find((it) => it.startsWith(`polder_${of}{provider="${name}"${more}`))
    return line === undefined ? undefined : Number(line.split(' ').at(-1))
  }
  const soon = (of: string, value: number | undefined, more = '') =>
    until(async () => expect(await metric(of, more), of).to.equal(value), 15_000)

  it('polder_pass_seconds counts each turn, and polder_converge_seconds what a change took until the cluster has it', async () => {
    const [turns, changes] = [await metric('pass_seconds_count'), await metric('converge_seconds_count')]
    expect(changes).to.equal(1)
    expect(await metric('converge_seconds_sum')).to.be.within(0.001, 20)
    const meddler = await meddlerWith(cluster, polder, provider, organization)
    await meddler.narrow()
    await until(meddler.isWhole)
    await polder.idle()
    expect(await metric('pass_seconds_count')).to.be.above(turns!)
    expect(await metric('converge_seconds_count')).to.equal(1)
    await polder.change('organization', organization, { namespace_labels: { team: 'a' } })
    await soon('converge_seconds_count', 2)
  })

  it('polder_cluster_requests_total counts every request once, by verb and status', async () => {
    const verbs = ['get', 'list', 'watch', 'create', 'patch', 'update', 'delete'] as const
    const meddler = await meddlerWith(cluster, polder, provider, organization)
    await meddler.narrow()
    await until(meddler.isWhole)
    await until(async () => {
      const { text } = await polder.metrics.page()
      const samples = text.matchAll(
        new RegExp(`polder_cluster_requests_total{provider="${name}",verb="(.*)",status="(.*)"} (.*)`, 'g'),
      )
      const counted: Record<string, number> = {}
      for (const [, verb = '', status, value] of samples) {
        expect(verbs).to.include(verb)
        const method = { create: 'POST', patch: 'PATCH', update: 'PUT', delete: 'DELETE' }[verb] ?? 'GET'
        const key = `${verb === 'watch' ? 'watch' : method} ${status}`
        counted[key] = (counted[key] ?? 0) + Number(value)
      }
      const seen: Record<string, number> = {}
      for (const { method, isWatch, status } of proxy.calls) {
        const key = `${isWatch ? 'watch' : method} ${status}`
        seen[key] = (seen[key] ?? 0) + 1
      }
      expect(counted).to.deep.equal(seen)
    })
    proxy.isRefusing = true
    proxy.resetAll()
    await until(async () =>
      expect(await metric('cluster_requests_total', ',verb="get",status="error"')).to.be.above(0),
    )
    expect(await metric('cluster_requests_total', ',verb="list",status="200"')).to.be.above(0)
  }).timeout(30_000)

  it('polder_drift_repaired_total counts objects, and polder_contested those that others insist on, while they do', async () => {
    expect([await metric('drift_repaired_total'), await metric('contested')]).to.deep.equal([undefined, 0])
    const meddler = await meddlerWith(cluster, polder, provider, organization)
    await meddler.narrow()
    await soon('drift_repaired_total', 1)
    expect(await metric('contested')).to.equal(0)
    await until(
      async () => {
        await meddler.narrow()
        expect(await metric('contested')).to.equal(1)
      },
      15_000,
      20,
    )
    await soon('contested', 0)
  }).timeout(40_000)

  it('polder_watch_up and polder_provider_ready are 0 while the cluster is out of reach', async () => {
    const kinds = proxy.watched().map((path) => path.split('/').at(-1)!)
    expect(kinds).to.include('networkpolicies')
    for (const kind of kinds) await soon('watch_up', 1, `,kind="${kind}"`)
    expect(await metric('provider_ready')).to.equal(1)
    proxy.isRefusing = true
    proxy.resetAll()
    await soon('provider_ready', 0)
    for (const kind of kinds) await soon('watch_up', 0, `,kind="${kind}"`)
    proxy.isRefusing = false
    await soon('provider_ready', 1)
    for (const kind of kinds) await soon('watch_up', 1, `,kind="${kind}"`)
  }).timeout(60_000)

  it('polder_queue_depth is how many organizations wait, while their cluster does not answer', async () => {
    expect(await metric('queue_depth')).to.equal(0)
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    proxy.fault = ({ isWrite }) => (isWrite ? released : undefined)
    for (const which of ['a', 'b'])
      await polder.allow(provider, await polder.addOrganization(`${name}-${which}`))
    await soon('queue_depth', 2)
    release()
    await soon('queue_depth', 0)
  })

  it('polder_lease_epoch is the epoch of the lease, and all of it goes with a process that stops', async () => {
    const epoch = async () => {
      const rows = await polder.database.query<{ epoch: number }>(
        'select epoch from provider_lease where workspace_provider_id = $1',
        [provider],
      )
      return Number(rows[0]!.epoch)
    }
    const first = await epoch()
    expect(await metric('lease_epoch', ',range="0-15"')).to.equal(first)
    await polder.restart()
    await soon('lease_epoch', first + 1, ',range="0-15"')
    await polder.remove('workspace_provider', provider, true)
    await polder.gone('workspace_provider', provider)
    await soon('lease_epoch', undefined)
    expect((await polder.metrics.page()).text).not.to.contain(`"${name}"`)
  }).timeout(60_000)

  it('polder_credential_expiry_seconds counts down to the end of the credential, and no metric holds a secret', async () => {
    const exp = Math.round(Date.now() / 1_000) + 3_600
    const claims = Buffer.from(JSON.stringify({ exp })).toString('base64url')
    const token = `${never}.${claims}.bm90LWEtc2lnbmF0dXJl`
    expect(await metric('credential_expiry_seconds')).to.equal(undefined)
    name = `${name}-expires`
    await polder.addProvider(cluster, { namespace: name, token })
    await until(async () => expect(await metric('credential_expiry_seconds')).to.be.within(3_500, 3_600))
    const { text } = await polder.metrics.page()
    for (const secret of [token, cluster.adminToken]) expect(text).not.to.contain(secret)
  })
})
