// Values in messages: decoded by their type, and put back.
import type { DynamicValue, ResourceIdentityData } from '../protocol/messages/tfplugin6.ts'
import { decode, encode } from '../protocol/msgpack.ts'
import { parseStateJson } from '../protocol/state-json.ts'
import type { CtyType, Entries, Value } from '../protocol/value.ts'

type Sent = { msgpack?: Uint8Array; json?: Uint8Array } | undefined

/** The object in a message; null where there is none. */
export const objectIn = (sent: Sent, type: CtyType): Entries | null => valueIn(sent, type) as Entries | null

export const message = (value: Value, type: CtyType): DynamicValue => ({ msgpack: encode(value, type) })

export const identityIn = (sent: { identityData?: Sent } | undefined): string | undefined => {
  const id = objectIn(sent?.identityData, identityType)?.id
  return typeof id === 'string' ? id : undefined
}

export const identityMessage = (id: string): ResourceIdentityData => ({
  identityData: message({ id }, identityType),
})

const identityType: CtyType = ['object', { id: 'string' }]

const valueIn = (sent: Sent, type: CtyType): Value => {
  if (sent?.msgpack?.length) return decode(sent.msgpack, type)
  return sent?.json?.length ? parseStateJson(Buffer.from(sent.json).toString(), type) : null
}
