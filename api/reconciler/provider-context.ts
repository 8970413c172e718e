// What the turns of one provider share while it is connected.
import type { Desired } from '../database/status/desired.ts'
import type { DesiredProvider } from '../database/status/provider.ts'
import type { Cache } from './cluster/cache.ts'
import type { Cluster } from './cluster/cluster.ts'
import type { Memory } from './cluster/compare.ts'
import type { Discovery } from './cluster/discover.ts'
import type { WorkerContext } from './context.ts'
import type { HeldLease } from './lease/held-lease.ts'
import type { Contests } from './turn/contests.ts'

export type ProviderContext = WorkerContext & {
  readonly lease: HeldLease
  /** As the last turn of the provider has read it. */
  readonly provider: DesiredProvider
  readonly cluster: Cluster
  readonly cache: Cache
  readonly memory: Memory
  readonly contests: Contests
  /** Such as `v1.36.3`. */
  readonly version: string | null
  /** What kinds the cluster has: found out when a namespace is about to be deleted, and then for a while. */
  readonly discovery: () => Promise<Discovery>
  /** Of each namespace that is kept, the resource that kept it at the last look: the next one looks there first. */
  readonly keeping: Map<string, string>
  /** Undefined when the organization is not on the allowlist. */
  readonly read: (organization: string) => Promise<Desired | undefined>
  /** Whether the cluster may hold something of the organization from now on: committed before the first request. */
  readonly mark: (organization: string, namespace: string) => Promise<boolean>
}
