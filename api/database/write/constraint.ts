// Turns errors of PostgreSQL into refusals, told apart by their codes and by the constraints that they name.
import { resources } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { ApiError, apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { isDown } from '../server/is-down.ts'
import { isConflict, OutcomeUnknown } from '../server/transaction.ts'

type PgError = Error & { code?: string; constraint?: string }

/** The attribute that `<table>_<attribute>_fkey` speaks of. */
const attributeIn = (resource: Resource, constraint: string) =>
  Object.keys(resource.attributes).find((it) => constraint === `${resource.name}_${it}_fkey`)

const refusalFor = (constraint: string) =>
  resources.map((it) => rulesOf(it).refusals?.[constraint]).find((it) => it !== undefined)

/** A foreign key; since PostgreSQL 18 one `on delete restrict` has a code of its own. */
const isHeld = (code: string | undefined) => code === '23503' || code === '23001'

/** A key was taken while the transaction ran. */
export class LostRace extends Error {}

/** Whether what is unique was taken while the transaction ran: done again, it will see by whom. */
export const isLostRace = (cause: unknown) => cause instanceof LostRace || (cause as PgError).code === '23505'

/** A lock was waited for in vain, or PostgreSQL broke a conflict or a deadlock off, however often it was begun anew. */
const isLocked = (cause: PgError) => cause.code === '55P03' || isConflict(cause)

/** Every connection was in use for as long as a request waits for one. */
const isPoolBusy = (cause: unknown) =>
  (cause as PgError).message === 'timeout exceeded when trying to connect'

/** The refusal that an error of the database means; an error that means none comes back as it is. */
export const refusalOf = (cause: unknown, resource: Resource): unknown => {
  if (cause instanceof ApiError) return cause
  const { code, constraint = '' } = cause as PgError
  if (cause instanceof OutcomeUnknown) {
    const words =
      'The connection to the database broke while the change was being stored, so it is unknown whether the change was stored. ' +
      'Sending the same request again is safe.'
    return apiError('outcome_unknown', words, { retryAfter: 2, cause })
  }
  if (isDown(cause)) {
    const words = 'The database does not answer at the moment. Nothing was changed. Send the request again.'
    return apiError('unavailable', words, { retryAfter: 2, cause })
  }
  if (isLocked(cause as PgError)) {
    const words = `Another transaction keeps the ${resource.name}, or an object that it refers to, locked. Nothing was changed. Send the request again.`
    return apiError('busy', words, { retryAfter: 1, cause })
  }
  if (isPoolBusy(cause)) {
    const words =
      'The server has more requests than it can answer at the moment. Nothing was changed. Send the request again.'
    return apiError('busy', words, { retryAfter: 1, cause })
  }
  if (isLostRace(cause)) {
    const words =
      'Other requests write the same rows at the moment. Nothing was changed. Send the request again.'
    return apiError('unavailable', words, { retryAfter: 1, cause })
  }
  if (isHeld(code)) {
    const attribute = attributeIn(resource, constraint)
    if (attribute) {
      const words = `The object that \`${attribute}\` refers to was deleted while this request ran.`
      return apiError('unresolved', words, { attribute, cause })
    }
    const { code: refused, says } = refusalFor(constraint) ?? { code: 'in_use', says: 'is still in use.' }
    return apiError(refused, `The ${resource.name} ${says}`, { cause })
  }
  if (code === '22021' || code === '22P05') {
    return apiError('invalid', 'A text contains U+0000, which cannot be stored. Remove the character.', {
      cause,
    })
  }
  return cause
}
