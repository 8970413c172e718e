// What a request is to Kubernetes, by its method and path: the verb that permissions and metrics know.
import type { Sending } from './send-request.ts'

// A collection ends with the name of its resource, which only the version and perhaps a namespace stand before.
const collection = /\/(?:api\/[^/]+|apis\/[^/]+\/[^/]+)\/(?:namespaces\/[^/]+\/)?[^/]+$/

const written: Readonly<Record<string, string>> = {
  POST: 'create',
  PATCH: 'patch',
  PUT: 'update',
  DELETE: 'delete',
}

export const verbOf = ({ method, path }: Pick<Sending, 'method' | 'path'>): string => {
  if (method !== 'GET') return written[method] ?? method.toLowerCase()
  const [place = '', query] = path.split('?')
  if (new URLSearchParams(query).get('watch') === 'true') return 'watch'
  return collection.test(place) ? 'list' : 'get'
}
