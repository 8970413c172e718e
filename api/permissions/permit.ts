// The stage `permit` of reads and writes: decides a list of rows of one resource, each by itself.
import { type Deed, type Forbidden, forbidden } from './forbidden.ts'
import type { Action, Noun, Refusal, Target } from './grant.ts'
import { type Asker, grantsOf } from './grants-of.ts'
import { grantsFor, isUnlimited, may } from './may.ts'

/** Whether a user may do it to every row there is, so that none has to be looked at to decide. */
export const isHeldEverywhere = (asker: Asker, action: Action, noun: Noun): boolean =>
  grantsFor(grantsOf(asker), action, noun).some(isUnlimited)

/**
 * For each target, in order, its refusal: it hides every other refusal of that item. Pure, and called
 * - before a body is read, with `[undefined]`: who may do it to no row at all is refused whatever the row is;
 * - before the lock, with `targetOf` each row as the address found it. A target that is not known yet, such as the
 *   parent of a create, is `undefined`; nothing has to be looked up for it where `isHeldEverywhere`;
 * - after the lock, with the writer and the rows as they are now, where either may have moved.
 * Of a PUT a target is the row that is there. Where none is, ask about `create`.
 */
export const permit = (
  asker: Asker,
  deed: Deed,
  noun: Noun,
  targets: readonly (Target | undefined)[],
): (Forbidden | undefined)[] => {
  const grants = grantsOf(asker)
  const refusalOf = (target: Target | undefined): Refusal | undefined => {
    if (deed !== 'put') return may(grants, deed, noun, target)
    const update = may(grants, 'update', noun, target)
    return target ? update : update && may(grants, 'create', noun)
  }
  return targets.map((target) => {
    const refusal = refusalOf(target)
    return refusal && forbidden(asker.username, deed, noun, refusal)
  })
}
