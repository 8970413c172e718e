// Tells a deletion that is under way whether to give up on clusters that are gone for good.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Session } from '../server/session.ts'

const binding = 'workspace_provider_allowlist_entry'

/** As `force_destroy` says by now, for the row and what goes with it. */
export const markForced = async (session: Session, resource: Resource, { id, force_destroy }: Row) => {
  await session.run(`update ${binding} set force = $2 where ${resource.name}_id = $1`, [id, force_destroy])
  await session.run(`update "${resource.name}" set force = $2 where id = $1`, [id, force_destroy])
}
