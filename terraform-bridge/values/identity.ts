// The identity of an object (Terraform 1.12): its id, in a message.
import type { ResourceIdentityData } from '../protocol/messages/tfplugin6.ts'
import type { CtyType } from '../protocol/value.ts'
import { dynamicValue, type Encoded, objectIn } from './dynamic-value.ts'

export const identityIn = (sent: { identityData?: Encoded } | undefined): string | undefined => {
  const id = objectIn(sent?.identityData, identityType)?.id
  return typeof id === 'string' ? id : undefined
}

export const identityMessage = (id: string): ResourceIdentityData => ({
  identityData: dynamicValue({ id }, identityType),
})

const identityType: CtyType = ['object', { id: 'string' }]
