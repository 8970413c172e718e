// Sample values for a resource's key, as documentation and import commands show them.
import { naturalKey } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { typeNameOf } from '../values/type-name.ts'

/** The address in a configuration: `polder_organization.example`. */
export const sampleAddress = (resource: Resource) => `${typeNameOf(resource)}.example`

export const sampleId = ({ singleton, name, prefix }: Resource) =>
  singleton ? name : `${prefix}_0123456789abcdef`

/** Parts of the natural key, by attribute: `{ organization: 'my-organization', user: 'my-user' }`. */
export const sampleKey = (resource: Resource): Record<string, string> =>
  Object.fromEntries(naturalKey(resource).map((part) => [part, samplePart(resource, part)]))

/** What `terraform import` takes: natural keys, without their last part too where it may be null, and the id. */
export const importStrings = (resource: Resource): string[] => {
  const { key, attributes } = resource
  const parts = Object.values(sampleKey(resource))
  const last = attributes[key.at(-1) ?? '']
  return [
    ...(parts.length > 0 ? [parts.join('/')] : []),
    ...(last?.presence === 'optional' ? [parts.slice(0, -1).join('/')] : []),
    sampleId(resource),
  ]
}

const samplePart = ({ name, attributes }: Resource, part: string): string => {
  const { shape } = attributes[part]!
  if (shape.kind === 'text' && shape.oneOf) return shape.oneOf.at(-1)!
  return `my-${(part === 'name' ? name : part).replaceAll('_', '-')}`
}
