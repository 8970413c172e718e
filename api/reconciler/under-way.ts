// What the steps of one pass share: what is wanted, what was seen, what was found out.
import type { Desired } from '../database/status/desired.ts'
import type { KubernetesObject } from '../resources/objects/object.ts'
import type { Cluster } from './cluster.ts'
import type { Memory } from './compare.ts'
import type { Finding } from './conditions.ts'
import type { Discovery } from './discover.ts'
import type { Outcome } from './outcome.ts'
import type { Tools } from './tools.ts'

type Live = {
  /** By name. */
  namespaces: Map<string, KubernetesObject>
  /** By `keyOf`. */
  objects: Map<string, KubernetesObject>
  /** The resource version of each list, by kind: where a watch goes on. */
  versions: Map<string, string>
}

export type UnderWay = Pick<Tools, 'database' | 'log' | 'now'> & {
  readonly desired: Desired
  readonly memory: Memory
  readonly cluster: Cluster
  readonly outcome: Outcome
  readonly live: Live
  /** What every key that is declared should be. */
  readonly declared: Map<string, KubernetesObject>
  /** What kinds the cluster has: found out once, when a namespace is about to be deleted. */
  readonly discovery: () => Promise<Discovery>
  /** Of each namespace that is kept, the resource that kept it in the pass before: the next one looks there first. */
  readonly keeping: Map<string, string>
  /** What was found out about permissions with this credential a short while ago. */
  authorized?: Finding
}
