// The last step in a cluster: take away what is ours and no longer declared, and nothing else.
import { keyOf, type OwnedObject } from '../../resources/objects/object.ts'
import type { Cache } from '../cluster/cache.ts'
import { errorOfOne } from '../cluster/errors.ts'
import type { Seen } from '../cluster/seen.ts'
import type { ProviderContext } from '../provider-context.ts'
import { removeSeen } from '../removal/remove-seen.ts'
import { leave, type Result } from './result.ts'
import { ownersOf } from './status.ts'

/** Labels alone may be a copy: ours is what is declared or what we wrote. */
export const oursIn = (
  cache: Cache,
  organization: string,
  namespace: string,
  declared: readonly OwnedObject[],
): Seen[] => {
  const named = new Set(declared.map(({ object }) => keyOf(object)))
  return cache
    .of(organization)
    .filter(({ key, written }) => key.split('/')[1] === namespace && (written || named.has(key)))
}

export const prune = async (
  it: ProviderContext,
  result: Result,
  namespace: string,
  declared: readonly OwnedObject[],
): Promise<void> => {
  if (result.namespaceError) return
  const { desired } = result
  const named = new Set(declared.map(({ object }) => keyOf(object)))
  try {
    for (const seen of oursIn(it.cache, desired.organization, namespace, [])) {
      if (!named.has(seen.key)) await removeSeen(it.cluster, seen)
    }
    const owners = new Set(ownersOf(desired).map(({ owner }) => owner.id))
    result.removed.push(...desired.placements.map((it) => it.owner_id).filter((id) => !owners.has(id)))
  } catch (error) {
    leave(result, errorOfOne(error))
  }
}
