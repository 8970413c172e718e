// SQL that says whether the cluster of a provider is ready and as declared, about the row `t`.
import type { Settings } from './rules.ts'

/** The four conditions that make a provider ready, in the order in which one presupposes the other. */
const firstTrouble = `(
  select c from unnest(array['Reachable', 'CredentialsValid', 'Authorized', 'NamespaceReady'])
    with ordinality as needed (type, place)
  join jsonb_array_elements(t.conditions) c on c ->> 'type' = needed.type
  where c ->> 'status' <> 'True' order by place limit 1)`

const status = `(select json_build_object(
    'state', case when t.ready then 'ready' else 'error' end,
    'reason', case when t.ready then 'Ready' else coalesce(c ->> 'reason', 'NotProbed') end,
    'message', case when t.ready then 'Workspaces can be created.'
      else coalesce(c ->> 'message', 'The cluster has not been probed yet.') end,
    'reconciling', not t.ready and coalesce(c ->> 'reason', '') <> 'NotConfigured')
  from (select ${firstTrouble} as c) trouble)`

/** A provider without a credential has no cluster to wait for, and nothing observed to speak of. */
export const providerReadiness = ({ inCluster, kubeconfig }: Settings) => {
  const host = inCluster || kubeconfig !== undefined
  const configured = `case when t.cluster is null then ${host}
    else t.token_encrypted is not null or t.client_key_encrypted is not null end`
  const reconciled = `(not ${configured} or (t.ready and t.observed_generation >= t.generation
    and t.conditions @> '[{"type": "Synced", "status": "True"}]'
    and not exists (select from workspace_provider_allowlist_entry e
      where e.workspace_provider_id = t.id and (not e.synced or e.deletion_requested_at is not null))))`
  const observed_generation = `case when ${configured} then t.observed_generation else t.generation end`
  return { status, reconciled, observed_generation }
}
