// One pass over one provider: its steps, top to bottom.
import type { Desired } from '../database/status/desired.ts'
import { apply } from './apply.ts'
import { claim } from './claim.ts'
import type { Cluster } from './cluster.ts'
import { type Discovery, discover } from './discover.ts'
import { list } from './list.ts'
import { fail, type Outcome, startOutcome } from './outcome.ts'
import { probe } from './probe.ts'
import { prune } from './prune.ts'
import { Trouble } from './trouble.ts'
import type { UnderWay } from './under-way.ts'

const steps = [probe, claim, list, apply, prune]

/** Never rejects: what went wrong is in the outcome. */
export const pass = async (
  desired: Desired,
  tools: Pick<UnderWay, 'database' | 'memory' | 'keeping' | 'log' | 'now' | 'authorized'>,
  connect: () => Promise<Cluster>,
): Promise<{ outcome: Outcome; done?: UnderWay }> => {
  const outcome = startOutcome(desired)
  try {
    const cluster = await connect()
    const live = { namespaces: new Map(), objects: new Map(), versions: new Map() }
    let discovered: Promise<Discovery> | undefined
    const discovery = () => (discovered ??= discover(cluster))
    const it: UnderWay = { ...tools, desired, outcome, live, declared: new Map(), cluster, discovery }
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
