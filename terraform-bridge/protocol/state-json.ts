// A stored state's JSON as a value, every digit of every number kept.
import { parseNumber } from './number.ts'
import { type CtyType, Decimal, Dynamic, type Value } from './value.ts'

type Json = null | boolean | string | number | bigint | Decimal | Json[] | { [name: string]: Json }
type SourceReviver = (name: string, value: unknown, context: { source?: string }) => unknown

/**
 * Reads what Terraform keeps in a state file for one object. Attributes that the type lacks are dropped, attributes
 * that the text lacks are null, so that a state written under an earlier schema can be read.
 */
export function parseStateJson(text: string, type: CtyType): Value {
  const keepDigits: SourceReviver = (_, value, { source }) =>
    typeof value === 'number' && source !== undefined ? parseNumber(source) : value
  return typed(JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]) as Json, type, '')
}

function typed(json: Json | undefined, type: CtyType, place: string): Value {
  if (json === null || json === undefined) return null
  if (type === 'string' && typeof json === 'string') return json
  if (type === 'bool' && typeof json === 'boolean') return json
  if (type === 'number' && (typeof json === 'number' || typeof json === 'bigint' || json instanceof Decimal))
    return json
  if (typeof type === 'object' && Array.isArray(json)) {
    if (type[0] === 'list' || type[0] === 'set') {
      return json.map((element, index) => typed(element, type[1], `${place}.${index}`))
    }
    if (type[0] === 'tuple') {
      return type[1].map((elementType, index) => typed(json[index], elementType, `${place}.${index}`))
    }
  } else if (typeof json === 'object' && !Array.isArray(json) && !(json instanceof Decimal)) {
    if (type === 'dynamic') {
      const actual = json.type as CtyType
      return new Dynamic(actual, typed(json.value, actual, place))
    }
    if (type[0] === 'map')
      return entries(Object.keys(json), (name) => typed(json[name], type[1], `${place}.${name}`))
    if (type[0] === 'object') {
      const { 1: attributes } = type
      return entries(Object.keys(attributes), (name) => {
        const given = Object.hasOwn(json, name) ? json[name] : null
        return typed(given, attributes[name]!, `${place}.${name}`)
      })
    }
  }
  throw new Error(
    `the state's ${place.slice(1) || 'value'} is not a ${typeof type === 'string' ? type : type[0]}`,
  )
}

// fromEntries defines properties, so that a map may have a key named __proto__.
function entries(names: string[], read: (name: string) => Value): Value {
  return Object.fromEntries(names.map((name) => [name, read(name)]))
}
