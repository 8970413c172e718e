// The table of idempotency keys: which create a key stood for, for a day.
export default `
create table idempotency_key (
  token_id text not null constraint idempotency_key_token_fkey references api_token (id) on delete cascade,
  key text not null,
  digest text not null,
  row_id text not null,
  created_at timestamptz not null,
  constraint idempotency_key_id primary key (token_id, key)
);
create index idempotency_key_created_at_index on idempotency_key (created_at);
`
