// Takes, renews and releases leases on providers. Only the clock of the database decides which have expired.
import type { Database } from '../server/source.ts'
import type { Lease } from './fenced.ts'

/** `isExpired`: the holder before did not release the lease, and may still be about to find that out. */
export type Taken = Lease & { readonly isExpired: boolean }

const columns =
  'l.workspace_provider_id as provider, l.range_from as "from", l.range_to as "to", l.holder, l.epoch'

/** How long a lease lasts without renewal. */
const lasting = "interval '20 seconds'"

/** Renews whatever still stands in the name of `holder`, and says that the process lives. */
export const renewLeases = (database: Database, holder: string) =>
  database.query<Lease>(
    `with alive as (
       insert into replica (id, expires_at) values ($1, now() + ${lasting})
       on conflict (id) do update set expires_at = excluded.expires_at
     )
     update provider_lease l set expires_at = now() + ${lasting} where holder = $1 returning ${columns}`,
    [holder],
  )

/**
 * Takes leases that have expired or were released, up to a fair share of all: as many as each live process would
 * have. Those that another process is about to take, or whose holder is writing at this moment, are passed by.
 */
export const takeLeases = (database: Database, holder: string) =>
  database.query<Taken>(
    `with live as (
       select count(*) filter (where id <> $1) + 1 as replicas from replica where expires_at > now()
     ), share as (
       select ceil(count(*)::numeric / (select replicas from live)) - count(*) filter (where holder = $1) as free
       from provider_lease
     ), free as (
       select workspace_provider_id, range_from, holder is not null as "isExpired"
       from provider_lease where expires_at < now()
       order by expires_at, workspace_provider_id, range_from
       limit (select greatest(free, 0) from share) for update skip locked
     )
     update provider_lease l set holder = $1, epoch = l.epoch + 1, expires_at = now() + ${lasting}
     from free where (l.workspace_provider_id, l.range_from) = (free.workspace_provider_id, free.range_from)
     returning ${columns}, free."isExpired"`,
    [holder],
  )

/** How many leases the process holds beyond its fair share. */
export const surplusOf = async (database: Database, holder: string): Promise<number> => {
  const [row] = await database.query<{ surplus: number }>(
    `select greatest(0, count(*) filter (where holder = $1) - ceil(count(*)::numeric / (
       select count(*) filter (where id <> $1) + 1 from replica where expires_at > now())))::integer as surplus
     from provider_lease`,
    [holder],
  )
  return row?.surplus ?? 0
}

/** Another process takes them at once. */
export const releaseLeases = (database: Database, holder: string, providers: readonly string[]) =>
  database.run(
    `update provider_lease set holder = null, expires_at = '-infinity'
     where holder = $1 and workspace_provider_id = any($2)`,
    [holder, providers],
  )

/** The process ends: it counts in no share any more. */
export const removeReplica = (database: Database, holder: string) =>
  database.run("delete from replica where id = $1 or expires_at < now() - interval '1 hour'", [holder])
