// What operators measure: each process tells of itself, of its requests, and of the providers that it reconciles.
import { expect } from 'chai'
import { serveMetrics } from '../../api/http/metrics-server.ts'
import { createMetrics, type Metrics, type ProviderMetrics } from '../../api/metrics.ts'

/** The lines of one metric that are no comments. */
const samples = (text: string, name: string) =>
  text.split('\n').filter((it) => new RegExp(`^${name}[ {]`).test(it))

const named = (metrics: Metrics, id: string, name: string) => {
  const it = metrics.provider(id)
  it.named(name)
  return it
}
const measureAll = (it: ProviderMetrics) => {
  it.turn(0.02)
  it.converged(0.2)
  it.request('list', 200)
  it.request('list', 200)
  it.request('apply', 'error')
  it.driftRepaired()
  it.contested(3)
  it.watchUp('roles', true)
  it.watchUp('namespaces', false)
  it.leaseEpoch('0-15', 7)
  it.ready(true)
  it.credentialExpires(new Date(90_000))
  it.queueDepth(12)
}

describe('metrics', () => {
  const names = [
    'polder_pass_seconds_count',
    'polder_converge_seconds_count',
    'polder_cluster_requests_total',
    'polder_drift_repaired_total',
    'polder_contested',
    'polder_watch_up',
    'polder_lease_epoch',
    'polder_provider_ready',
    'polder_credential_expiry_seconds',
    'polder_queue_depth',
  ]

  it('tell of a provider under its name', async () => {
    const metrics = createMetrics(() => 30_000)
    measureAll(named(metrics, 'wsp_1', 'gpu'))
    const { text } = await metrics.page()
    expect(names.flatMap((name) => samples(text, name))).to.have.members([
      'polder_pass_seconds_count{provider="gpu"} 1',
      'polder_converge_seconds_count{provider="gpu"} 1',
      'polder_cluster_requests_total{provider="gpu",verb="list",status="200"} 2',
      'polder_cluster_requests_total{provider="gpu",verb="apply",status="error"} 1',
      'polder_drift_repaired_total{provider="gpu"} 1',
      'polder_contested{provider="gpu"} 3',
      'polder_watch_up{provider="gpu",kind="roles"} 1',
      'polder_watch_up{provider="gpu",kind="namespaces"} 0',
      'polder_lease_epoch{provider="gpu",range="0-15"} 7',
      'polder_provider_ready{provider="gpu"} 1',
      'polder_credential_expiry_seconds{provider="gpu"} 60',
      'polder_queue_depth{provider="gpu"} 12',
    ])
  })

  it('tell nothing more of a provider that is gone, and of no lease that was given up', async () => {
    const metrics = createMetrics()
    const kept = named(metrics, 'wsp_2', 'kept')
    measureAll(kept)
    const gone = named(metrics, 'wsp_1', 'gone')
    measureAll(gone)
    gone.forget()
    // A request that was on its way ends later.
    measureAll(gone)
    kept.leaseEpoch('0-15', null)
    const { text } = await metrics.page()
    expect(text).not.to.contain('"gone"')
    expect(text).to.contain('polder_queue_depth{provider="kept"} 12')
    expect(samples(text, 'polder_lease_epoch')).to.deep.equal([])
  })

  it('tell of a provider that was renamed under its new name only', async () => {
    const metrics = createMetrics()
    measureAll(named(metrics, 'wsp_1', 'before'))
    named(metrics, 'wsp_1', 'after').ready(true)
    const { text } = await metrics.page()
    expect(text).not.to.contain('"before"')
    expect(text).to.contain('polder_provider_ready{provider="after"} 1')
  })

  it('tell what a gauge is when they are asked for, and no longer once the provider is gone', async () => {
    const metrics = createMetrics()
    const it = metrics.provider('wsp_1')
    let keys = 3
    it.named('gpu', () => it.queueDepth(keys))
    expect((await metrics.page()).text).to.contain('polder_queue_depth{provider="gpu"} 3')
    keys = 4
    expect((await metrics.page()).text).to.contain('polder_queue_depth{provider="gpu"} 4')
    it.forget()
    expect((await metrics.page()).text).not.to.contain('"gpu"')
  })

  it('tell of requests, and of the process with the delay of its event loop', async () => {
    const metrics = createMetrics()
    metrics.request('GET', '/v1/users/{username}', 404, 0.02)
    const { text } = await metrics.page()
    expect(samples(text, 'polder_http_request_duration_seconds_count')).to.deep.equal([
      'polder_http_request_duration_seconds_count{method="GET",route="/v1/users/{username}",status="404"} 1',
    ])
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
    ])
      expect(samples(text, name), name).to.have.length(1)
  })

  it('are served to GET /metrics as OpenMetrics, each sample below the type of its metric, and ended', async () => {
    const metrics = createMetrics()
    measureAll(named(metrics, 'wsp_1', 'gpu'))
    const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 })
    const answer = await fetch(server.url)
    const lines = (await answer.text()).split('\n')
    expect(answer.headers.get('content-type')).to.match(/^application\/openmetrics-text; version=1\.0\.0/)
    expect(lines.slice(-2)).to.deep.equal(['# EOF', ''])
    let [name, type] = ['', '']
    for (const line of lines.slice(0, -2)) {
      ;[, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [line, name, type]
      if (line.startsWith('#')) continue
      const ends = { counter: '_total', gauge: '', histogram: '_(bucket|sum|count)', summary: '_(sum|count)' }
      expect(line).to.match(new RegExp(`^${name}${ends[type as keyof typeof ends]}[ {]`))
    }
    expect((await fetch(new URL('/', server.url))).status).to.equal(404)
    expect((await fetch(server.url, { method: 'POST' })).status).to.equal(404)
    await server.stop()
  })
})
