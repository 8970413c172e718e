// What other people keep in the clusters of a soak, some of it with Polder's labels, and whether it is as it was.
import type { ClusterObject } from '../bench/clusters/in-cluster/bare-client.ts'
import type { ClusterSite } from './cluster-site.ts'

/** In each cluster: a namespace that looks like ours, and an object beside ours in the organization's namespace. */
export const foreignObjects = async ({ providers }: ClusterSite, organization: string) => {
  const kept: { path: string; uid: unknown; version: unknown; send: (path: string) => Promise<string> }[] = []
  for (const { id, bare } of providers) {
    const labels = { 'app.kubernetes.io/managed-by': 'polder', 'polder.dev/provider': id }
    const selector = encodeURIComponent(`polder.dev/organization=${organization},polder.dev/provider=${id}`)
    const { items } = JSON.parse(await bare.send('GET', `/api/v1/namespaces?labelSelector=${selector}`))
    const [{ metadata }] = items as [ClusterObject]
    const put = async (path: string, name: string) => {
      const created = JSON.parse(
        await bare.send('POST', path, { metadata: { name, labels } }),
      ) as ClusterObject
      const { uid, resourceVersion: version } = created.metadata
      kept.push({ path: `${path}/${name}`, uid, version, send: (path) => bare.send('GET', path) })
    }
    await put('/api/v1/namespaces/default/configmaps', 'foreign')
    await put(`/api/v1/namespaces/${metadata.name}/configmaps`, 'foreign')
    await put(`/api/v1/namespaces/${metadata.name}/serviceaccounts`, 'foreign')
  }
  return {
    /** Sentences about those that were changed or are gone. */
    harmed: async () => {
      const found = kept.map(async ({ path, uid, version, send }) => {
        const now = await send(path).then(JSON.parse, () => undefined)
        const isSame = now?.metadata.uid === uid && now?.metadata.resourceVersion === version
        return isSame ? [] : [`${path} is not as it was.`]
      })
      return (await Promise.all(found)).flat()
    },
  }
}
