// The schema's word on a body: everything wrong with it at once, the first at the top.
import { checkChange, checkCreate } from '../../../schemas/check.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { refuseAll } from '../../errors.ts'

/** Throws an ApiError when the body is not what the schema says. */
export const refuseWrong = (resource: Resource, body: unknown, extent: 'whole' | 'change'): void => {
  refuseAll(extent === 'whole' ? checkCreate(resource, body) : checkChange(resource, body))
}
