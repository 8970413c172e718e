// Facts that are worked out when answering: SQL over the row `t`, by resource and attribute.

import type { Resource } from '../../schemas/vocabulary.ts'
import type { Config } from '../config.ts'

/** No reachable cluster that holds the organization lacks this row as it is declared now. */
const written = (organization: string, more = '') => `not exists (
  select from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
  where e.organization_id = ${organization} and e.removing_at is null and p.ready and p.removing_at is null
    and (not e.synced or coalesce((e.observed ->> t.id)::integer, 0) < t.generation)${more})`

const organization = {
  default: 'exists (select from deployment where default_organization_id = t.id)',
  namespaces: `(select coalesce(json_object_agg(p.name, e.namespace order by p.name), '{}')
    from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
    where e.organization_id = t.id and e.namespace is not null)`,
  reconciled: written('t.id'),
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
      where e.workspace_provider_id = t.id and (not e.synced or e.removing_at is not null))))`
  return { status, reconciled }
}

/** The SQL of one derived attribute; it is code, so a miss is a defect. */
export const derivedSql = (resource: Resource, attribute: string, config: Config): string => {
  const known: Record<string, Record<string, string>> = {
    organization,
    custom_role: { reconciled: written('t.organization_id') },
    org_quota: {
      reconciled: written(
        't.organization_id',
        ' and (t.workspace_provider_id is null or t.workspace_provider_id = p.id)',
      ),
    },
    workspace_provider: workspace_provider(config),
    workspace_provider_allowlist_entry: {
      reconciled: `((t.synced and t.observed_generation >= t.generation)
        or not (select p.ready from workspace_provider p where p.id = t.workspace_provider_id))`,
    },
  }
  const sql = known[resource.name]?.[attribute]
  if (!sql) throw new Error(`nothing says how ${resource.name}.${attribute} is worked out`)
  return sql
}
