// What the reconciler is given to work with, and what the worker of one provider is given.
import type { Config } from '../config.ts'
import type { Database } from '../database/server/source.ts'
import type { Metrics, ProviderMetrics } from '../metrics.ts'

type Log = Readonly<Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>>

export type Context = {
  readonly database: Database
  readonly config: Config
  readonly log: Log
  readonly metrics: Metrics
  /** For what people read. What waits is timed by the monotonic clock. */
  readonly now: () => Date
  /** In [0, 1). */
  readonly random: () => number
}

export type WorkerContext = Context & {
  /** Of the provider. */
  readonly measures: ProviderMetrics
}
