// A new organization stands on the allowlist of `built-in` from its first moment (WP-17).
import { resourceNamed } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Session } from '../server/session.ts'
import { blankRow, insertRow } from './rows.ts'

type Provider = { id: string; region: string | null; authoritative: boolean }

/** Not while `allowed_organizations` decides, nor where the organization does not allow the region. */
export const allowBuiltIn = async (session: Session, organization: Row) => {
  const [provider] = await session.query<Provider>(
    'select id, region, authoritative from workspace_provider where built_in for share',
  )
  const regions = organization.allowed_regions as string[] | null
  if (!provider || provider.authoritative) return
  if (regions !== null && !(provider.region !== null && regions.includes(provider.region))) return
  const entry = resourceNamed('workspace_provider_allowlist_entry')
  await insertRow(session, entry, {
    ...blankRow(entry),
    workspace_provider_id: provider.id,
    organization_id: organization.id,
    automatic: true,
  })
}
