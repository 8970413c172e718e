// The allowlist entries that an organization has without anybody's doing, and loses to its regions (WP-17).
import { resourceNamed } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import { allows } from '../../resources/regions.ts'
import type { Session } from '../server/session.ts'
import { entries, removeRows } from './deletion.ts'
import { blankRow, insertRow } from './rows.ts'

type Provider = { id: string; region: string | null; authoritative: boolean }

/**
 * A new organization stands on the allowlist of `built-in` from its first moment: not while `allowed_organizations`
 * decides, nor where the organization does not allow the region.
 */
export const allowBuiltIn = async (session: Session, organization: Row) => {
  const [provider] = await session.query<Provider>(
    'select id, region, authoritative from workspace_provider where built_in for share',
  )
  const regions = organization.allowed_regions as string[] | null
  if (!provider || provider.authoritative || !allows(regions, provider.region)) return
  const entry = resourceNamed(entries)
  await insertRow(session, entry, {
    ...blankRow(entry),
    workspace_provider_id: provider.id,
    organization_id: organization.id,
    automatic: true,
  })
}

const outside = `automatic and organization_id = $1 and workspace_provider_id in (
  select id from workspace_provider where region is null or region <> all($2::text[]))`

/** Takes it off where it stands only automatically and its regions forbid it. */
export const withdrawAutomatic = async (session: Session, { id, allowed_regions: regions }: Row) => {
  if (regions !== null) await removeRows(session, entries, outside, [id, regions])
}
