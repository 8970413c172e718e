// A workspace provider on a cluster, as a request makes it.
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'

/** How a cluster is reached: at its own address, or through a proxy with another authority. */
export type Reached = Pick<Cluster, 'server' | 'caData'>

export const clusterAt = ({ server, caData }: Reached) => ({ cluster: { server, ca_data: caData } })

/** Each organization has a namespace of its own, which begins with `name`. */
export const providerOn = (
  cluster: Pick<Cluster, 'server' | 'caData' | 'adminToken'>,
  name: string,
  organizations: string[],
) => ({
  name,
  namespace: name,
  namespace_mode: 'per_organization',
  token: cluster.adminToken,
  ...clusterAt(cluster),
  allowed_organizations: organizations,
})
