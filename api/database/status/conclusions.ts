// Writes what passes found out: the only statements that change status columns, each only where something changed.
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'

/**
 * Marks bindings as about to be written to a cluster, with the namespace chosen for each. Answers those that may
 * be: one that is being deleted by now may not.
 */
export const touch = async (database: Database, bindings: readonly { id: string; namespace: string }[]) => {
  const rows = await database.query<{ id: string }>(
    `update workspace_provider_allowlist_entry e set touched_at = now(), namespace = n.namespace
     from jsonb_to_recordset($1::jsonb) as n(id text, namespace text)
     where e.id = n.id and e.deletion_requested_at is null and e.touched_at is null returning e.id`,
    [JSON.stringify(bindings)],
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Marks a provider as about to claim the namespace that its organizations share, so that a delete from now on looks
 * after what is in the cluster. False when the provider is gone or going: then nothing may be claimed.
 */
export const touchProvider = async (database: Database, id: string) => {
  const touched = await database.run(
    'update workspace_provider set touched_at = now() where id = $1 and deletion_requested_at is null',
    [id],
  )
  return touched > 0
}

export type ProviderStatus = {
  cluster_uid: string | null
  ready: boolean
  kubernetes_version: string | null
  last_contact: string | null
  conditions: unknown
  observed_generation: number
}

export const writeProvider = (session: Session, id: string, status: ProviderStatus) =>
  session.run(
    `update workspace_provider set cluster_uid = $2, ready = $3, kubernetes_version = $4, last_contact = $5,
       conditions = $6, observed_generation = $7, status_revision = status_revision + 1 where id = $1`,
    [
      id,
      status.cluster_uid,
      status.ready,
      status.kubernetes_version,
      status.last_contact,
      JSON.stringify(status.conditions),
      status.observed_generation,
    ],
  )

export type BindingStatus = {
  id: string
  namespace: string | null
  namespace_uid: string | null
  namespace_created: boolean
  observed: Record<string, number>
  synced: boolean
  conditions: unknown
  observed_generation: number
}

export const writeBindings = async (session: Session, statuses: readonly BindingStatus[]) => {
  if (statuses.length === 0) return
  await session.run(
    `update workspace_provider_allowlist_entry e set namespace = n.namespace, namespace_uid = n.namespace_uid,
       namespace_created = n.namespace_created, observed = n.observed, synced = n.synced,
       conditions = n.conditions, observed_generation = n.observed_generation,
       status_revision = e.status_revision + 1
     from jsonb_to_recordset($1::jsonb) as n(id text, namespace text, namespace_uid text, namespace_created boolean,
       observed jsonb, synced boolean, conditions jsonb, observed_generation integer)
     where e.id = n.id`,
    [JSON.stringify(statuses)],
  )
}

/** Deletes bindings that have left their cluster, then organizations that were only waiting for them. */
export const deleteBindings = async (session: Session, ids: readonly string[]) => {
  if (ids.length === 0) return
  // Two providers may let go of one organization at once: the later one must see that it was the last.
  await session.query(
    `select from organization where id in (select organization_id from workspace_provider_allowlist_entry
     where id = any($1)) order by id for no key update`,
    [ids],
  )
  const organizations = await session.query<{ organization_id: string }>(
    `delete from workspace_provider_allowlist_entry where id = any($1) returning organization_id`,
    [ids],
  )
  await session.run(
    `delete from organization o where o.id = any($1) and o.deletion_requested_at is not null
     and not exists (select from workspace_provider_allowlist_entry e where e.organization_id = o.id)`,
    [organizations.map(({ organization_id }) => organization_id)],
  )
}

/** Only one that is being deleted and that nobody is on any more. */
export const deleteProvider = (session: Session, id: string) =>
  session.run(
    `delete from workspace_provider p where p.id = $1 and p.deletion_requested_at is not null
     and not exists (select from workspace_provider_allowlist_entry e where e.workspace_provider_id = p.id)`,
    [id],
  )
