// The identity of an object (Terraform 1.12), in a message: its id, and for an import the parts of its natural key (S26).
import type { Resource } from '../../schemas/vocabulary.ts'
import type { ResourceIdentityData } from '../protocol/messages/tfplugin6.ts'
import type { CtyType, Entries } from '../protocol/value.ts'
import { identityAttributes } from './block.ts'
import { dynamicValue, type Encoded, objectIn } from './dynamic-value.ts'

/** What an import block gives; nothing where it goes by an import string. */
export const identityIn = (
  resource: Resource,
  sent: { identityData?: Encoded } | undefined,
): Entries | undefined => objectIn(sent?.identityData, typeOf(resource)) ?? undefined

/** What is stored: the id and nulls, so that no rename changes an identity. */
export const identityMessage = (resource: Resource, id: string): ResourceIdentityData => ({
  identityData: dynamicValue({ id }, typeOf(resource)),
})

const known = new Map<Resource, CtyType>()

const typeOf = (resource: Resource): CtyType => {
  const type = known.get(resource) ?? objectOf(resource)
  known.set(resource, type)
  return type
}

const objectOf = (resource: Resource): CtyType => [
  'object',
  Object.fromEntries(Object.entries(identityAttributes(resource)).map(([name, { type }]) => [name, type])),
]
