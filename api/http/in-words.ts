// Names resources in plain English: "an organization", "organizations".
import { pluralOf } from '../../schemas/index.ts'
import { spaced } from '../../schemas/spaced.ts'
import type { Resource } from '../../schemas/vocabulary.ts'

export const singular = ({ name, singleton }: Resource) => {
  if (singleton) return `the ${spaced(name)}`
  return `${/^[aeio]/.test(name) ? 'an' : 'a'} ${spaced(name)}`
}
export const plural = (resource: Resource) => spaced(pluralOf(resource))
