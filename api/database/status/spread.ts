// Reads how many ready clusters have organizations, custom roles and quotas as declared, or have deleted them.
import type { Session } from '../server/session.ts'

type Table = 'organization' | 'custom_role' | 'org_quota'
export type Spread = {
  table: Table
  id: string
  generation: number
  conditions: unknown[]
  /** Of `clusters` that are ready and concerned, `held` hold this generation. */
  clusters: number
  held: number
  deleting: boolean
  /** Names of the providers that do not hold it yet, or still do. */
  missing: string[]
  /** Of those where a namespace stays, or takes long to go: the condition that says why. */
  kept: { provider: string; reason: string; message: string }[]
}

const one = (table: Table, organization: string, concerned: string) => `
  select '${table}' as "table", r.id, r.generation, r.conditions,
    count(*)::int as clusters,
    (count(*) filter (where e.synced and coalesce((e.observed->>r.id)::int, 0) >= r.generation))::int as held,
    false as deleting,
    coalesce(json_agg(p.name order by p.name)
      filter (where not (e.synced and coalesce((e.observed->>r.id)::int, 0) >= r.generation)), '[]') as missing,
    '[]'::json as kept
  from ${table} r
    join workspace_provider_allowlist_entry e on e.organization_id = ${organization} and e.deletion_requested_at is null
    join workspace_provider p on p.id = e.workspace_provider_id and p.ready and p.deletion_requested_at is null
  where ${organization} = any($1) and ${concerned}
  group by r.id`

const leaving = `
  select 'organization', r.id, r.generation, r.conditions, count(*)::int, 0, true,
    json_agg(p.name order by p.name),
    coalesce(json_agg(json_build_object('provider', p.name, 'reason', c->>'reason', 'message', c->>'message')
      order by p.name) filter (where c->>'reason' in ('NamespaceInUse', 'NamespaceTerminating')), '[]')
  from organization r
    join workspace_provider_allowlist_entry e on e.organization_id = r.id
    join workspace_provider p on p.id = e.workspace_provider_id
    left join jsonb_array_elements(e.conditions) c on c->>'type' = 'Synced'
  where r.id = any($1) and r.deletion_requested_at is not null
  group by r.id`

const statement = [
  one('organization', 'r.id', 'r.deletion_requested_at is null'),
  one('custom_role', 'r.organization_id', 'true'),
  one('org_quota', 'r.organization_id', 'coalesce(r.workspace_provider_id, p.id) = p.id'),
  leaving,
].join(' union all ')

export const readSpread = (session: Session, organizations: readonly string[]) =>
  session.query<Spread>(statement, [organizations])

export const writeSpread = (
  session: Session,
  table: Table,
  rows: readonly { id: string; conditions: unknown }[],
) =>
  session.run(
    `update ${table} r set conditions = n.conditions, status_revision = r.status_revision + 1
     from jsonb_to_recordset($1::jsonb) as n(id text, conditions jsonb)
     where r.id = n.id`,
    [JSON.stringify(rows)],
  )
