// A connection to a test cluster, or to what stands before one, and a cache of some of its objects.
import { type Cache, createCache } from '../../../api/reconciler/cluster/cache.ts'
import { type Cluster, openCluster } from '../../../api/reconciler/cluster/cluster.ts'
import type { ConnectionOptions } from '../../../api/reconciler/cluster/connection/connection.ts'
import { kindsOf, namespaces } from '../../../api/resources/objects/kinds.ts'
import type { Cluster as TestCluster } from '../../../examples/local/cluster/cluster.ts'

type Way = Pick<TestCluster, 'server' | 'caData' | 'adminToken'>

export const openTestCluster = (
  { server, caData, adminToken }: Way,
  options: ConnectionOptions = {},
): Cluster => {
  const headers = async () => ({ authorization: `Bearer ${adminToken}` })
  const tls = { ca: Buffer.from(caData, 'base64') }
  return openCluster({ server: new URL(server), tls, headers }, [adminToken], options)
}

export type HeldCluster = {
  cluster: Cluster
  cache: Cache
  /** What others have changed: `<key> <organization>`. */
  told: string[]
  /** Each health of the watches that was told. */
  healths: boolean[]
  close: () => void
}

type Scope = { mode: 'shared' | 'per_organization'; namespace?: string }

/** All kinds of a mode, of objects with the label `label`. */
export const holdCluster = (
  way: Way,
  label: string,
  options: ConnectionOptions = {},
  { mode, namespace }: Scope = { mode: 'per_organization' },
): HeldCluster => {
  const cluster = openTestCluster(way, options)
  const told: string[] = []
  const healths: boolean[] = []
  const cache: Cache = createCache(cluster, {
    kinds: [namespaces, ...kindsOf(mode)],
    namespace,
    selector: `${label}=yes`,
    changed: (key, organization = '') => told.push(`${key} ${organization}`.trim()),
    healthChanged: () => healths.push(cache.health().isHealthy),
  })
  const close = () => {
    cache.stop()
    cluster.close()
  }
  return { cluster, cache, told, healths, close }
}
