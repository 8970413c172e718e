// The metrics of the process, in the text format of OpenMetrics: of requests, of every provider, and of Node itself.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds, from an answer out of memory to a request that gives up. */
const requestBuckets = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]
/** Seconds, from one write in a cluster that is near to a cold start with thousands of organizations. */
const clusterBuckets = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300]

type Labels = Record<string, string>
type Removable = { remove(labels: Labels): void }
/** What a provider is called, and the series that exist of it, by instrument. */
type Known = { name: string; series: Map<Removable, Map<string, Labels>>; sample: () => void }

/**
 * What is measured of one provider, which is nothing while it has no name. A gauge keeps its last value until it is set
 * again or the provider is forgotten.
 */
export type ProviderMetrics = {
  /** From now on measured under that name; what was measured under another is removed. `sample` may set gauges before each page. */
  named(name: string, sample?: () => void): void
  /** The provider is gone, or another process measures it: all its metrics are removed. */
  forget(): void
  /** One turn of a key has ended, after so many seconds. */
  turn(seconds: number): void
  /** A change is in the cluster, so many seconds after it was written. */
  converged(seconds: number): void
  /** One request to the cluster was answered with a status, or with none: `error`. */
  request(verb: string, status: number | 'error'): void
  /** An object that others had changed is as declared again. */
  driftRepaired(): void
  /** How many objects others keep changing back. */
  contested(objects: number): void
  watchUp(kind: string, isUp: boolean): void
  /** The epoch of a lease that this process holds; `range` such as `0-15`. Null: it holds the lease no longer. */
  leaseEpoch(range: string, epoch: number | null): void
  ready(isReady: boolean): void
  /** Null where the credential never expires. */
  credentialExpires(at: Date | null): void
  /** How many keys wait for a turn. */
  queueDepth(keys: number): void
}

export type Metrics = {
  /** `route` is the pattern of the path, and undefined where nothing is there, whatever the path said. */
  request(method: string, route: string | undefined, status: number, seconds: number): void
  provider(id: string): ProviderMetrics
  page(): Promise<{ contentType: string; text: string }>
}

const instruments = (now: () => number) => {
  const register = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>()
  register.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const registers = [register]
  const provider = ['provider'] as const
  const gauge = (name: string, help: string, labels: readonly string[] = provider) =>
    new Gauge({ name, help, labelNames: labels, registers })
  const counter = (name: string, help: string, labels: readonly string[] = provider) =>
    new Counter({ name, help, labelNames: labels, registers })
  const histogram = (name: string, help: string, labels: readonly string[], buckets: number[]) =>
    new Histogram({ name, help, labelNames: labels, buckets, registers })

  const expiries = new Map<string, number>()
  new Gauge({
    name: 'polder_credential_expiry_seconds',
    help: 'Seconds until the credential of the provider expires; negative once it has.',
    labelNames: provider,
    registers,
    collect() {
      this.reset()
      for (const [name, at] of expiries) this.set({ provider: name }, (at - now()) / 1000)
    },
  })
  return {
    register,
    expiries,
    requests: histogram(
      'polder_http_request_duration_seconds',
      'Seconds from the request to its answer.',
      ['method', 'route', 'status'],
      requestBuckets,
    ),
    pass: histogram('polder_pass_seconds', 'Seconds that one turn of a key took.', provider, clusterBuckets),
    converge: histogram(
      'polder_converge_seconds',
      'Seconds from a change until the cluster has it.',
      provider,
      clusterBuckets,
    ),
    clusterRequests: counter('polder_cluster_requests_total', 'Requests to the cluster of a provider.', [
      'provider',
      'verb',
      'status',
    ]),
    driftRepaired: counter(
      'polder_drift_repaired_total',
      'Objects made as declared again after others had changed them.',
    ),
    contested: gauge('polder_contested', 'Objects that others keep changing back.'),
    watchUp: gauge('polder_watch_up', 'Whether the watch of a kind is up.', ['provider', 'kind']),
    leaseEpoch: gauge('polder_lease_epoch', 'Epoch of a lease that this process holds.', [
      'provider',
      'range',
    ]),
    ready: gauge('polder_provider_ready', 'Whether the provider is ready.'),
    queueDepth: gauge('polder_queue_depth', 'Keys of the provider that wait for a turn.'),
  }
}

/** `now` is the time of day in milliseconds. */
export const createMetrics = (now: () => number = Date.now): Metrics => {
  const all = instruments(now)
  collectDefaultMetrics({ register: all.register })
  const providers = new Map<string, Known>()

  const forget = (id: string) => {
    const known = providers.get(id)
    if (!known) return
    for (const [instrument, series] of known.series)
      for (const labels of series.values()) instrument.remove(labels)
    all.expiries.delete(known.name)
    providers.delete(id)
  }

  const rename = (id: string, name: string, sample = () => {}) => {
    if (providers.get(id)?.name !== name) forget(id)
    providers.set(id, { name, series: providers.get(id)?.series ?? new Map(), sample })
  }

  const provider = (id: string): ProviderMetrics => {
    /** The labels of one series, which is removed when the provider is forgotten. */
    const of = (instrument: Removable, more: Labels = {}): Labels => {
      const known = providers.get(id)!
      const series = known.series.get(instrument) ?? new Map<string, Labels>()
      known.series.set(instrument, series)
      const labels = { provider: known.name, ...more }
      series.set(JSON.stringify(labels), labels)
      return labels
    }
    /** What was still on its way when the provider was forgotten does not bring it back. */
    const whileKnown =
      <A extends unknown[]>(record: (...args: A) => void) =>
      (...args: A) => {
        if (providers.has(id)) record(...args)
      }
    return {
      named: (name, sample) => rename(id, name, sample),
      forget: () => forget(id),
      turn: whileKnown((seconds) => all.pass.observe(of(all.pass), seconds)),
      converged: whileKnown((seconds) => all.converge.observe(of(all.converge), seconds)),
      request: whileKnown((verb, status) =>
        all.clusterRequests.inc(of(all.clusterRequests, { verb, status: String(status) })),
      ),
      driftRepaired: whileKnown(() => all.driftRepaired.inc(of(all.driftRepaired))),
      contested: whileKnown((objects) => all.contested.set(of(all.contested), objects)),
      watchUp: whileKnown((kind, isUp) => all.watchUp.set(of(all.watchUp, { kind }), Number(isUp))),
      leaseEpoch: whileKnown((range, epoch) => {
        const labels = of(all.leaseEpoch, { range })
        if (epoch === null) all.leaseEpoch.remove(labels)
        else all.leaseEpoch.set(labels, epoch)
      }),
      ready: whileKnown((isReady) => all.ready.set(of(all.ready), Number(isReady))),
      credentialExpires: whileKnown((at) => {
        const { name } = providers.get(id)!
        if (at) all.expiries.set(name, at.getTime())
        else all.expiries.delete(name)
      }),
      queueDepth: whileKnown((keys) => all.queueDepth.set(of(all.queueDepth), keys)),
    }
  }

  return {
    request: (method, route = 'none', status, seconds) =>
      all.requests.observe({ method, route, status }, seconds),
    provider,
    page: async () => {
      for (const { sample } of providers.values()) sample()
      return { contentType: all.register.contentType, text: await all.register.metrics() }
    },
  }
}
