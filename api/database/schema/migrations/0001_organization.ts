// The table of organizations.
export default `
create table organization (
  id text constraint organization_id primary key,
  name text collate "C" not null,
  display_name text,
  description text not null,
  icon text,
  labels jsonb not null,
  allowed_regions text[],
  cordon_reason text,
  deletion_protection boolean not null,
  force_destroy boolean not null,
  conditions jsonb not null,
  observed_generation integer not null,
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  created_by text,
  create_digest text,
  seen boolean not null,
  constraint organization_key unique (name)
);
`
