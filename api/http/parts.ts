// The dependencies of HTTP: the database, its store and the look-up of tokens, the log, the metrics, the clock, and the configured limits.
import type { BlockList } from 'node:net'
import type { Logger } from 'pino'
import type { FindBearer } from '../database/read/bearers.ts'
import type { Database } from '../database/server/source.ts'
import type { Store } from '../database/store.ts'
import type { Metrics } from '../metrics.ts'
import type { PolicyVersion } from '../resources/manifest/admission-policy.ts'
import type { Kind } from '../resources/objects/kinds.ts'

export type Parts = {
  database: Pick<Database, 'query' | 'ping' | 'keys'>
  store: Store
  findBearer: FindBearer
  log: Logger
  metrics: Pick<Metrics, 'request'>
  /** Which kinds the cluster of a provider has, by the provider's id. Throws `cluster_unavailable`. */
  readKinds(id: string): Promise<{ kinds: readonly Kind[]; policy: PolicyVersion | null }>
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
}
