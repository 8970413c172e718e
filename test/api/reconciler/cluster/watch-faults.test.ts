// What becomes of the watches of a real cluster when the way there fails: nothing is missed, and hardly anything listed.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { halfBodies, serverError, where } from '../../../support/cluster/faults.ts'
import { type FaultyProxy, startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { type HeldCluster, holdCluster } from '../../../support/cluster/held-cluster.ts'
import { until } from '../../../support/until.ts'

const label = 'watch-faults'
const roles = '/apis/rbac.authorization.k8s.io/v1/roles'

describe('the watches of a cluster', () => {
  let real: Cluster
  let proxy: FaultyProxy
  let held: HeldCluster
  let count = 0

  before(async function () {
    real = await sharedCluster(this)
    await real.request('POST', '/api/v1/namespaces', { metadata: { name: label } })
  })
  beforeEach(async () => {
    proxy = await startFaultyProxy(real)
    held = holdCluster({ ...real, ...proxy }, label, { silenceMs: 3_000 })
  })
  afterEach(async () => {
    held.close()
    await proxy.stop()
  })

  const isHealthy = () => until(() => expect(held.cache.health()).to.deep.equal({ isHealthy: true }))
  const filled = async () => {
    await held.cache.fill()
    await until(() => expect(proxy.watched()).to.have.length(7))
  }
  const lists = (from: number) =>
    proxy.calls
      .slice(from)
      .filter(({ method, isWatch, path }) => method === 'GET' && !isWatch && path !== '/version')
      .map(({ path }) => path)
  /** Somebody else creates a role, which is told within `withinMs`. */
  const change = async (withinMs = 5_000) => {
    count += 1
    const name = `role-${count}`
    const metadata = { name, labels: { [label]: 'yes' } }
    await real.request('POST', roles.replace('/roles', `/namespaces/${label}/roles`), { metadata, rules: [] })
    const key = `Role/${label}/${name}`
    await until(() => expect(held.told).to.include(key), withinMs)
    return held.cache.get(key)!.version
  }

  it('are resumed at once, each by itself and without a list, when a connection is reset', async () => {
    await filled()
    const version = await change()
    const before = proxy.calls.length
    proxy.resetWatch(roles)
    await until(() => expect(proxy.calls.length).to.be.greaterThan(before))
    await change(1_000)
    const again = proxy.calls.slice(before)
    expect(again.map(({ path }) => path)).to.deep.equal([roles])
    expect(again[0]!.isWatch).to.equal(true)
    expect(again[0]!.query.get('resourceVersion')).to.equal(version)
  })

  it('miss nothing and list nothing behind a proxy that cuts every stream', async () => {
    proxy.link.cutWatchesMs = 1_200
    await filled()
    const before = proxy.calls.length
    for (let i = 0; i < 8; i += 1) await change(1_000)
    await until(() =>
      expect(proxy.calls.slice(before).filter(({ path }) => path === roles).length).to.be.greaterThan(2),
    )
    expect(lists(before)).to.deep.equal([])
    await isHealthy()
  })

  it('list the one kind whose version is too old, and no other', async () => {
    await filled()
    await change()
    let refused = 0
    proxy.fault = where(
      ({ isWatch, path }) => isWatch && path === roles && refused === 0,
      (_, outgoing) => {
        refused += 1
        const object = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' }
        outgoing.writeHead(200, { 'content-type': 'application/json' })
        outgoing.end(`${JSON.stringify({ type: 'ERROR', object })}\n`)
      },
    )
    const before = proxy.calls.length
    const mark = await real.request('POST', roles.replace('/roles', `/namespaces/${label}/roles`), {
      metadata: { name: 'while-cut', labels: { [label]: 'yes' } },
      rules: [],
    })
    expect(mark.status).to.equal(201)
    proxy.resetWatch(roles)
    await until(() => expect(lists(before)).to.deep.equal([roles]))
    await change(1_000)
    expect(refused).to.equal(1)
    expect(held.told).to.include(`Role/${label}/while-cut`)
    expect(lists(before)).to.deep.equal([roles])
  })

  it('list a kind whose stream has failed twice with nothing in between, and say so meanwhile', async () => {
    await filled()
    await isHealthy()
    const before = proxy.calls.length
    proxy.fault = where(({ isWatch, path }) => isWatch && path === roles, serverError)
    proxy.resetWatch(roles)
    await until(() => expect(lists(before)).to.deep.equal([roles]))
    await until(() => expect(held.cache.health()).to.deep.include({ isHealthy: false, resource: 'roles' }))
    expect((held.cache.health() as { why: string }).why).to.contain('answered 500')
    await until(() => expect(held.healths).to.deep.equal([false]))
    proxy.fault = undefined
    await change()
    await isHealthy()
    await until(() => expect(held.healths).to.deep.equal([false, true]))
  })

  it('are resumed within five seconds of an outage without a word, however long they would have been silent', async () => {
    await filled()
    proxy.freeze()
    const lost = await held.cluster.version().then(
      () => undefined,
      (error) => error.reason,
    )
    expect(lost).to.equal('HostUnreachable')
    const before = proxy.calls.length
    proxy.thaw()
    await held.cluster.version()
    await until(() => expect(proxy.calls.slice(before).filter(({ isWatch }) => isWatch)).to.have.length(7))
    await change()
    expect(lists(before)).to.deep.equal([])
  })

  it('wait for the probe of a cluster that cannot be reached, and go on with it', async () => {
    await filled()
    proxy.isRefusing = true
    proxy.resetAll()
    await until(() => expect(proxy.watched()).to.have.length(0))
    const before = proxy.calls.length
    await held.cluster.version().catch(() => {})
    proxy.isRefusing = false
    await until(() => held.cluster.version())
    await change()
    expect(lists(before)).to.deep.equal([])
  })

  it('begin with a list that came whole: half a body is an error to try again after', async () => {
    proxy.fault = halfBodies
    const error = await held.cache.fill().then(
      () => expect.fail('half a list was taken for a whole one'),
      (it) => it,
    )
    expect([error.reason, error.kind]).to.deep.equal(['HostUnreachable', 'transient'])
    proxy.fault = undefined
    await filled()
    await change()
  })

  it('go on when the API server was killed and started again', async () => {
    await filled()
    await real.stopApiServer('SIGKILL')
    await real.startApiServer()
    await until(() => held.cluster.version())
    await change(15_000)
    await isHealthy()
  }).timeout(120_000)
})
