// Lets go of what waits for a cluster that cannot be worked with: what was never written, and what is forced.
import { deleteEntries, deleteProvider, leavingWithout } from '../../database/status/final-deletes.ts'
import type { DesiredProvider } from '../../database/status/provider.ts'
import type { Context } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'

/** Force says what stays behind. One bad moment is not enough: the provider must have been found not ready before. */
export const giveUp = async ({ database, log }: Context, lease: HeldLease, provider: DesiredProvider) => {
  const isLasting = !provider.status.ready
  const leaving = await leavingWithout(database, provider.id, isLasting)
  for (const { name, namespace, written } of leaving) {
    const left = { provider: provider.name, organization: name, namespace }
    if (written) log.warn(left, 'gave up on a cluster: what is in this namespace was left behind')
  }
  await deleteEntries(
    database,
    lease,
    leaving.map(({ organization }) => organization),
  )
  if (!provider.deleting || (provider.written && !(provider.force && isLasting))) return
  const removed = await deleteProvider(database, lease)
  if (removed > 0 && provider.written) {
    log.warn({ provider: provider.name }, 'gave up on a cluster with its workspace provider')
  }
}
