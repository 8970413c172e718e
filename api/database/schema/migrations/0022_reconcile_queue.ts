// The keys that wait for a turn: `provider`, or the id of an organization on its allowlist. Every statement that moves
// something that reaches a cluster queues the keys concerned with a new sequence number, in its own transaction.
export default `
create sequence reconcile_seq;
create table reconcile_queue (
  workspace_provider_id text not null,
  key text not null,
  shard smallint not null,
  seq bigint not null default nextval('reconcile_seq'),
  queued_at timestamptz not null default clock_timestamp(),
  constraint reconcile_queue_key primary key (workspace_provider_id, key)
);

-- The first four bits of a digest: lists, watches and leases can be split by it.
create function shard_of(id text) returns smallint language sql immutable as
  $$ select (get_byte(sha256(convert_to(id, 'UTF8')), 0) >> 4)::smallint $$;

insert into reconcile_queue (workspace_provider_id, key, shard)
  select id, 'provider', 0 from workspace_provider
  union all select workspace_provider_id, organization_id, shard_of(organization_id)
  from workspace_provider_allowlist_entry;

create function queue_added_providers() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select id, 'provider', 0 from after_rows order by 1
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_added after insert on workspace_provider
  referencing new table as after_rows for each statement execute function queue_added_providers();

create function queue_changed_providers() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select a.id, 'provider', 0 from after_rows a join before_rows b on b.id = a.id
  where (a.cluster_generation, a.deletion_requested_at, a.force, a.token_encrypted, a.client_key_encrypted)
    is distinct from (b.cluster_generation, b.deletion_requested_at, b.force, b.token_encrypted, b.client_key_encrypted)
  order by 1
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_changed after update on workspace_provider
  referencing old table as before_rows new table as after_rows
  for each statement execute function queue_changed_providers();

create function unqueue_providers() returns trigger language plpgsql as $$
begin
  delete from reconcile_queue q using before_rows b where q.workspace_provider_id = b.id;
  return null;
end $$;
create trigger unqueue after delete on workspace_provider
  referencing old table as before_rows for each statement execute function unqueue_providers();

create function queue_added_entries() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select workspace_provider_id, organization_id, shard_of(organization_id) from after_rows order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_added after insert on workspace_provider_allowlist_entry
  referencing new table as after_rows for each statement execute function queue_added_entries();

create function queue_changed_entries() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select a.workspace_provider_id, a.organization_id, shard_of(a.organization_id)
  from after_rows a join before_rows b on b.id = a.id
  where (a.deletion_requested_at, a.force) is distinct from (b.deletion_requested_at, b.force)
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_changed after update on workspace_provider_allowlist_entry
  referencing old table as before_rows new table as after_rows
  for each statement execute function queue_changed_entries();

create function unqueue_entries() returns trigger language plpgsql as $$
begin
  delete from reconcile_queue q using before_rows b
  where q.workspace_provider_id = b.workspace_provider_id and q.key = b.organization_id;
  return null;
end $$;
create trigger unqueue after delete on workspace_provider_allowlist_entry
  referencing old table as before_rows for each statement execute function unqueue_entries();

create function queue_changed_organizations() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select e.workspace_provider_id, a.id, shard_of(a.id)
  from after_rows a join before_rows b on b.id = a.id
    join workspace_provider_allowlist_entry e on e.organization_id = a.id
  where (a.cluster_generation, a.deletion_requested_at, a.force)
    is distinct from (b.cluster_generation, b.deletion_requested_at, b.force)
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_changed after update on organization
  referencing old table as before_rows new table as after_rows
  for each statement execute function queue_changed_organizations();

create function queue_roles() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select distinct e.workspace_provider_id, e.organization_id, shard_of(e.organization_id)
  from moved m join workspace_provider_allowlist_entry e on e.organization_id = m.organization_id
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_added after insert on custom_role
  referencing new table as moved for each statement execute function queue_roles();
create trigger queue_removed after delete on custom_role
  referencing old table as moved for each statement execute function queue_roles();

create function queue_changed_roles() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select distinct e.workspace_provider_id, e.organization_id, shard_of(e.organization_id)
  from after_rows a join before_rows b on b.id = a.id
    join workspace_provider_allowlist_entry e on e.organization_id = a.organization_id
  where a.cluster_generation <> b.cluster_generation
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_changed after update on custom_role
  referencing old table as before_rows new table as after_rows
  for each statement execute function queue_changed_roles();

create function queue_quotas() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select distinct e.workspace_provider_id, e.organization_id, shard_of(e.organization_id)
  from moved m join workspace_provider_allowlist_entry e on e.organization_id = m.organization_id
    and (m.workspace_provider_id is null or m.workspace_provider_id = e.workspace_provider_id)
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_added after insert on org_quota
  referencing new table as moved for each statement execute function queue_quotas();
create trigger queue_removed after delete on org_quota
  referencing old table as moved for each statement execute function queue_quotas();

create function queue_changed_quotas() returns trigger language plpgsql as $$
begin
  insert into reconcile_queue (workspace_provider_id, key, shard)
  select distinct e.workspace_provider_id, e.organization_id, shard_of(e.organization_id)
  from after_rows a join before_rows b on b.id = a.id
    join workspace_provider_allowlist_entry e on e.organization_id = a.organization_id
    and (a.workspace_provider_id is null or a.workspace_provider_id = e.workspace_provider_id)
  where a.cluster_generation <> b.cluster_generation
  order by 1, 2
  on conflict (workspace_provider_id, key) do update set seq = excluded.seq;
  return null;
end $$;
create trigger queue_changed after update on org_quota
  referencing old table as before_rows new table as after_rows
  for each statement execute function queue_changed_quotas();
`
