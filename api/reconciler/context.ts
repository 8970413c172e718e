// What the reconciler is given to work with, the same for every provider.
import type { Config } from '../config.ts'
import type { Database } from '../database/server/source.ts'

type Log = Readonly<Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>>

export type Context = {
  readonly database: Database
  readonly config: Config
  readonly log: Log
  /** For what people read. What waits is timed by the monotonic clock. */
  readonly now: () => Date
  /** In [0, 1). */
  readonly random: () => number
}
