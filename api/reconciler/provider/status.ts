// Writes what a turn of a provider found out, and tells what of that is news.
import { isDeepStrictEqual } from 'node:util'
import { type ProviderEvent, recordEvents } from '../../database/status/events.ts'
import { fenced } from '../../database/status/fenced.ts'
import type { DesiredProvider, ProviderStatus } from '../../database/status/provider.ts'
import { writeProviderStatus } from '../../database/status/provider-status.ts'
import { queueOutdated, unqueue } from '../../database/status/queue.ts'
import { credentialLife } from '../cluster/access.ts'
import type { WorkerContext } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import { providerKey } from '../queue/asked-of.ts'
import { tell } from '../tell.ts'
import { concluded } from '../turn/conditions.ts'
import { credentialFresh } from './credential-fresh.ts'
import { newsOf } from './news.ts'
import { isReady, type ProviderResult, readiness } from './result.ts'

const statusOf = (provider: DesiredProvider, result: ProviderResult, now: Date): ProviderStatus => {
  const { status: before, generation } = provider
  const ready = isReady(result)
  const types = [...readiness, 'RemovalAuthorized', 'WatchHealthy', 'OrphansRemoved']
  const findings = [
    ...types.flatMap((type) => result.findings.get(type) ?? []),
    ...(provider.cluster ? [credentialFresh(provider, now)] : []),
  ]
  return {
    ready,
    cluster_uid: result.clusterUid,
    kubernetes_version: result.version ?? before.kubernetes_version,
    observed_generation: ready ? generation : before.observed_generation,
    conditions: concluded(findings, before.conditions, generation, now),
    credential_expires_at: credentialLife(provider)?.ends?.toISOString() ?? null,
  }
}

/** `seq` is that of the row in the queue that asked for the turn. Rejects with LeaseLost. */
export const writeStatus = async (
  context: WorkerContext,
  lease: HeldLease,
  provider: DesiredProvider,
  result: ProviderResult,
  seq: number | null,
): Promise<ProviderStatus> => {
  const { database, measures, now, random } = context
  const { id, cluster_generation: settings, status: before } = provider
  const status = statusOf(provider, result, now())
  const { ready, credential_expires_at: expires } = status
  measures.ready(ready)
  measures.credentialExpires(expires === null ? null : new Date(expires))
  const news = newsOf(provider, result, status)
  // Before the first time that the provider is ready no organization has had a turn, and all of them are queued.
  const seen = before.observed_generation
  const isOutdated = ready && seen > 0 && seen < settings
  const isSame = isDeepStrictEqual(status, before)
  if (seq === null && !isOutdated && isSame && news.length === 0) return status
  const commit = (events: readonly ProviderEvent[]) =>
    fenced(database, lease, async (session) => {
      await writeProviderStatus(session, id, status, result.contact)
      if (isOutdated) await queueOutdated(session, id, settings)
      if (seq !== null) await unqueue(session, id, [{ key: providerKey, seq }])
      await recordEvents(session, events, random)
    })
  await tell(context, news, commit)
  return status
}
