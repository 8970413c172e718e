// Counters for Prometheus: how long requests take, by method, route pattern and status.
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Answer, Route } from './route.ts'

export type Metrics = {
  /** `route` undefined: nothing is there, whatever the path said. */
  observe(route: Route | undefined, method: string, status: number, seconds: number): void
  page(): Promise<Answer>
}

export const metrics = (): Metrics => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'polder_http_request_duration_seconds',
    help: 'Seconds from the request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers: [register],
  })
  return {
    observe: (route, method, status, seconds) =>
      requests.observe({ method, route: route?.path ?? 'none', status }, seconds),
    page: async () => ({
      status: 200,
      body: await register.metrics(),
      headers: { 'content-type': register.contentType },
    }),
  }
}
