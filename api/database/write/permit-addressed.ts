// Decides permission before the lock, so that nobody waits for a row that they may not write: a stage of every line.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import type { Deed } from '../../permissions/forbidden.ts'
import type { Target } from '../../permissions/grant.ts'
import { permit } from '../../permissions/permit.ts'
import { placeColumn, targetOf } from '../../permissions/target-of.ts'
import type { Actor } from '../../resources/rules.ts'
import { missing } from './address.ts'
import { type Batch, type Item, type Stage, standing } from './line.ts'

/** The id of no user. */
const somebody = 'somebody'

/**
 * Whose a new row of the deployment will be, where its body says so: the writer's own, or that of somebody whom nobody
 * has looked for yet, so that a refusal does not tell whether that user exists (P4).
 */
const newTarget = (resource: Resource, { body }: Item, { user, username, siteRoles }: Actor) => {
  const { owner } = resource
  if (owner === undefined || owner === 'id' || placeColumn(resource) !== undefined) return undefined
  const isOwn = [user, username].includes(body[owner] as string)
  return { place: null, owner: isOwn ? user : somebody, ownerSiteRoles: isOwn ? siteRoles : [] }
}

const isForbidden = (actor: Actor, deed: Deed, resource: Resource, target?: Target) =>
  permit(actor, deed, resource, [target])[0] !== undefined

/** Whoever may neither read nor list an object does not know it (P4). Who may do this nowhere is told that of every row. */
const isHidden = ({ actor, resource, verb }: Batch, target: Target) =>
  !isForbidden(actor, verb, resource) &&
  (['read', 'list'] as const).every((action) => isForbidden(actor, action, resource, target))

/**
 * Of what an address found, by the row; of what is not there yet, by its owner, or else by whether the writer may do
 * this anywhere at all.
 */
export const permitAddressed: Stage = async (batch) => {
  const { resource, actor, verb } = batch
  const items = standing(batch)
  const targets = items.map((item) =>
    item.target ? targetOf(resource, item.target) : newTarget(resource, item, actor),
  )
  const refusals = permit(actor, verb, resource, targets)
  for (const [at, item] of items.entries()) {
    const refusal = refusals[at]
    if (!refusal) continue
    const hidden = item.target !== undefined && isHidden(batch, targets[at]!)
    item.refusal = hidden ? missing(resource, item) : apiError('forbidden', refusal.detail, refusal)
  }
}
