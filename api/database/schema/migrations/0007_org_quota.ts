// The table of quotas; null as the provider means over all providers, once per organization and scope.
export default `
create table org_quota (
  id text constraint org_quota_id primary key,
  organization_id text not null
    constraint org_quota_organization_fkey references organization (id) on delete cascade,
  scope text collate "C" not null,
  workspace_provider_id text
    constraint org_quota_workspace_provider_fkey references workspace_provider (id) on delete cascade,
  limits jsonb not null,
  conditions jsonb not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint org_quota_key unique nulls not distinct (organization_id, scope, workspace_provider_id)
);
create index org_quota_workspace_provider_index on org_quota (workspace_provider_id);
`
