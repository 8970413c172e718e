// Deletes a namespace, if Polder made it and nothing of others is in it; otherwise gives it back.

import { namespaces } from '../../resources/objects/kinds.ts'
import { type Claim, ownership } from '../../resources/objects/namespace.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { ProviderContext } from '../provider-context.ts'
import { isCreated } from '../turn/claim-namespace.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

type Guard = {
  claim: Claim
  /** The namespace that was claimed; another one of that name is not ours. */
  uid: string | null
  /** Adopted: it was there before and stays. */
  keep: boolean
  force: boolean
  /** What rows say is in it. */
  named: readonly KubernetesObject[]
}

/**
 * Whether it is gone, or was given back. `emptied` takes away our objects where the namespace itself stays, and says
 * whether none is left. The cluster is asked again before anything is deleted: the cache may be a moment old.
 */
export const removeNamespace = async (
  it: Pick<ProviderContext, 'cluster' | 'discovery' | 'keeping' | 'version'>,
  name: string,
  guard: Guard,
  emptied: () => Promise<boolean>,
): Promise<boolean> => {
  const { cluster } = it
  const live = await cluster.read(namespaces, name)
  if (!live || ownership(live, guard.claim) !== 'ours') return true
  if (guard.uid && guard.uid !== live.metadata.uid) return true
  if (live.metadata.deletionTimestamp) return false
  if (guard.keep || !isCreated(live) || name === 'default' || name.startsWith('kube-')) {
    if (!(await emptied())) return false
    // Applying nothing takes away the labels and the claim that an earlier apply has put there.
    await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, uid: live.metadata.uid } })
    return true
  }
  if (!guard.force) await refuseWhileUsed(it, name, guard.named)
  it.keeping.delete(name)
  await cluster.remove(namespaces, live.metadata)
  return false
}
