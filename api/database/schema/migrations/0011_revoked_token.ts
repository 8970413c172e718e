// The table of revoked tokens: what was revoked must not become valid again because POLDER_ADMIN_TOKEN still names it.
export default `
create table revoked_token (
  digest bytea constraint revoked_token_id primary key,
  revoked_at timestamptz not null
);
`
