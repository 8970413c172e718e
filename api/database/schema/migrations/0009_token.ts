// The table of API tokens, which are stored as digests only.
// Who issued one stays known after that user is deleted, so the column has no foreign key; null is the deployment or its operator.
export default `
create table token (
  id text constraint token_id primary key,
  user_id text not null constraint token_user_fkey references "user" (id) on delete cascade,
  digest bytea not null constraint token_digest_unique unique,
  prefix text not null,
  description text not null,
  expires_at timestamptz,
  issued_by text,
  created_at timestamptz not null
);
create index token_user_index on token (user_id);
`
