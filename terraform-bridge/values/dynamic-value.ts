// Terraform's DynamicValue: a value in a message, decoded by its type, and put back.
import type { DynamicValue } from '../protocol/messages/tfplugin6.ts'
import { decode, encode } from '../protocol/msgpack.ts'
import { parseStateJson } from '../protocol/state-json.ts'
import type { CtyType, Entries, Value } from '../protocol/value.ts'

/** As Terraform sends one: MessagePack, or the JSON of a state. */
export type Encoded = { msgpack?: Uint8Array; json?: Uint8Array } | undefined

/** The object in a message; null where there is none. */
export const objectIn = (encoded: Encoded, type: CtyType): Entries | null =>
  valueIn(encoded, type) as Entries | null

export const dynamicValue = (value: Value, type: CtyType): DynamicValue => ({ msgpack: encode(value, type) })

const valueIn = (encoded: Encoded, type: CtyType): Value => {
  if (encoded?.msgpack?.length) return decode(encoded.msgpack, type)
  return encoded?.json?.length ? parseStateJson(Buffer.from(encoded.json).toString(), type) : null
}
