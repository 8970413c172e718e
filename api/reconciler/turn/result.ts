// What one turn found out about the owners of an organization in one cluster.
import type { Desired } from '../../database/status/desired.ts'
import type { ClusterError } from '../cluster/errors.ts'
import type { Requeue } from '../queue/requeue.ts'
import { type Finding, failing, good } from './conditions.ts'
import type { Repair } from './repair.ts'

export type Result = {
  readonly desired: Desired
  /** That the objects of the organization go to: stored, or chosen by this turn. */
  namespace: string
  namespace_uid: string | null
  namespace_created: boolean
  /** Set where the namespace cannot be used: then nothing in it is known. */
  namespaceError?: ClusterError
  /** The first error of each owner, by its id. */
  readonly errors: Map<string, ClusterError>
  /** What is said of the organization while it leaves the cluster, or while nothing may be done. */
  standing?: Finding
  readonly repaired: Repair[]
  /** Owners that are no more, and of which nothing is left in the cluster. */
  readonly removed: string[]
  /** Nothing of the organization is left in the cluster. */
  gone: boolean
  requeue?: Requeue
}

export const organizationPlacement = ({ placements, organization }: Desired) =>
  placements.find(({ owner_id }) => owner_id === organization)

export const startResult = (desired: Desired): Result => {
  const of = organizationPlacement(desired)
  return {
    desired,
    namespace: of?.namespace ?? '',
    namespace_uid: of?.namespace_uid ?? null,
    namespace_created: of?.namespace_created ?? false,
    errors: new Map(),
    repaired: [],
    removed: [],
    gone: false,
  }
}

const urgency: Requeue['kind'][] = ['stalled', 'transient', 'waiting', 'retry-after']

/** Of everything left to do the most pressing decides when the next turn is; a server that says when is obeyed. */
export const leave = (result: Result, { kind, retryAfter }: Requeue) => {
  if (result.requeue && urgency.indexOf(kind) <= urgency.indexOf(result.requeue.kind)) return
  result.requeue = { kind, retryAfter }
}

/** An error of some owners stays with them. */
export const fail = (result: Result, owners: readonly string[], error: ClusterError) => {
  for (const owner of owners) if (!result.errors.has(owner)) result.errors.set(owner, error)
  leave(result, error)
}

/** What is found of one owner. */
export const findingsOf = (result: Result, owner: string): Finding[] => {
  const isOrganization = owner === result.desired.organization
  const { namespace, namespaceError, standing, errors } = result
  if (standing) return [standing]
  if (namespaceError) {
    const synced = failing('Synced', namespaceError)
    return isOrganization ? [failing('NamespaceReady', namespaceError), synced] : [synced]
  }
  const error = errors.get(owner)
  const synced = error ? failing('Synced', error) : good('Synced', 'All objects are as declared.')
  if (!isOrganization) return [synced]
  return [good('NamespaceReady', `Namespace ${namespace} holds the objects of the organization.`), synced]
}
