// What a cluster holds of each owner, apart from what writers set. The row of an organization stands as long as its
// allowlist entry, and `written_at` is committed before the first request for it to the cluster.
export default `
alter table organization add column cluster_generation integer;
alter table custom_role add column cluster_generation integer;
alter table org_quota add column cluster_generation integer;
alter table workspace_provider add column cluster_generation integer;
alter table workspace_provider_allowlist_entry add column cluster_generation integer;
update organization set cluster_generation = generation;
update custom_role set cluster_generation = generation;
update org_quota set cluster_generation = generation;
update workspace_provider set cluster_generation = generation;
update workspace_provider_allowlist_entry set cluster_generation = generation;
alter table organization alter column cluster_generation set not null;
alter table custom_role alter column cluster_generation set not null;
alter table org_quota alter column cluster_generation set not null;
alter table workspace_provider alter column cluster_generation set not null;
alter table workspace_provider_allowlist_entry alter column cluster_generation set not null;

create table placement (
  workspace_provider_id text not null,
  owner_type text not null,
  owner_id text not null,
  organization_id text not null,
  namespace text,
  namespace_uid text,
  namespace_created boolean not null default false,
  observed_generation integer not null default 0,
  provider_generation integer not null default 0,
  conditions jsonb not null default '[]',
  synced jsonb generated always as (jsonb_path_query_first(conditions, '$[*] ? (@.type == "Synced")')) stored,
  written_at timestamptz,
  deleting boolean not null default false,
  force boolean not null default false,
  constraint placement_key primary key (workspace_provider_id, owner_type, owner_id)
);
create index placement_owner_index on placement (owner_id);
create index placement_organization_index on placement (organization_id, owner_type, workspace_provider_id);
create index placement_synced_index on placement (workspace_provider_id, (synced ->> 'last_transition_time'));
create index placement_behind_index on placement (workspace_provider_id)
  where deleting or synced ->> 'status' in ('False', 'Unknown');

insert into placement (workspace_provider_id, owner_type, owner_id, organization_id, namespace, namespace_uid,
  namespace_created, observed_generation, conditions, written_at, deleting, force)
select workspace_provider_id, 'organization', organization_id, organization_id, namespace, namespace_uid,
  namespace_created, coalesce((observed ->> organization_id)::integer, 0), conditions, touched_at,
  deletion_requested_at is not null, force
from workspace_provider_allowlist_entry;
insert into placement (workspace_provider_id, owner_type, owner_id, organization_id, observed_generation, conditions)
select e.workspace_provider_id, 'custom_role', r.id, e.organization_id, (e.observed ->> r.id)::integer, e.conditions
from workspace_provider_allowlist_entry e join custom_role r on r.organization_id = e.organization_id
where e.observed ? r.id;
insert into placement (workspace_provider_id, owner_type, owner_id, organization_id, observed_generation, conditions)
select e.workspace_provider_id, 'org_quota', q.id, e.organization_id, (e.observed ->> q.id)::integer, e.conditions
from workspace_provider_allowlist_entry e join org_quota q on q.organization_id = e.organization_id
where e.observed ? q.id;

create function add_placements() returns trigger language plpgsql as $$
begin
  insert into placement (workspace_provider_id, owner_type, owner_id, organization_id)
  select workspace_provider_id, 'organization', organization_id, organization_id from added
  order by 1, 3;
  return null;
end $$;
create trigger add_placements after insert on workspace_provider_allowlist_entry
  referencing new table as added for each statement execute function add_placements();

create function remove_placements() returns trigger language plpgsql as $$
begin
  delete from placement p using removed e
  where p.workspace_provider_id = e.workspace_provider_id and p.organization_id = e.organization_id;
  return null;
end $$;
create trigger remove_placements after delete on workspace_provider_allowlist_entry
  referencing old table as removed for each statement execute function remove_placements();

alter table workspace_provider_allowlist_entry drop column namespace, drop column namespace_uid,
  drop column namespace_created, drop column touched_at, drop column observed, drop column synced,
  drop column conditions, drop column observed_generation, drop column status_revision;
alter table organization drop column conditions, drop column status_revision;
alter table custom_role drop column conditions, drop column status_revision;
alter table org_quota drop column conditions, drop column status_revision;
alter table "user" drop column status_revision;
alter table org_membership drop column status_revision;
alter table deployment drop column status_revision;
alter table api_token drop column status_revision;
alter table event drop column status_revision;
`
