// The only writer of conditions, readiness, observed generations and status revisions; silent when all is as before.
import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../database/server/source.ts'
import {
  type BindingStatus,
  deleteBindings,
  deleteProvider,
  type ProviderStatus,
  writeBindings,
  writeProvider,
} from '../database/status/conclusions.ts'
import type { Binding, Desired } from '../database/status/desired.ts'
import { concludeSpread } from './conclude-spread.ts'
import { concluded, type Finding } from './conditions.ts'
import { credentialFresh } from './credential-fresh.ts'
import { type BindingOutcome, type Outcome, readiness } from './outcome.ts'
import type { Log } from './tools.ts'

const heartbeatMs = 3_600_000

export const conclude = async (
  database: Database,
  desired: Desired,
  outcome: Outcome,
  now: Date,
  log: Log,
): Promise<void> => {
  const { provider } = desired
  giveUp(desired, outcome, log)
  const status = providerStatus(desired, outcome, now)
  const changed = [...outcome.bindings.values()]
    .filter(({ gone }) => !gone)
    .map((of) => ({ before: of.binding, after: bindingStatus(of, now) }))
    .filter(({ before, after }) => after && !isDeepStrictEqual(after, stored(before)))
  const gone = [...outcome.bindings.values()].filter((of) => of.gone).map(({ binding }) => binding.id)
  // A contact that only goes on is noted now and then: it changes nothing that anybody waits for.
  const { last_contact: contact, ...facts } = status
  const { last_contact: noted, touched: _, ...before } = provider.stored
  const providerChanged = !isDeepStrictEqual(facts, before) || since(noted, contact) > heartbeatMs
  if (!providerChanged && changed.length === 0 && gone.length === 0 && !outcome.gone) return

  await database.transaction(async (session) => {
    if (providerChanged) await writeProvider(session, provider.id, status)
    await writeBindings(
      session,
      changed.flatMap(({ after }) => after ?? []),
    )
    await deleteBindings(session, gone)
    if (outcome.gone) await deleteProvider(session, provider.id)
    const turned = status.ready !== provider.stored.ready || gone.length > 0
    const concerned = turned ? desired.bindings : changed.map(({ before }) => before)
    await concludeSpread(
      session,
      concerned.map((it) => it.organization_id),
      now,
    )
  })
  if (status.ready !== provider.stored.ready) {
    const said = status.conditions.find((it) => it.status === 'False')
    const facts = { provider: provider.name, reason: said?.reason, message: said?.message }
    if (status.ready) log.info({ provider: provider.name }, 'the workspace provider is ready')
    else log.warn(facts, 'the workspace provider is not ready')
  }
}

const since = (noted: string | null, contact: string | null) =>
  contact ? Date.parse(contact) - Date.parse(noted ?? '1970-01-01') : 0

const isReady = ({ findings }: Outcome) => readiness.every((type) => findings.get(type)?.status === 'True')

const providerStatus = ({ provider }: Desired, outcome: Outcome, now: Date) => {
  const types = [...readiness, 'RemovalAuthorized', 'Synced']
  const findings = [
    ...types.flatMap((type) => outcome.findings.get(type) ?? []),
    ...(provider.cluster ? [credentialFresh(provider, now)] : []),
  ]
  const { stored } = provider
  return {
    cluster_uid: outcome.clusterUid,
    ready: isReady(outcome),
    kubernetes_version: outcome.version ?? stored.kubernetes_version,
    last_contact: outcome.contact ? now.toISOString() : stored.last_contact,
    conditions: concluded(findings, stored.conditions, provider.generation, now),
    observed_generation: isReady(outcome) ? provider.generation : stored.observed_generation,
  } satisfies ProviderStatus
}

const stored = ({ id, stored: { touched: _, ...rest } }: Binding): BindingStatus => ({ id, ...rest })

/** Undefined where the pass did not come so far. */
const bindingStatus = (of: BindingOutcome, now: Date): BindingStatus | undefined => {
  const { binding } = of
  const found = [of.namespaceReady, of.synced].filter((it): it is Finding => it !== undefined)
  if (!of.synced) return undefined
  const synced = of.synced.status === 'True'
  const { generation, organization_id, organization_generation, roles, quotas } = binding
  const observed = Object.fromEntries([
    [organization_id, organization_generation],
    ...[...roles, ...quotas].map((it) => [it.id, it.generation] as const),
  ])
  return {
    id: binding.id,
    namespace: of.namespace,
    namespace_uid: of.namespace_uid,
    namespace_created: of.namespace_created,
    observed: synced ? observed : binding.stored.observed,
    synced,
    conditions: concluded(found, binding.stored.conditions, generation, now),
    observed_generation: synced ? generation : binding.stored.observed_generation,
  }
}

// Force gives up on a cluster that cannot be worked with, and says what stays behind. One bad moment is not enough:
// the pass before must have failed as well.
const giveUp = ({ provider }: Desired, outcome: Outcome, log: Log) => {
  if (isReady(outcome) || provider.stored.ready) return
  for (const of of outcome.bindings.values()) {
    const { binding, namespace } = of
    if (of.gone || !binding.deleting || !binding.force) continue
    of.gone = true
    const left = { provider: provider.name, organization: binding.organization_name, namespace }
    log.warn(left, 'gave up on a cluster: what is in this namespace was left behind')
  }
  const all = [...outcome.bindings.values()].every(({ gone }) => gone)
  const { touched } = provider.stored
  if (!provider.deleting || !all || (touched && !provider.force)) return
  outcome.gone = true
  if (touched) log.warn({ provider: provider.name }, 'gave up on a cluster with its workspace provider')
}
