// The table of users; their tokens stand in a table of their own.
export default `
create table "user" (
  id text constraint user_id primary key,
  username text collate "C" not null,
  email text collate "C",
  name text,
  site_roles text[] not null,
  suspended boolean not null,
  service_account boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint user_key unique (username),
  constraint user_email_unique unique (email)
);
`
