// Deletes an object that the cache knows: exactly that one, by its uid.
import { kindsOf, namespaces } from '../../resources/objects/kinds.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Seen } from '../cluster/seen.ts'

const written = [namespaces, ...kindsOf('per_organization')]

export const removeSeen = async (
  cluster: Cluster,
  { key, uid }: Pick<Seen, 'key' | 'uid'>,
): Promise<void> => {
  const [kind, namespace, name] = key.split('/')
  const of = written.find((it) => it.kind === kind)
  await cluster.remove(of!, { name: name!, ...(namespace && { namespace }), uid })
}
