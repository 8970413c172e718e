// A namespace as the cache knows it, in the form of a Kubernetes object.
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { Cache } from '../cluster/cache.ts'

/** Null where no namespace of that name carries the labels of the provider. */
export const seenNamespace = (cache: Cache, name: string): KubernetesObject | null => {
  const seen = cache.get(`Namespace//${name}`)
  if (!seen) return null
  const { uid, version, labels, annotations, deleting } = seen
  const metadata = { name, uid, resourceVersion: version, labels, annotations }
  const going = deleting ? { deletionTimestamp: 'set' } : {}
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { ...metadata, ...going } }
}
