// The table of API tokens, which are stored as digests only.
// Who issued one stays known after that user is deleted, so the column has no foreign key; null is the deployment or its operator.
export default `
create table api_token (
  id text constraint api_token_id primary key,
  user_id text not null constraint api_token_user_fkey references "user" (id) on delete cascade,
  description text not null,
  expires_at timestamptz,
  prefix text not null,
  token_digest bytea not null constraint api_token_token_unique unique,
  issued_by text,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz
);
create index api_token_user_index on api_token (user_id);
`
