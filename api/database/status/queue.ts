// The queue of keys: what waits for a turn, committed with the writes that ask for it.
import type { Session } from '../server/session.ts'

/**
 * `key` is `provider`, or the id of an organization on its allowlist; `seq` moves with every write that asks again. `age`:
 * seconds since the first of those writes.
 */
export type Queued = { provider: string; key: string; seq: number; age: number }

/**
 * What is queued for the providers `open`, and of the providers `closed`, whose clusters cannot be worked with, the
 * providers themselves: the keys of a cluster that is away may be thousands, and every write asks for this.
 */
export const queued = (session: Session, open: readonly string[], closed: readonly string[] = []) =>
  session.query<Queued>(
    `select workspace_provider_id as provider, key, seq,
       extract(epoch from clock_timestamp() - queued_at)::float8 as age from reconcile_queue
     where workspace_provider_id = any($1) or (workspace_provider_id = any($2) and key = 'provider') order by seq`,
    [open, closed],
  )

/** The organizations whose last turn saw older settings of their provider. */
export const queueOutdated = (session: Session, provider: string, generation: number) =>
  session.run(
    `insert into reconcile_queue (workspace_provider_id, key, shard)
     select workspace_provider_id, organization_id, shard_of(organization_id) from placement
     where workspace_provider_id = $1 and owner_type = 'organization' and provider_generation < $2
     order by organization_id on conflict (workspace_provider_id, key) do update set seq = excluded.seq`,
    [provider, generation],
  )

/** Takes keys off the queue, except those that were asked for again. A row that a writer holds was asked for again. */
export const unqueue = (session: Session, provider: string, done: readonly { key: string; seq: number }[]) =>
  session.run(
    `delete from reconcile_queue where ctid in (
       select q.ctid from reconcile_queue q
         join jsonb_to_recordset($2::jsonb) as done (key text, seq bigint) on done.key = q.key and done.seq = q.seq
       where q.workspace_provider_id = $1 for update of q skip locked)`,
    [provider, JSON.stringify(done)],
  )

/** `keys` is SQL of the provider, the key and the shard of each turn that the rows with the ids `$1` ask for. */
export const queueKeys = (session: Session, keys: string, ids: readonly string[]) =>
  session.run(
    `insert into reconcile_queue (workspace_provider_id, key, shard) ${keys} order by 1, 2
     on conflict (workspace_provider_id, key) do update set seq = excluded.seq`,
    [ids],
  )
