// What the reconciler is given to work with, the same for every lane.
import type { Config } from '../config.ts'
import type { Database } from '../database/server/source.ts'

export type Log = Readonly<Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>>

export type Tools = {
  readonly database: Database
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  /** In [0, 1). */
  readonly random: () => number
}
