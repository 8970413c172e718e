// Which process reconciles which provider: one lease for a range of shards, whose epoch moves with each holder.
export default `
create table provider_lease (
  workspace_provider_id text not null,
  range_from smallint not null,
  range_to smallint not null,
  holder text,
  epoch bigint not null default 0,
  expires_at timestamptz not null default '-infinity',
  constraint provider_lease_key primary key (workspace_provider_id, range_from)
);
create index provider_lease_expiry_index on provider_lease (expires_at);
insert into provider_lease (workspace_provider_id, range_from, range_to) select id, 0, 15 from workspace_provider;

create function add_provider_lease() returns trigger language plpgsql as $$
begin
  insert into provider_lease (workspace_provider_id, range_from, range_to) select id, 0, 15 from added order by 1;
  return null;
end $$;
create trigger add_provider_lease after insert on workspace_provider
  referencing new table as added for each statement execute function add_provider_lease();

create function remove_provider_lease() returns trigger language plpgsql as $$
begin
  delete from provider_lease l using removed r where l.workspace_provider_id = r.id;
  return null;
end $$;
create trigger remove_provider_lease after delete on workspace_provider
  referencing old table as removed for each statement execute function remove_provider_lease();

create table replica (
  id text constraint replica_id primary key,
  expires_at timestamptz not null
);
`
