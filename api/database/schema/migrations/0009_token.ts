// The table of API tokens, which are stored as digests only.
export default `
create table token (
  id text constraint token_id primary key,
  user_id text not null constraint token_user_fkey references "user" (id) on delete cascade,
  digest bytea not null constraint token_digest_unique unique,
  prefix text not null,
  description text not null,
  expires_at timestamptz,
  created_at timestamptz not null
);
create index token_user_index on token (user_id);
`
