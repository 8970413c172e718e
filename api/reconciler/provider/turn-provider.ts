// One turn of a provider, top to bottom: connect, probe, list what is there, hold its shared namespace.
import { LeaseLost } from '../../database/status/fenced.ts'
import type { DesiredProvider } from '../../database/status/provider.ts'
import { isClosed } from '../cluster/errors.ts'
import type { WorkerContext } from '../context.ts'
import type { ProviderContext } from '../provider-context.ts'
import { claimShared } from './claim-shared.ts'
import type { Connection } from './connect.ts'
import { probe } from './probe.ts'
import { failAll, found, type ProviderResult } from './result.ts'
import { watchHealth } from './watch-health.ts'

export type Steps = {
  /** The connection with the credential of the provider as it is now. Rejects with ClusterError. */
  connected(provider: DesiredProvider): Promise<Connection>
  contextOf(provider: DesiredProvider, connection: Connection, version: string | null): ProviderContext
}

/**
 * What went wrong is in the result; rejects only where nothing may be concluded. `listed`: whether everything was listed,
 * for the first time or again.
 */
export const turnProvider = async (
  { config, now, log, measures }: WorkerContext,
  provider: DesiredProvider,
  { connected, contextOf }: Steps,
): Promise<{ result: ProviderResult; it?: ProviderContext; listed?: 'first' | 'again' }> => {
  const { cluster_uid: clusterUid, kubernetes_version: version } = provider.status
  const result: ProviderResult = {
    contact: false,
    clusterUid,
    version,
    findings: new Map(),
    repaired: [],
    orphans: [],
  }
  const began = performance.now()
  const resyncMs = config.resyncSeconds * 1_000
  const isOlder = (at = -Infinity) => performance.now() - at >= resyncMs
  let listed: 'first' | 'again' | undefined
  try {
    const connection = await connected(provider)
    const { authorized } = connection
    const known = isOlder(authorized?.at) ? undefined : authorized?.said
    const said = await probe(connection.cluster, provider, result, now(), connection.discovery, known)
    if (!known) connection.authorized = { at: performance.now(), said }
    if (isOlder(connection.filledAt)) {
      await connection.cache.fill()
      listed = connection.filledAt === undefined ? 'first' : 'again'
      connection.filledAt = performance.now()
      connection.memory.keepOnly((key) => connection.cache.get(key) !== undefined)
    }
    result.findings.set('WatchHealthy', watchHealth(connection.cache.health()))
    const it = contextOf(provider, connection, result.version)
    if (provider.namespace_mode === 'shared') {
      if (!provider.deleting && provider.paused !== true) result.repaired.push(...(await claimShared(it)))
      found(result, 'NamespaceReady', `Namespace ${provider.namespace} is held by this provider.`)
    } else found(result, 'NamespaceReady', 'Each organization has a namespace of its own.')
    return { result, it, listed }
  } catch (error) {
    if (error instanceof LeaseLost || isClosed(error)) throw error
    if (!(error instanceof Error && 'reason' in error)) {
      log.error(
        { provider: provider.name, error: (error as Error).stack },
        'the turn of a workspace provider has failed',
      )
    }
    failAll(result, error)
    return { result, listed }
  } finally {
    measures.turn((performance.now() - began) / 1_000)
  }
}
