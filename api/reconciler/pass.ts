// One pass over one provider: its steps, top to bottom.
import type { Desired } from '../database/desired.ts'
import type { Database } from '../database/source.ts'
import type { KubernetesObject } from '../resources/objects/object.ts'
import { apply } from './apply.ts'
import { claim } from './claim.ts'
import type { Cluster } from './cluster.ts'
import type { Memory } from './compare.ts'
import { list } from './list.ts'
import { fail, type Outcome, startOutcome } from './outcome.ts'
import { probe } from './probe.ts'
import { prune } from './prune.ts'
import { Trouble } from './trouble.ts'

type Live = {
  /** By name. */
  namespaces: Map<string, KubernetesObject>
  /** By `keyOf`. */
  objects: Map<string, KubernetesObject>
  /** The resource version of each list, by kind: where a watch goes on. */
  versions: Map<string, string>
}
export type Pass = {
  readonly desired: Desired
  readonly database: Database
  readonly memory: Memory
  readonly cluster: Cluster
  readonly outcome: Outcome
  readonly live: Live
  /** What every key that is declared should be. */
  readonly declared: Map<string, KubernetesObject>
  readonly log: Log
  readonly now: () => Date
  /** Whether permissions were asked for with this credential a short while ago. */
  authorized: boolean
}
export type Log = Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>

const steps = [probe, claim, list, apply, prune]

/** Never rejects: what went wrong is in the outcome. */
export const pass = async (
  desired: Desired,
  tools: Pick<Pass, 'database' | 'memory' | 'log' | 'now' | 'authorized'>,
  connect: () => Promise<Cluster>,
): Promise<{ outcome: Outcome; done?: Pass }> => {
  const outcome = startOutcome(desired)
  try {
    const cluster = await connect()
    const live: Live = { namespaces: new Map(), objects: new Map(), versions: new Map() }
    const it: Pass = { ...tools, desired, outcome, live, declared: new Map(), cluster }
    for (const step of steps) await step(it)
    return { outcome, done: it }
  } catch (error) {
    if (!(error instanceof Trouble)) {
      tools.log.error({ provider: desired.provider.name, error: (error as Error).stack }, 'a pass has failed')
    }
    fail(outcome, error)
    return { outcome }
  }
}
