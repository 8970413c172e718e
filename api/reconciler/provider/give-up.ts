// Lets go of what waits for a cluster that cannot be worked with: what was never written, and what is forced.
import { deleteEntries, deleteProvider, leavingWithout } from '../../database/status/final-deletes.ts'
import type { DesiredProvider } from '../../database/status/provider.ts'
import type { WorkerContext } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import { type News, tell } from '../tell.ts'

type Leaving = Awaited<ReturnType<typeof leavingWithout>>[number]

const leftBehind = (provider: DesiredProvider, { organization, name, namespace }: Leaving): News => ({
  provider,
  organization,
  type: 'Warning',
  reason: 'GaveUp',
  message: `Polder gave up on the cluster for organization \`${name}\`: what is in namespace ${namespace} was left behind.`,
  line: 'gave up on a cluster: what is in this namespace was left behind',
  facts: { organization: name, namespace },
})

/** Force says what stays behind. One bad moment is not enough: the provider must have been found not ready before. */
export const giveUp = async (context: WorkerContext, lease: HeldLease, provider: DesiredProvider) => {
  const { database, log } = context
  const isLasting = !provider.status.ready
  const leaving = await leavingWithout(database, provider.id, isLasting)
  const ids = leaving.map(({ organization }) => organization)
  const news = leaving.flatMap((it) => (it.written ? [leftBehind(provider, it)] : []))
  await tell(context, news, (events) => deleteEntries(database, lease, ids, events))
  if (!provider.deleting || (provider.written && !(provider.force && isLasting))) return
  const removed = await deleteProvider(database, lease)
  if (removed > 0 && provider.written) {
    log.warn({ provider: provider.name }, 'gave up on a cluster with its workspace provider')
  }
}
