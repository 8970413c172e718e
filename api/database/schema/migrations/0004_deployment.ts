// The one row of the deployment: two columns that are never null and always point at something.
export default `
create table deployment (
  id text constraint deployment_id primary key,
  default_organization_id text not null
    constraint deployment_default_organization_fkey references organization (id) on delete restrict,
  default_workspace_provider_id text not null
    constraint deployment_default_workspace_provider_fkey references workspace_provider (id) on delete restrict,
  uid text not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint deployment_one check (id = 'deployment')
);
`
