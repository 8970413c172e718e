// Lists the objects of one kind page by page, as they stood together at one version.
import { type Kind, pathOf } from '../../resources/objects/kinds.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'
import { ClusterError } from './errors.ts'

const limit = '500'
const mostBeginnings = 3

export type Page = {
  items: KubernetesObject[]
  /** The version of the whole list, from which a watch goes on. */
  version: string
  /** Whether the list begins with this page: what came before is void. */
  isFirst: boolean
}
export type Listing = { kind: Kind; selector: string; namespace?: string }
type Answered = {
  metadata?: { continue?: string; resourceVersion?: string }
  items: Omit<KubernetesObject, 'apiVersion' | 'kind'>[] | null
}

/**
 * `get` is told a path of the API. The next page is asked for once this one has been taken, so that others work in
 * between. A list whose next page the server no longer has begins anew.
 */
export async function* listPages(
  get: (path: string) => Promise<Answered>,
  { kind, selector, namespace }: Listing,
): AsyncGenerator<Page> {
  const { apiVersion, kind: name } = kind
  let token: string | undefined
  for (let beginnings = 1; ; ) {
    const isFirst = token === undefined
    const query = new URLSearchParams({ limit, ...(selector && { labelSelector: selector }) })
    if (token) query.set('continue', token)
    let page: Answered
    try {
      page = await get(`${pathOf(kind, namespace)}?${query}`)
    } catch (error) {
      const isExpired = !isFirst && error instanceof ClusterError && error.status === 410
      if (!isExpired || beginnings === mostBeginnings) throw error
      beginnings += 1
      token = undefined
      continue
    }
    const items = (page.items ?? []).map((it) => ({ ...it, apiVersion, kind: name }) as KubernetesObject)
    yield { items, version: page.metadata?.resourceVersion ?? '', isFirst }
    token = page.metadata?.continue || undefined
    if (!token) return
  }
}

/** All items of a list that is known to be short. */
export const allItems = async (pages: AsyncIterable<Page>): Promise<KubernetesObject[]> => {
  let all: KubernetesObject[] = []
  for await (const { items, isFirst } of pages) all = isFirst ? items : [...all, ...items]
  return all
}
