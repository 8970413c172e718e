// Turns of the organizations of one provider, from what is asked to what is written down.
import { gathered } from '../../database/gathered.ts'
import { type Desired, readDesired } from '../../database/status/desired.ts'
import { fenced, LeaseLost } from '../../database/status/fenced.ts'
import { markWritten } from '../../database/status/placements.ts'
import { ClusterError, isClosed, isOfCluster } from '../cluster/errors.ts'
import type { WorkerContext } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import type { ProviderContext } from '../provider-context.ts'
import type { Asked } from '../queue/key-queue.ts'
import type { Requeue } from '../queue/requeue.ts'
import { newsOf } from './news.ts'
import { createReports } from './report.ts'
import type { Result } from './result.ts'
import { changesOf } from './status.ts'
import { turn } from './turn.ts'

type Told = {
  /** Undefined while the cluster cannot be worked with. */
  context(): ProviderContext | undefined
  /** The whole cluster failed a turn, or an organization has left: the provider itself is to be looked at. */
  suspect(): void
  /** Something is in the cluster of an organization that is not on the allowlist. */
  unexplained(): void
}

/** What every turn shares of the database: many at once cost one statement. */
export const createRows = ({ database }: WorkerContext, lease: HeldLease) => {
  const { provider } = lease
  const read = gathered<Desired>((organizations) => readDesired(database, provider, organizations))
  const namespaces = new Map<string, string>()
  const mark = gathered<true>(async (organizations) => {
    const fresh = organizations.map((it) => ({ organization: it, namespace: namespaces.get(it)! }))
    for (const it of organizations) namespaces.delete(it)
    const marked = await fenced(database, lease, (session) => markWritten(session, provider, fresh))
    return new Map([...marked].map((it) => [it, true]))
  })
  return {
    read,
    mark: async (organization: string, namespace: string) => {
      namespaces.set(organization, namespace)
      return (await mark(organization)) === true
    },
  }
}

export const createOrganizationTurns = (
  context: WorkerContext,
  lease: HeldLease,
  { context: current, suspect, unexplained }: Told,
) => {
  const { log, measures, now } = context
  const report = createReports(context, lease)

  const conclude = async (
    it: ProviderContext,
    { key, seq, queuedAt }: Asked,
  ): Promise<Requeue | undefined> => {
    const result = await turn(it, key)
    if (!result) {
      await report({ organization: key, seq, changes: [], removed: [], gone: false, news: [] })
      if (it.cache.of(key).length > 0) unexplained()
      return undefined
    }
    const changes = result.gone ? [] : changesOf(result, it.provider.cluster_generation, now())
    const news = newsOf(it.provider, result, changes)
    const { removed, gone } = result
    await report({ organization: key, seq, changes, removed, gone, news })
    if (seq !== null && isConverged(result)) measures.converged(secondsSince(queuedAt))
    if (result.gone && it.provider.deleting) suspect()
    return result.requeue
  }

  /** Never rejects. Undefined where all is done. */
  return async (asked: Asked): Promise<Requeue | undefined> => {
    const it = current()
    if (!it) return { kind: 'waiting' }
    const began = performance.now()
    try {
      return await conclude(it, asked)
    } catch (error) {
      if (error instanceof LeaseLost || isClosed(error)) return { kind: 'transient' }
      if (isOfCluster(error)) suspect()
      else if (!(error instanceof ClusterError)) {
        const facts = { provider: it.provider.name, organization: asked.key, error: (error as Error).stack }
        log.error(facts, 'the turn of an organization has failed')
      }
      return { kind: 'transient' }
    } finally {
      measures.turn(secondsSince(began))
    }
  }
}

const secondsSince = (moment: number) => (performance.now() - moment) / 1_000

const isConverged = ({ requeue, standing, gone }: Result) => !requeue && !standing && !gone
