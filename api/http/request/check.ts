// Checks a body against its schema: all errors at once, the first one at the top.
import { checkChange, checkCreate } from '../../../schemas/check.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { refuseAll } from '../../errors.ts'

/** Throws an ApiError when the body is not what the schema says. */
export const refuseWrong = (resource: Resource, body: unknown, extent: 'whole' | 'change'): void => {
  refuseAll(extent === 'whole' ? checkCreate(resource, body) : checkChange(resource, body))
}
