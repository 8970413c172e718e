// The end of a provider that is being deleted: its shared namespace goes, if nothing of others is in it.
import { LeaseLost } from '../../database/status/fenced.ts'
import { isClosed } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { removeNamespace } from '../removal/remove-namespace.ts'
import { removeSeen } from '../removal/remove-seen.ts'
import { failAll, type ProviderResult } from './result.ts'

/** Whether nothing is left in the cluster of a provider that is being deleted. What is in the way is in the result. */
export const isProviderRemoved = async (it: ProviderContext, result: ProviderResult): Promise<boolean> => {
  const { deleting, hasPlacements, paused } = it.provider
  if (!deleting || hasPlacements || paused === true) return false
  return isEmptied(it).catch((error) => {
    if (error instanceof LeaseLost || isClosed(error)) throw error
    failAll(result, error)
    return false
  })
}

const isEmptied = async (it: ProviderContext): Promise<boolean> => {
  const { id, deployment, namespace, namespace_mode: mode, adopt, force, written } = it.provider
  if (mode === 'per_organization' || !written) return true
  const own = () =>
    it.cache.of(undefined).filter((seen) => seen.written && !seen.key.startsWith('Namespace/'))
  const guard = { claim: { deployment, provider: id }, uid: null, keep: adopt, force, named: [] }
  return removeNamespace(it, namespace, guard, async () => {
    for (const seen of own()) await removeSeen(it.cluster, seen)
    return own().length === 0
  })
}
