// Deletes the rows of organizations and providers that were only waiting for clusters: in transactions of their own.
import type { Database } from '../server/source.ts'
import { type ProviderEvent, recordEvents } from './events.ts'
import { fenced, type Lease } from './fenced.ts'

/**
 * Takes organizations off the allowlist of the provider of the lease, and deletes those that waited for nothing else.
 * `events` are recorded with that.
 */
export const deleteEntries = async (
  database: Database,
  lease: Lease,
  organizations: readonly string[],
  events: readonly ProviderEvent[] = [],
) => {
  if (organizations.length === 0) return
  await fenced(database, lease, async (session) => {
    // Two providers may let go of one organization at once: the later one must see that it was the last.
    await session.query('select from organization where id = any($1) order by id for no key update', [
      organizations,
    ])
    await session.run(
      `delete from workspace_provider_allowlist_entry e using placement p
       where e.workspace_provider_id = $1 and e.organization_id = any($2)
         and p.workspace_provider_id = $1 and p.owner_type = 'organization' and p.owner_id = e.organization_id
         and p.deleting`,
      [lease.provider, organizations],
    )
    await session.run(
      `delete from organization o where o.id = any($1) and o.deletion_requested_at is not null
       and not exists (select from workspace_provider_allowlist_entry e where e.organization_id = o.id)`,
      [organizations],
    )
    await recordEvents(session, events)
  })
}

/** Only one that is being deleted and that no organization is on any more. */
export const deleteProvider = (database: Database, lease: Lease) =>
  fenced(database, lease, (session) =>
    session.run(
      `delete from workspace_provider p where p.id = $1 and p.deletion_requested_at is not null
       and not exists (select from workspace_provider_allowlist_entry e where e.workspace_provider_id = p.id)`,
      [lease.provider],
    ),
  )

/** Organizations that are to leave a cluster which cannot be worked with, and that need not wait for it. */
export const leavingWithout = (database: Database, provider: string, withForce: boolean) =>
  database.query<{ organization: string; name: string; namespace: string | null; written: boolean }>(
    `select p.organization_id as organization, o.name, p.namespace, p.written_at is not null as written
     from placement p join organization o on o.id = p.organization_id
     where p.workspace_provider_id = $1 and p.owner_type = 'organization' and p.deleting
       and (p.written_at is null or ($2 and p.force))
     order by p.organization_id`,
    [provider, withForce],
  )
