// Deletes an object that the cache knows: exactly that one, by its uid.
import { kindNamed } from '../../resources/objects/kinds.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Seen } from '../cluster/seen.ts'

export const removeSeen = async (
  cluster: Cluster,
  { key, uid }: Pick<Seen, 'key' | 'uid'>,
): Promise<void> => {
  const [kind, namespace, name] = key.split('/') as [string, string, string]
  await cluster.remove(kindNamed(kind), { name, ...(namespace && { namespace }), uid })
}
