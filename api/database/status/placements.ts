// Writes what clusters hold of each owner. No statement here touches a row that writers set.
import type { Session } from '../server/session.ts'
import type { Condition } from './condition.ts'

/**
 * Commits, before the first request, that a cluster may hold something of these organizations, and in which namespace.
 * Answers those for which that is so; one that is being deleted by now may not be written any more.
 */
export const markWritten = async (
  session: Session,
  provider: string,
  fresh: readonly { organization: string; namespace: string }[],
): Promise<ReadonlySet<string>> => {
  const rows = await session.query<{ organization: string }>(
    `update placement p set written_at = now(), namespace = n.namespace
     from jsonb_to_recordset($2::jsonb) as n (organization text, namespace text)
     where p.workspace_provider_id = $1 and p.owner_type = 'organization' and p.owner_id = n.organization
       and p.written_at is null and not p.deleting
     returning p.owner_id as organization`,
    [provider, JSON.stringify(fresh)],
  )
  return new Set(rows.map(({ organization }) => organization))
}

/** The same for the namespace that the organizations of a provider share. False when the provider is gone or going. */
export const markProviderWritten = async (session: Session, provider: string): Promise<boolean> => {
  const marked = await session.run(
    `update workspace_provider_status s set written_at = coalesce(s.written_at, now())
     where s.workspace_provider_id = $1
       and exists (select from workspace_provider p where p.id = $1 and p.deletion_requested_at is null)`,
    [provider],
  )
  return marked > 0
}

export type PlacementStatus = {
  owner_type: string
  owner_id: string
  organization_id: string
  namespace_uid: string | null
  namespace_created: boolean
  observed_generation: number
  provider_generation: number
  conditions: readonly Condition[]
}

/** Rows of an organization are never made anew here: they stand and go with the allowlist entry. */
export const writePlacements = async (
  session: Session,
  provider: string,
  all: readonly PlacementStatus[],
): Promise<void> => {
  if (all.length === 0) return
  await session.run(
    `with n as (select * from jsonb_to_recordset($2::jsonb) as n (owner_type text, owner_id text,
       organization_id text, namespace_uid text, namespace_created boolean, observed_generation integer,
       provider_generation integer, conditions jsonb))
     merge into placement p using (
       select n.* from n where exists (select from placement o
         where o.workspace_provider_id = $1 and o.owner_type = 'organization' and o.owner_id = n.organization_id)
       order by n.owner_type, n.owner_id
     ) n on p.workspace_provider_id = $1 and p.owner_type = n.owner_type and p.owner_id = n.owner_id
     when matched then update set namespace_uid = n.namespace_uid, namespace_created = n.namespace_created,
       observed_generation = n.observed_generation, provider_generation = n.provider_generation,
       conditions = n.conditions
     when not matched then insert (workspace_provider_id, owner_type, owner_id, organization_id,
         observed_generation, provider_generation, conditions)
       values ($1, n.owner_type, n.owner_id, n.organization_id, n.observed_generation, n.provider_generation,
         n.conditions)`,
    [provider, JSON.stringify(all)],
  )
}

/** Of owners that are gone and whose last object has left the cluster. */
export const removePlacements = async (
  session: Session,
  provider: string,
  owners: readonly string[],
): Promise<void> => {
  if (owners.length === 0) return
  await session.run(
    `delete from placement where workspace_provider_id = $1 and owner_type <> 'organization' and owner_id = any($2)`,
    [provider, owners],
  )
}
