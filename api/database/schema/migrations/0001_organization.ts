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
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint organization_key unique (name)
);
`
