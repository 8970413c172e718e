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
  observed_generation integer not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  created_by text,
  create_digest text,
  seen boolean not null,
  constraint custom_role_key unique (organization_id, name)
);
`
