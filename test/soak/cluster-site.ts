// What soaks of clusters run on: two control planes behind proxies, and a database whose leases and status are recorded.
import type { Cluster } from '../../examples/local/cluster/cluster.ts'
import { providerOn } from '../bench/clusters/deployment/provider-on.ts'
import type { RestClient } from '../bench/clusters/deployment/rest-client.ts'
import { startDatabase } from '../bench/clusters/deployment/start-database.ts'
import { bareClient } from '../bench/clusters/in-cluster/bare-client.ts'
import { fullListsAmong } from '../bench/clusters/in-cluster/lists-among.ts'
import { withControlPlanes } from '../bench/clusters/in-cluster/with-control-planes.ts'
import { startFaultyProxy } from '../support/cluster/faulty-proxy.ts'
import { until } from '../support/until.ts'

export type ClusterSite = Awaited<ReturnType<typeof openSite>>
export type SoakedProvider = { name: string; id: string; bare: ReturnType<typeof bareClient> }

const resyncSeconds = 30
const patienceMs = 180_000

const openSite = async (clusters: Cluster[]) => {
  const proxies = await Promise.all(clusters.map((cluster) => startFaultyProxy(cluster)))
  const bares = clusters.map((cluster) => bareClient(cluster))
  const database = await startDatabase()
  const providers: SoakedProvider[] = []
  return {
    proxies,
    providers,
    query: database.query,
    /** The environment of the process `name`, which resyncs often. */
    environment: (name: string) => ({
      ...database.environment(name),
      POLDER_RESYNC_SECONDS: `${resyncSeconds}`,
    }),
    /** Registers so many providers, on the clusters in turns, whose allowlists are made of entries. */
    async register({ send }: RestClient, count: number) {
      for (let at = 0; at < count; at += 1) {
        const { adminToken } = clusters[at % clusters.length]!
        const reached = { ...proxies[at % proxies.length]!, adminToken }
        const { allowed_organizations: _, ...provider } = providerOn(reached, `p-${at}`, [])
        const { id, name } = await send('POST', '/v1/workspace_providers', provider)
        providers.push({ id, name, bare: bares[at % bares.length]! })
      }
    },
    /** Resolves with what was written to clusters until each provider was listed anew, from when all are reconciled. */
    async writesOfResync({ reconciled }: RestClient) {
      for (const { name } of providers) await reconciled(`/v1/workspace_providers/${name}`, patienceMs)
      const from = proxies.map(({ calls }) => calls.length)
      const allListed = () => {
        const lists = fullListsAmong(proxies.flatMap(({ calls }, at) => calls.slice(from[at])))
        const missing = providers.filter(({ id }) => !lists.some((selector) => selector.includes(id)))
        if (missing.length > 0) throw new Error(`${missing.length} providers were not listed anew.`)
      }
      await until(allListed, patienceMs, 200)
      return proxies.flatMap((proxy, at) => proxy.writes(from[at]))
    },
    async stop() {
      for (const it of proxies) await it.stop()
      for (const it of bares) it.close()
      await database.stop()
    },
  }
}

export const withClusterSite = <T>(use: (site: ClusterSite) => Promise<T>) =>
  withControlPlanes(2, async (clusters) => {
    const site = await openSite(clusters)
    try {
      return await use(site)
    } finally {
      await site.stop()
    }
  })
