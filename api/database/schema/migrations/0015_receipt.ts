// Receipts of creates, in the row that a create made: whose it is, what it said, and how long it is good for.
const tables = [
  'organization',
  '"user"',
  'workspace_provider',
  'deployment',
  'custom_role',
  'org_membership',
  'org_quota',
  'workspace_provider_allowlist_entry',
]

export default tables
  .map(
    (table) => `
alter table ${table}
  drop column created_by,
  drop column create_digest,
  drop column seen,
  add column receipt_user text,
  add column receipt_digest text,
  add column receipt_expires_at timestamptz;
`,
  )
  .join('')
