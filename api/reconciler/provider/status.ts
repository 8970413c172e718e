// Writes what a turn of a provider found out, and says in the log when the provider becomes ready or stops being so.
import { isDeepStrictEqual } from 'node:util'
import { fenced } from '../../database/status/fenced.ts'
import type { DesiredProvider, ProviderStatus } from '../../database/status/provider.ts'
import { writeProviderStatus } from '../../database/status/provider-status.ts'
import { queueOutdated, unqueue } from '../../database/status/queue.ts'
import { credentialLife } from '../cluster/access.ts'
import type { Context } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import { concluded } from '../turn/conditions.ts'
import { credentialFresh } from './credential-fresh.ts'
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
  { database, log, now }: Context,
  lease: HeldLease,
  provider: DesiredProvider,
  result: ProviderResult,
  seq: number | null,
): Promise<ProviderStatus> => {
  const { id, name, cluster_generation: settings, status: before } = provider
  const status = statusOf(provider, result, now())
  // Before the first time that the provider is ready no organization has had a turn, and all of them are queued.
  const seen = before.observed_generation
  const isOutdated = status.ready && seen > 0 && seen < settings
  if (seq === null && !isOutdated && isDeepStrictEqual(status, before)) return status
  await fenced(database, lease, async (session) => {
    await writeProviderStatus(session, id, status, result.contact)
    if (isOutdated) await queueOutdated(session, id, settings)
    if (seq !== null) await unqueue(session, id, [{ key: 'provider', seq }])
  })
  if (status.ready !== before.ready) {
    const said = status.conditions.find((it) => it.status === 'False')
    if (status.ready) log.info({ provider: name }, 'the workspace provider is ready')
    else {
      const facts = { provider: name, reason: said?.reason, message: said?.message }
      log.warn(facts, 'the workspace provider is not ready')
    }
  }
  return status
}
