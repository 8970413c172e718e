// The table of allowlist entries: each is also the binding that the reconciler works on.
export default `
create table workspace_provider_allowlist_entry (
  id text constraint workspace_provider_allowlist_entry_id primary key,
  workspace_provider_id text not null
    constraint workspace_provider_allowlist_entry_workspace_provider_fkey
    references workspace_provider (id) on delete cascade,
  organization_id text not null
    constraint workspace_provider_allowlist_entry_organization_fkey
    references organization (id) on delete cascade,
  automatic boolean not null,
  namespace text,
  namespace_uid text,
  namespace_created boolean not null,
  touched_at timestamptz,
  observed jsonb not null,
  synced boolean not null,
  conditions jsonb not null,
  observed_generation integer not null,
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint workspace_provider_allowlist_entry_key unique (workspace_provider_id, organization_id)
);
create index workspace_provider_allowlist_entry_organization_index
  on workspace_provider_allowlist_entry (organization_id);
`
