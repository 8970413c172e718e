// The way into the cluster of one provider, for as long as its credential is the same.
import { createHash } from 'node:crypto'
import type { DesiredProvider } from '../../database/status/provider.ts'
import { kindsOf, namespaces } from '../../resources/objects/kinds.ts'
import { providerLabels, selectorOf } from '../../resources/objects/object.ts'
import { accessOf, secretsOf } from '../cluster/access.ts'
import { type Cache, createCache } from '../cluster/cache.ts'
import { type Cluster, openCluster } from '../cluster/cluster.ts'
import { createMemory, type Memory } from '../cluster/compare.ts'
import { type Discovery, discover } from '../cluster/discover.ts'
import type { WorkerContext } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import type { Finding } from '../turn/conditions.ts'
import { type Contests, createContests } from '../turn/contests.ts'

export type Connection = {
  readonly credential: string
  readonly cluster: Cluster
  readonly cache: Cache
  readonly memory: Memory
  readonly contests: Contests
  readonly keeping: Map<string, string>
  discovery(): Promise<Discovery>
  /** By the monotonic clock: when everything was listed last. */
  filledAt?: number
  /** What the credential may do, as it was found out at that moment. */
  authorized?: { at: number; said: Finding }
  close(): void
}

// What is kept in a namespace may be of a kind that was defined a moment ago.
const discoveredForMs = 1_000

export const credentialOf = ({ cluster, token, client_certificate, client_key }: DesiredProvider) =>
  createHash('sha256')
    .update(JSON.stringify([cluster, token, client_certificate, client_key]))
    .digest('base64')

/**
 * `changed` is told of what others change in the cluster: of an organization, or of the provider as a whole. `suspect` is
 * told when the cluster stops answering, and when it answers again.
 */
export const connect = async (
  { config, random, measures }: WorkerContext,
  lease: HeldLease,
  provider: DesiredProvider,
  changed: (organization: string | undefined) => void,
  suspect: () => void,
): Promise<Connection> => {
  const access = await accessOf(provider, config)
  const { mayWrite } = lease
  const { request: asked } = measures
  const cluster = openCluster(access, secretsOf(provider), { mayWrite, asked, random })
  cluster.onLost(suspect)
  cluster.onRecovered(suspect)
  const { deployment, id, namespace, namespace_mode: mode } = provider
  const cache = createCache(cluster, {
    kinds: [namespaces, ...kindsOf(mode)],
    selector: selectorOf(providerLabels(deployment, id)),
    namespace: mode === 'shared' ? namespace : undefined,
    changed: (_, organization) => changed(organization),
    healthChanged: () => changed(undefined),
    random,
  })
  let found: { at: number; discovery: Promise<Discovery> } | undefined
  return {
    credential: credentialOf(provider),
    cluster,
    cache,
    memory: createMemory(),
    contests: createContests(),
    keeping: new Map(),
    discovery() {
      if (!found || performance.now() - found.at > discoveredForMs) {
        const discovery = discover(cluster)
        found = { at: performance.now(), discovery }
        discovery.catch(() => {
          found = undefined
        })
      }
      return found.discovery
    },
    close() {
      cache.stop()
      cluster.close()
    },
  }
}
