// Lists objects by their metadata alone, page by page, so that nothing of what they hold is fetched.
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { Cluster } from './cluster.ts'

// An aggregated API that does not know the form answers whole objects.
const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json'
const limit = '50'

type Metadata = KubernetesObject['metadata']
type Page = { metadata?: { continue?: string }; items: { metadata: Metadata }[] | null }

/** `path` is that of a list, such as `/api/v1/namespaces/acme/pods`. The next page is asked for when it is needed. */
export async function* listMetadata(cluster: Cluster, path: string): AsyncGenerator<Metadata> {
  let token = ''
  do {
    const query = new URLSearchParams(token ? { limit, continue: token } : { limit })
    const page = await cluster.get<Page>(`${path}?${query}`, accept)
    for (const { metadata } of page.items ?? []) yield metadata
    token = page.metadata?.continue ?? ''
  } while (token)
}
