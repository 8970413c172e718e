// What is known of the cluster of each provider, apart from what writers set: one row for each, made with it.
// `written_at` is when the provider was first about to claim the namespace that its organizations share.
export default `
create table workspace_provider_status (
  workspace_provider_id text constraint workspace_provider_status_id primary key
    constraint workspace_provider_status_workspace_provider_fkey
    references workspace_provider (id) on delete cascade,
  ready boolean not null default false,
  cluster_uid text,
  kubernetes_version text,
  last_contact timestamptz,
  observed_generation integer not null default 0,
  conditions jsonb not null default '[]',
  credential_expires_at timestamptz,
  written_at timestamptz
);
insert into workspace_provider_status (workspace_provider_id, ready, cluster_uid, kubernetes_version, last_contact,
  observed_generation, conditions, written_at)
select id, ready, cluster_uid, kubernetes_version, last_contact, observed_generation,
  jsonb_path_query_array(conditions, '$[*] ? (@.type != "Synced")'), touched_at
from workspace_provider;

create function add_provider_status() returns trigger language plpgsql as $$
begin
  insert into workspace_provider_status (workspace_provider_id) select id from added;
  return null;
end $$;
create trigger add_provider_status after insert on workspace_provider
  referencing new table as added for each statement execute function add_provider_status();

alter table workspace_provider drop column ready, drop column cluster_uid, drop column kubernetes_version,
  drop column last_contact, drop column observed_generation, drop column conditions, drop column touched_at,
  drop column status_revision;
`
