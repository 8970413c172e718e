// The dependencies of HTTP: the database, its store and tokens, the log, the clock, and the configured limits.
import type { BlockList } from 'node:net'
import type { Logger } from 'pino'
import type { Database } from '../database/server/source.ts'
import type { Store } from '../database/store.ts'
import type { Tokens } from '../database/tokens.ts'

export type Parts = {
  database: Pick<Database, 'query' | 'ping'>
  store: Store
  tokens: Tokens
  log: Logger
  /** Something was written: the reconciler may want to look. */
  activate(): void
  /** Milliseconds that only go up, for limits; `performance.now` unless given. */
  clock?: () => number
  /** Requests per second for each token, five times that at once; 0 means without limit. */
  rateLimit: number
  /** Failed authentications per second of each client address, five times that at once; 0 means without limit. */
  failedAuthenticationLimit: number
  /** Proxies whose word on the client's address is taken. */
  trustedProxies: BlockList
  /** The longest life of a token in days; 0 means without limit. */
  tokenMaxDays: number
}
