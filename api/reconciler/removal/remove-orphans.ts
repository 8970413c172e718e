// Tidies up after organizations that no row knows: after a database was set back, say, or a cluster came back.
import { organizationsOn } from '../../database/status/desired.ts'
import { organizationLabel } from '../../resources/objects/object.ts'
import { type ClusterError, errorOfOne, stalled } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { removeNamespace } from './remove-namespace.ts'
import { removeSeen } from './remove-seen.ts'

/** One may always go; more only while they are at most a fifth of all, and never more than five. */
const isTooMany = (orphans: number, all: number) => orphans > Math.max(1, Math.min(5, Math.floor(all / 5)))

const tooMany = (orphans: readonly string[], all: number) =>
  stalled(
    'TooManyDeletions',
    `${orphans.length} of ${all} organizations in the cluster are not on the allowlist, and nobody removed them ` +
      `(${organizationLabel} ${orphans.slice(0, 3).join(', ')} …): nothing of them is deleted until that is cleared up.`,
  )

/**
 * Many at once are more likely our mistake than theirs: then nothing is deleted until a person has looked. Rejects with
 * ClusterError; true when all is done. `removed` is told of each whose objects were deleted.
 */
export const removeOrphans = async (
  it: ProviderContext,
  removed: (organization: string) => void,
): Promise<boolean> => {
  const { cache, database, provider } = it
  // Read before the rows: an organization that comes to the cluster afterwards is not judged by rows that are older.
  const all = cache.organizations()
  const known = new Set(await organizationsOn(database, provider.id))
  const orphans = all.filter((id) => !known.has(id) && cache.of(id).some(({ written }) => written))
  if (orphans.length === 0) return true
  if (isTooMany(orphans.length, all.length)) throw tooMany(orphans, all.length)
  if (!it.lease.mayRemoveOrphans()) return false
  // Without its policies a namespace would be open: it goes as a whole, if nobody runs anything in it, or stays.
  let kept: ClusterError | undefined
  for (const organization of orphans) {
    try {
      if (await removeOrphan(it, organization)) removed(organization)
    } catch (error) {
      // Judged first: what concerns the whole cluster is thrown also where another namespace is kept already.
      const one = errorOfOne(error)
      kept ??= one
    }
  }
  // What is in the way of one keeps no other.
  if (kept) throw kept
  return true
}

/** Whether something of it was deleted. */
const removeOrphan = async (it: ProviderContext, organization: string): Promise<boolean> => {
  const { cache, cluster, provider } = it
  const { deployment, id, namespace_mode: mode, namespace } = provider
  const ours = cache.of(organization).filter(({ written }) => written)
  const isNamespace = ({ key }: { key: string }) => key.startsWith('Namespace/')
  const empty = async (inside: string) => {
    const objects = ours.filter((seen) => !isNamespace(seen) && seen.key.split('/')[1] === inside)
    for (const seen of objects) await removeSeen(cluster, seen)
    return true
  }
  if (mode === 'shared') return empty(namespace)
  // One that is on its way out already was deleted before.
  const standing = ours.filter((seen) => isNamespace(seen) && !seen.deleting)
  for (const { key } of standing) {
    const name = key.slice('Namespace//'.length)
    const claim = { deployment, provider: id, organization }
    await removeNamespace(it, name, { claim, uid: null, keep: false, force: false, named: [] }, () =>
      empty(name),
    )
  }
  return standing.length > 0
}
