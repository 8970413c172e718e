// Facts that are worked out when answering: SQL over the row `t`, by resource and attribute.
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Config } from '../../config.ts'

/** Only clusters that are ready count: the others delay nobody (S22). */
const inClusters = (organization: string, more = '') => {
  const counted = `from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
    where e.organization_id = ${organization} and e.deletion_requested_at is null and p.ready and p.deletion_requested_at is null${more}`
  const held = 'coalesce((e.observed ->> t.id)::integer, 0)'
  return {
    reconciled: `not exists (select ${counted} and (not e.synced or ${held} < t.generation))`,
    observed_generation: `least(t.generation, (select min(${held}) ${counted}))`,
  }
}

const organization = {
  default: 'exists (select from deployment where default_organization_id = t.id)',
  namespaces: `(select coalesce(json_object_agg(p.name, e.namespace order by p.name), '{}')
    from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
    where e.organization_id = t.id and e.namespace is not null)`,
  ...inClusters('t.id'),
}

const allowlistEntry = {
  reconciled: `((t.synced and t.observed_generation >= t.generation)
    or not (select p.ready from workspace_provider p where p.id = t.workspace_provider_id))`,
  observed_generation: `case when (select p.ready from workspace_provider p where p.id = t.workspace_provider_id)
    then t.observed_generation else t.generation end`,
}

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
      else coalesce(c ->> 'message', 'The cluster has not been looked at yet.') end,
    'reconciling', not t.ready and coalesce(c ->> 'reason', '') <> 'NotConfigured')
  from (select ${firstTrouble} as c) trouble)`

const workspace_provider = (config: Config) => {
  const host = config.inCluster || config.kubeconfig !== undefined
  const configured = `case when t.cluster is null then ${host}
    else t.token_encrypted is not null or t.client_key_encrypted is not null end`
  const reconciled = `(not ${configured} or (t.ready and t.observed_generation >= t.generation
    and t.conditions @> '[{"type": "Synced", "status": "True"}]'
    and not exists (select from workspace_provider_allowlist_entry e
      where e.workspace_provider_id = t.id and (not e.synced or e.deletion_requested_at is not null))))`
  const observed_generation = `case when ${configured} then t.observed_generation else t.generation end`
  return { status, reconciled, observed_generation }
}

/** The SQL of one derived attribute; it is code, so a miss is a defect. */
export const derivedSql = (resource: Resource, attribute: string, config: Config): string => {
  const known: Record<string, Record<string, string>> = {
    organization,
    custom_role: inClusters('t.organization_id'),
    org_quota: inClusters(
      't.organization_id',
      ' and (t.workspace_provider_id is null or t.workspace_provider_id = p.id)',
    ),
    workspace_provider: workspace_provider(config),
    workspace_provider_allowlist_entry: allowlistEntry,
  }
  const sql = known[resource.name]?.[attribute]
  if (!sql) throw new Error(`nothing says how ${resource.name}.${attribute} is worked out`)
  return sql
}
