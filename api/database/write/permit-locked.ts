// Decides permission again, where the row, what it becomes or the writer may have moved before they were locked.
import { apiError } from '../../errors.ts'
import { permit } from '../../permissions/permit.ts'
import { permitChange } from '../../permissions/permit-change.ts'
import { targetOf } from '../../permissions/target-of.ts'
import type { Actor } from '../../resources/rules.ts'
import { type Stage, standing } from './line.ts'

/** The writer is the one whom the resource looks up, or else the one who asked; so is the owner, whose site roles count. */
export const permitLocked: Stage = async (batch) => {
  const { resource } = batch
  for (const item of standing(batch)) {
    const { verb, before, after } = item
    const writer = { ...batch.actor, ...(item.lookups.writer as Partial<Actor> | null | undefined) }
    const owner = item.lookups.owner as Partial<Actor> | null | undefined
    const row = { ...(before ?? after), ...(owner && { owner_site_roles: owner.siteRoles }) }
    const [refusal] = permit(writer, verb, resource, [targetOf(resource, row)])
    const forbidden = refusal ?? permitChange(writer, resource, before, after)
    if (forbidden) item.refusal = apiError('forbidden', forbidden.detail, forbidden)
  }
}
