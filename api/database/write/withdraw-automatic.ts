// Takes an organization off the allowlists where it stands only automatically and its regions forbid it (WP-17).
import type { Row } from '../../../schemas/types.ts'
import type { Session } from '../server/session.ts'

const outside = `automatic and deletion_requested_at is null and organization_id = $1 and workspace_provider_id in (
  select id from workspace_provider where region is null or region <> all($2::text[]))`

/** Entries that no cluster saw go at once; the others when the reconciler has pruned what they left there. */
export const withdrawAutomatic = async (session: Session, organization: Row) => {
  const regions = organization.allowed_regions as string[] | null
  if (regions === null) return
  const entry = 'workspace_provider_allowlist_entry'
  await session.run(`delete from ${entry} where ${outside} and touched_at is null`, [
    organization.id,
    regions,
  ])
  await session.run(`update ${entry} set deletion_requested_at = now() where ${outside}`, [
    organization.id,
    regions,
  ])
}
