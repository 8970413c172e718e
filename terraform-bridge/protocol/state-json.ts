// A stored state's JSON as a value, every digit of every number kept.
import { parseNumber } from './number.ts'
import { type CtyType, Dynamic, hasElements, hasEntries, isEntries, isNumeric, type Value } from './value.ts'

type SourceReviver = (name: string, value: unknown, context: { source?: string }) => unknown

/**
 * Reads what Terraform keeps in a state file for one object. Attributes that the type lacks are dropped and those that
 * the text lacks are null, so that a state written under an earlier schema can be read.
 */
export const parseStateJson = (text: string, type: CtyType): Value => {
  const keepDigits: SourceReviver = (_, value, { source }) =>
    typeof value === 'number' && source !== undefined ? parseNumber(source) : value
  return typed(JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]), type, '')
}

// Parsed JSON is a value without unknowns, except that dynamic ones are still `{ type, value }`.
const typed = (json: Value | undefined, type: CtyType, place: string): Value => {
  if (json === null || json === undefined) return null
  if (type === 'string' && typeof json === 'string') return json
  if (type === 'bool' && typeof json === 'boolean') return json
  if (type === 'number' && isNumeric(json)) return json
  if (type === 'dynamic' && isEntries(json)) {
    const actual = json.type as CtyType
    return new Dynamic(actual, typed(json.value, actual, place))
  }
  if (hasElements(type) && Array.isArray(json)) {
    const types = type[0] === 'tuple' ? type[1] : json.map(() => type[1])
    return types.map((elementType, index) => typed(json[index], elementType, `${place}.${index}`))
  }
  if (hasEntries(type) && isEntries(json)) {
    const names = Object.keys(type[0] === 'object' ? type[1] : json)
    // fromEntries defines properties, so that a map may have a key named __proto__.
    return Object.fromEntries(
      names.map((name) => {
        const entryType = type[0] === 'object' ? type[1][name]! : type[1]
        const given = Object.hasOwn(json, name) ? json[name] : null
        return [name, typed(given, entryType, `${place}.${name}`)]
      }),
    )
  }
  const wanted = typeof type === 'string' ? type : type[0]
  throw new Error(`the state's ${place.slice(1) || 'value'} does not fit the type ${wanted}`)
}
