// SQL of what is known of the cluster of a provider, about the row `t` and its status.
import { names, rfc3339, synced } from './condition-sql.ts'
import { clusterConditions, firstTrouble, isReady } from './provider-readiness.ts'
import type { Settings } from './rules.ts'

const from = 'from workspace_provider_status s where s.workspace_provider_id = t.id'

const status = `(select json_build_object(
    'state', case when ready then 'ready' else 'error' end,
    'reason', case when ready then 'Ready' else coalesce(c ->> 'reason', 'NotProbed') end,
    'message', case when ready then 'Workspaces can be created.'
      else coalesce(c ->> 'message', 'The cluster has not been probed yet.') end,
    'reconciling', not ready and coalesce(c ->> 'reason', '') <> 'NotConfigured')
  from (select ${isReady} as ready, ${firstTrouble} as c ${from}) known)`

/** Whether the cluster has what the provider itself says, whatever it has of organizations. */
const isCurrent = `(s.observed_generation >= t.cluster_generation and not exists (
  select from reconcile_queue q where q.workspace_provider_id = t.id and q.key = 'provider'))`

/** The ids of the organizations that the cluster does not hold, or not yet, as declared. */
const behind = `select x.organization_id from placement x
    where x.workspace_provider_id = t.id and (x.deleting or x.synced ->> 'status' in ('False', 'Unknown'))
  union select q.key from reconcile_queue q where q.workspace_provider_id = t.id and q.key <> 'provider'`

const behindNames = `coalesce((select array_agg(o.name order by o.name) from organization o where o.id in (${behind})), '{}')`

const changes = (
  which: 'max' | 'min',
  where = 'true',
) => `(select ${which}(x.synced ->> 'last_transition_time')
  from placement x where x.workspace_provider_id = t.id and ${where})`

/** The first organization whose objects stay in the cluster, and why. */
const kept = `(select jsonb_build_object('reason', x.synced ->> 'reason', 'since', x.synced ->> 'last_transition_time',
    'message', 'Organization \`' || o.name || '\`: ' || (x.synced ->> 'message'))
  from placement x join organization o on o.id = x.organization_id
  where x.workspace_provider_id = t.id and x.deleting and x.synced ->> 'status' = 'False' order by o.name limit 1)`

const generation = 's.observed_generation'
const counted = `(select count(*) - cardinality(behind) || ' of ' || count(*) || ' organizations are as declared'
  from placement x where x.workspace_provider_id = t.id and x.owner_type = 'organization')`

const word = `case
  when not ${isReady} then ${synced({
    status: 'Unknown',
    reason: "'NotProbed'",
    message: "'Not known while the workspace provider is not ready.'",
    since: `coalesce(${firstTrouble} ->> 'last_transition_time', ${rfc3339('t.updated_at')})`,
    generation,
  })}
  when t.paused then ${synced({
    status: 'Unknown',
    reason: "'Paused'",
    message: "'Reconciling is paused: set `paused` to false to go on.'",
    since: rfc3339('t.updated_at'),
    generation,
  })}
  when ${kept} is not null then ${synced({
    status: 'False',
    reason: `${kept} ->> 'reason'`,
    message: `${kept} ->> 'message'`,
    since: `${kept} ->> 'since'`,
    generation,
  })}
  when t.deletion_requested_at is not null then ${synced({
    status: 'False',
    reason: "'Deleting'",
    message: `'Objects of ' || cardinality(behind) || ' organizations are being removed' || case when cardinality(behind) > 0
      then ': ' || ${names('behind')} else '' end || '.'`,
    since: rfc3339('t.deletion_requested_at'),
    generation,
  })}
  when not ${isCurrent} then ${synced({
    status: 'False',
    reason: "'Pending'",
    message: "'The cluster does not have the latest changes of the workspace provider yet.'",
    since: rfc3339('t.updated_at'),
    generation,
  })}
  when cardinality(behind) = 0 then ${synced({
    status: 'True',
    reason: "'Synced'",
    message: `${counted} || '.'`,
    since: `coalesce(${changes('max')}, ${rfc3339('t.updated_at')})`,
    generation,
  })}
  else ${synced({
    status: 'False',
    reason: "'Pending'",
    message: `${counted} || '; not ' || ${names('behind')} || '.'`,
    since: `coalesce(${changes('min', "x.synced ->> 'status' = 'False'")}, ${rfc3339('t.updated_at')})`,
    generation,
  })} end`

/** Nothing is known of a cluster that was never looked at. */
const conditions = `(select case when s.conditions = '[]' then s.conditions
    else ${clusterConditions} || jsonb_build_array(${word}) end
  from workspace_provider_status s, lateral (select ${behindNames} as behind offset 0) them
  where s.workspace_provider_id = t.id)`

const stored = (column: string) => `(select ${column} ${from})`

/** A provider without a credential has no cluster to wait for, and nothing observed to speak of. */
export const providerStatus = ({ inCluster, kubeconfig }: Settings) => {
  const host = inCluster || kubeconfig !== undefined
  const configured = `case when t.cluster is null then ${host}
    else t.token_encrypted is not null or t.client_key_encrypted is not null end`
  return {
    status,
    conditions,
    kubernetes_version: stored('s.kubernetes_version'),
    last_contact: stored(rfc3339('s.last_contact')),
    reconciled: `(not ${configured} or (
      exists (select ${from} and ${isReady} and ${isCurrent}) and not exists (${behind})))`,
    observed_generation: `case when ${configured} then (
      select case when s.observed_generation < t.cluster_generation then s.observed_generation else t.generation end ${from})
      else t.generation end`,
  }
}
