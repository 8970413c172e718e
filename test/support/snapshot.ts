// All that is there, in the API and in the cluster, so that two moments can be compared.
import type { Cluster } from '../../examples/local/cluster/cluster.ts'
import { pluralOf, resources, serves } from '../../schemas/index.ts'
import type { Api } from './api.ts'

// Every kind that Polder writes, and pods and the like would come with workspaces.
const kinds = 'namespaces,resourcequotas,limitranges,networkpolicies,serviceaccounts,roles,rolebindings'

/** Every row that somebody writes, as `<resource> <id> <generation>`: what Polder tells of clusters, such as events, stays for a day. */
export const rowsOf = async (api: Api): Promise<string[]> => {
  const rows: string[] = []
  for (const resource of resources.filter((it) => it.singleton || serves(it, 'create'))) {
    let cursor: string | null = null
    do {
      const query: string = cursor ? `?limit=500&cursor=${encodeURIComponent(cursor)}` : '?limit=500'
      const { status, body } = await api.request('GET', `/v1/${pluralOf(resource)}${query}`)
      if (status !== 200) throw new Error(`listing ${resource.name} answered ${status}`)
      for (const { id, generation } of body.items) rows.push(`${resource.name} ${id} ${generation}`)
      cursor = body.next_cursor
    } while (cursor)
  }
  return rows
}

/** Every object of our kinds as `<kind>/<namespace>/<name>`, whoever made it. */
export const objectsOf = async (cluster: Cluster): Promise<string[]> => {
  const path = '{range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{"\\n"}{end}'
  const listed = await cluster.runKubectl(['get', kinds, '--all-namespaces', '--output', `jsonpath=${path}`])
  // Kubernetes gives every namespace an account of that name, a moment later.
  const ours = (it: string) => it !== '' && !/^ServiceAccount\/[^/]+\/default$/.test(it)
  return listed.split('\n').filter(ours).toSorted()
}

/** Resolves when the clusters hold everything that is declared; rejects with what is late after `seconds`. */
export const settled = async (api: Api, seconds = 60) => {
  const deadline = Date.now() + seconds * 1000
  for (const noun of ['organizations', 'workspace_providers']) {
    const { body } = await api.request('GET', `/v1/${noun}?limit=500`)
    for (const { id } of body.items) {
      for (;;) {
        const { body: row } = await api.request('GET', `/v1/${noun}/${id}`, undefined, { Prefer: 'wait=10' })
        if (row.reconciled) break
        if (Date.now() > deadline)
          throw new Error(`${noun} ${row.name} is not reconciled: ${JSON.stringify(row.conditions)}`)
      }
    }
  }
}
