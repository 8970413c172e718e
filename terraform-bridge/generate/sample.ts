// Sample values for a resource's key, as documentation and import commands show them.
import { type AddressPart, addressParts } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { typeNameOf } from '../values/type-name.ts'

/** The address in a configuration: `polder_organization.example`. */
export const sampleAddress = (resource: Resource) => `${typeNameOf(resource)}.example`

export const sampleId = ({ singleton, name, prefix }: Resource) =>
  singleton ? name : `${prefix}_0123456789abcdef`

/** The natural key by attribute: `{ organization: 'my-organization', user: 'my-user' }`; the id where there is none. */
export const sampleKey = (resource: Resource): Record<string, string> => {
  const parts = Object.entries(Object.groupBy(addressParts(resource), ({ attribute }) => attribute))
  if (parts.length === 0 && !resource.singleton) return { id: sampleId(resource) }
  return Object.fromEntries(
    parts.map(([attribute, all = []]) => [attribute, all.map((it) => samplePart(resource, it)).join('/')]),
  )
}

/** What `terraform import` takes: natural keys, without their last part too where it may be null, and the id. */
export const importStrings = (resource: Resource): string[] => {
  const known = addressParts(resource)
  const parts = known.map((it) => samplePart(resource, it))
  return [
    ...(parts.length > 0 ? [parts.join('/')] : []),
    ...(known.at(-1)?.optional ? [parts.slice(0, -1).join('/')] : []),
    sampleId(resource),
  ]
}

const samplePart = (resource: Resource, { name, attribute }: AddressPart): string => {
  const { shape } = resource.attributes[attribute]!
  if (shape.kind === 'text' && shape.oneOf) return shape.oneOf.at(-1)!
  return `my-${(name === 'name' ? resource.name : name).replaceAll('_', '-')}`
}
