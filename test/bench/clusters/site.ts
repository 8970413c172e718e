// Two control planes, bare clients of them, and what Polder writes there for one organization.
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { startDeployment } from './deployment/deployment.ts'
import { providerOn } from './deployment/provider-on.ts'
import { type BareClient, bareClient, type ClusterObject } from './in-cluster/bare-client.ts'

export type Place = { cluster: Cluster; bare: BareClient }
export type Site = Awaited<ReturnType<typeof openSite>>

const paths = [
  '/api/v1/namespaces',
  '/api/v1/resourcequotas',
  '/api/v1/limitranges',
  '/api/v1/serviceaccounts',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/rbac.authorization.k8s.io/v1/roles',
  '/apis/rbac.authorization.k8s.io/v1/rolebindings',
]

/** What Polder writes for one organization, from a deployment that is stopped again. */
const templatesFrom = async ({ cluster, bare }: Place): Promise<ClusterObject[]> => {
  const { rest, stop } = await startDeployment()
  try {
    const { id } = await rest.send('POST', '/v1/organizations', { name: 'sample' })
    await rest.send('POST', '/v1/workspace_providers', providerOn(cluster, 'sample', ['sample']))
    await rest.reconciled('/v1/workspace_providers/sample')
    await rest.reconciled(`/v1/organizations/${id}`)
    const selector = encodeURIComponent(`polder.dev/organization=${id}`)
    const lists = paths.map(async (path) => {
      const { kind, apiVersion, items } = JSON.parse(
        await bare.send('GET', `${path}?labelSelector=${selector}`),
      )
      return items.map((it: object) => ({ ...it, apiVersion, kind: kind.replace(/List$/, '') }))
    })
    return (await Promise.all(lists)).flat()
  } finally {
    await stop()
  }
}

export const openSite = async (clusters: Cluster[]) => {
  const places = clusters.map((cluster): Place => ({ cluster, bare: bareClient(cluster) }))
  const templates = await templatesFrom(places[0]!)
  const stop = () => {
    for (const { bare } of places) bare.close()
  }
  return { places, templates, stop }
}
