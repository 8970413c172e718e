// Proxies before the clusters of a fleet, which count what Polder asks and can make the way there worse.
import { type Recorded, startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { fullListsAmong, listsAmong } from '../in-cluster/lists-among.ts'
import type { Site } from '../site.ts'
import type { Fleet } from './fleet.ts'
import { clusterAt } from './provider-on.ts'

const isOfChange = ({ path, isWatch }: Recorded) => path !== '/version' && !isWatch

/** Lets the fleet reach its clusters through proxies from now on, and resolves when it is reconciled through them. */
export const proxied = async ({ places }: Site, { rest, providers }: Fleet) => {
  const proxies = await Promise.all(places.map(({ cluster }) => startFaultyProxy(cluster)))
  for (const [at, provider] of providers.entries()) {
    const path = `/v1/workspace_providers/${provider}`
    const token = places[at]!.cluster.adminToken
    await rest.send('PATCH', path, { ...clusterAt(proxies[at]!), token })
    await rest.reconciled(path)
  }
  return {
    proxies,
    /** Counts what passes from now on. */
    counting: () => {
      const from = proxies.map(({ calls }) => calls.length)
      // What a process asks without any change, to know that the cluster is there, is in no figure.
      const since = () => proxies.flatMap(({ calls }, at) => calls.slice(from[at])).filter(isOfChange)
      return {
        requests: () => since().length,
        lists: () => listsAmong(since()).length,
        fullLists: () => fullListsAmong(since()).length,
        writes: () => since().filter(({ isWrite }) => isWrite).length,
      }
    },
    stop: async () => {
      for (const proxy of proxies) await proxy.stop()
    },
  }
}
export type Proxied = Awaited<ReturnType<typeof proxied>>
