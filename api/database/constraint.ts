// What PostgreSQL refuses, in public words: constraint names tell the refusals apart.
import type { Resource } from '../../schemas/vocabulary.ts'
import { Failure, failure } from '../errors.ts'
import { isDown } from './is-down.ts'

type PgError = Error & { code?: string; constraint?: string }

/** The attribute that `<table>_<attribute>_fkey` speaks of. */
const attributeIn = (resource: Resource, constraint: string) =>
  Object.keys(resource.attributes).find((it) => constraint === `${resource.name}_${it}_fkey`)

/** A key was taken while the transaction ran. */
export class LostRace extends Error {}

/** Whether what is unique was taken while the transaction ran: done again, it will see by whom. */
export const isLostRace = (cause: unknown) => cause instanceof LostRace || (cause as PgError).code === '23505'

/** The refusal that an error of the database means; an error that means none comes back as it is. */
export const refusalOf = (cause: unknown, resource: Resource): unknown => {
  if (cause instanceof Failure) return cause
  const { code, constraint = '' } = cause as PgError
  if (isDown(cause)) {
    const words = 'The database does not answer at the moment. Nothing was changed; try again.'
    return failure('unavailable', words, { retryAfter: 2, cause })
  }
  if (isLostRace(cause)) {
    const words = 'Others write the same at this moment. Nothing was changed; try again.'
    return failure('unavailable', words, { retryAfter: 1, cause })
  }
  if (code === '23503' && constraint.startsWith('deployment_default_')) {
    return failure('is_default', `This ${resource.name} is a default of the deployment.`, { cause })
  }
  if (code === '23503') {
    const attribute = attributeIn(resource, constraint)
    return attribute
      ? failure('unresolved', `What \`${attribute}\` refers to was deleted meanwhile.`, { attribute, cause })
      : failure('in_use', `This ${resource.name} is still in use.`, { cause })
  }
  if (code === '22021' || code === '22P05') {
    return failure('invalid', 'A text holds U+0000, which cannot be stored.', { cause })
  }
  return cause
}
