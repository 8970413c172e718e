// The table of custom roles.
export default `
create table custom_role (
  id text constraint custom_role_id primary key,
  organization_id text not null
    constraint custom_role_organization_fkey references organization (id) on delete cascade,
  name text collate "C" not null,
  display_name text,
  description text not null,
  permissions jsonb not null,
  every_member boolean not null,
  conditions jsonb not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint custom_role_key unique (organization_id, name),
  constraint custom_role_in_place unique (organization_id, id)
);
`
