// The turn of an organization that is to leave a cluster: its objects go, and its rows once nothing is left.

import { namespaces } from '../../resources/objects/kinds.ts'
import type { OwnedObject } from '../../resources/objects/object.ts'
import { errorOfOne } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { failing } from '../turn/conditions.ts'
import { oursIn } from '../turn/prune.ts'
import { leave, organizationPlacement, type Result } from '../turn/result.ts'
import { going } from './going.ts'
import { removeNamespace } from './remove-namespace.ts'
import { removeSeen } from './remove-seen.ts'
import { seenNamespace } from './seen-namespace.ts'

export const removeOrganization = async (
  it: ProviderContext,
  result: Result,
  namespace: string,
  declared: readonly OwnedObject[],
): Promise<Result> => {
  const { desired } = result
  // Of what was never written nothing has to be removed.
  if (!organizationPlacement(desired)?.written) return { ...result, gone: true }
  try {
    result.gone = await isRemoved(it, result, namespace, declared)
  } catch (error) {
    const one = errorOfOne(error)
    result.standing = failing('Synced', one)
    leave(result, one)
    return result
  }
  if (result.gone) return result
  result.standing = going(namespace, await terminating(it, namespace))
  leave(result, { kind: 'waiting' })
  return result
}

const isRemoved = async (
  it: ProviderContext,
  { desired }: Result,
  namespace: string,
  declared: readonly OwnedObject[],
): Promise<boolean> => {
  const { provider } = it
  const { organization } = desired
  const emptied = async () => {
    const left = () => oursIn(it.cache, organization, namespace, declared)
    for (const seen of left()) await removeSeen(it.cluster, seen)
    return left().length === 0
  }
  if (provider.namespace_mode === 'shared') return emptied()
  return removeNamespace(
    it,
    namespace,
    {
      claim: { deployment: provider.deployment, provider: provider.id, organization },
      uid: organizationPlacement(desired)?.namespace_uid ?? null,
      keep: provider.adopt,
      force: desired.force,
      named: declared.map(({ object }) => object),
    },
    emptied,
  )
}

/** Kubernetes says in a namespace why it cannot empty it; the cache holds no status. */
const terminating = async ({ cluster, cache }: ProviderContext, namespace: string) =>
  seenNamespace(cache, namespace)?.metadata.deletionTimestamp
    ? ((await cluster.read(namespaces, namespace)) ?? undefined)
    : undefined
