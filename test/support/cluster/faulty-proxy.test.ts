// The faults that a faulty proxy has, as a client of a real API server meets them.
import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { clusterRequest } from '../../../examples/local/cluster/cluster-request.ts'
import { seeded } from '../seeded.ts'
import { until } from '../until.ts'
import { sharedCluster } from './cluster.ts'
import {
  type Call,
  type Fault,
  halfBodies,
  once,
  redirectTo,
  serverError,
  tooManyRequests,
  unauthorized,
  unavailableAt,
  where,
} from './faults.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'

const namespaces = '/api/v1/namespaces'

describe('a faulty proxy', () => {
  let cluster: Cluster
  let proxy: FaultyProxy

  before(async function () {
    cluster = await sharedCluster(this)
  })
  beforeEach(async () => {
    proxy = await startFaultyProxy(cluster)
  })
  afterEach(() => proxy?.stop())

  const ask = (method = 'GET', path = namespaces, body?: object, caData = proxy.caData) =>
    clusterRequest({ server: proxy.server, caData, token: cluster.adminToken }, method, path, body)
  const failure = (asked: Promise<unknown>) =>
    asked.then(
      () => expect.fail('the request was answered'),
      (error: Error & { code?: string }) => error.code ?? error.message,
    )
  const watch = async () => {
    const ca = Buffer.from(proxy.caData, 'base64')
    const headers = { authorization: `Bearer ${cluster.adminToken}` }
    const it = { text: '', ended: '' }
    const call = request(`${proxy.server}${namespaces}?watch=1`, { ca, headers, agent: false }, (answer) => {
      answer.on('data', (piece) => (it.text += piece))
      answer.on('error', ({ code }: NodeJS.ErrnoException) => (it.ended = code!))
    })
    call.on('error', () => {}).end()
    await until(() => expect(it.text).to.contain('"default"'))
    return it
  }

  it('passes everything on while it has no fault, and records it', async () => {
    expect((await ask()).body.kind).to.equal('NamespaceList')
    const made = await ask('POST', namespaces, { metadata: { name: 'faulty-proxy' } })
    expect(made.status).to.equal(201)
    await ask('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', { spec: {} })
    expect((await ask('DELETE', `${namespaces}/no-such`)).status).to.equal(404)
    expect(proxy.calls.map(({ method, status }) => `${method} ${status}`)).to.deep.equal([
      'GET 200',
      'POST 201',
      'POST 422',
      'DELETE 404',
    ])
    const quota = { metadata: { name: 'theirs' }, spec: { hard: { pods: 9 } } }
    await ask('POST', `${namespaces}/faulty-proxy/resourcequotas`, quota)
    await ask('PUT', `${namespaces}/faulty-proxy/resourcequotas/theirs`, quota)
    const written = (from: number) => proxy.writes(from).map(({ method, object }) => `${method} ${object}`)
    expect(written(0)).to.deep.equal([
      'POST namespaces//faulty-proxy',
      'POST resourcequotas/faulty-proxy/theirs',
      'PUT resourcequotas/faulty-proxy/theirs',
    ])
    expect(written(4)).to.deep.equal(written(0).slice(1))
  })

  it('resets one watch, or everything', async () => {
    const [one, other] = [await watch(), await watch()]
    expect(proxy.watched()).to.deep.equal([namespaces, namespaces])
    proxy.resetWatch(namespaces)
    await until(() => expect([one.ended, other.ended]).to.deep.equal(['ECONNRESET', '']))
    proxy.resetAll()
    await until(() => expect([one.ended, other.ended]).to.deep.equal(['ECONNRESET', 'ECONNRESET']))
    expect(proxy.watched()).to.deep.equal([])
  })

  it('refuses connections', async () => {
    proxy.isRefusing = true
    expect(await failure(ask())).to.equal('ECONNRESET')
    proxy.isRefusing = false
    expect((await ask()).status).to.equal(200)
  })

  it('falls silent, and passes on later what was held', async () => {
    const stream = await watch()
    proxy.freeze()
    await cluster.request('PUT', `${namespaces}/default`, {
      metadata: { name: 'default', labels: { silent: 'no' } },
    })
    const held = ask()
    // The time is the subject: no answer comes within it.
    expect(await Promise.race([held, sleep(300, 'silence')])).to.equal('silence')
    expect(stream.text).not.to.contain('"silent"')
    proxy.thaw()
    expect((await held).status).to.equal(200)
    await until(() => expect(stream.text).to.contain('"silent"'))
  })

  it('answers in place of the cluster, which sees nothing of it', async () => {
    const answers: [Fault, number][] = [
      [tooManyRequests('7'), 429],
      [unauthorized, 401],
      [redirectTo('https://127.0.0.1:1'), 307],
      [where(({ isWrite }) => !isWrite, serverError), 500],
    ]
    for (const [fault, status] of answers) {
      proxy.fault = fault
      expect((await ask()).status).to.equal(status)
    }
    expect((await ask('POST', namespaces, { metadata: {} })).status).to.equal(422)
    expect(proxy.calls.map((call) => call.isForwarded)).to.deep.equal([false, false, false, false, true])
  })

  it('answers once, or a share of the requests', async () => {
    const statuses = async (count: number) => {
      const all: number[] = []
      for (let i = 0; i < count; i += 1) all.push((await ask()).status)
      return all
    }
    proxy.fault = once((call: Call) => call.path === namespaces, serverError)
    expect(await statuses(3)).to.deep.equal([500, 200, 200])
    proxy.fault = unavailableAt(0.3, seeded(1))
    const refused = (await statuses(20)).filter((status) => status === 503)
    expect(refused.length).to.be.within(2, 12)
  })

  it('breaks off in the middle of a body', async () => {
    proxy.fault = halfBodies
    expect(await failure(ask())).to.equal('ECONNRESET')
    expect(proxy.calls[0]).to.include({ status: 200, isForwarded: true })
  })

  it('cuts watches after a while, delays requests, and lets no more than so many bits pass', async () => {
    proxy.link = { cutWatchesMs: 200, latencyMs: 50 }
    const stream = await watch()
    await until(() => expect(stream.ended).to.equal('ECONNRESET'))
    const bytes = JSON.stringify((await ask()).body).length
    proxy.link = { bitsPerSecond: bytes * 8 }
    const began = performance.now()
    await ask()
    expect(performance.now() - began).to.be.within(700, 3_000)
  })

  it('shows a certificate of a new authority', async () => {
    await ask()
    const before = proxy.caData
    const { caData } = await proxy.rotate()
    expect(await failure(ask('GET', namespaces, undefined, before))).to.match(/CERT|SIGNATURE/)
    expect((await ask('GET', namespaces, undefined, caData)).status).to.equal(200)
  })
})
