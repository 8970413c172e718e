// Values one step away from a good one, on both sides of every bound that a JSON Schema names.
import type { Body } from './api.ts'

export type Path = (string | number)[]
export type Schema = Body

/** Every place of a body that the document describes, with its schema there. */
export const placesIn = (
  schema: Schema,
  value: unknown,
  path: Path = [],
): { path: Path; schema: Schema }[] => {
  const here = path.length > 0 ? [{ path, schema }] : []
  if (Array.isArray(value)) return [...here, ...placesIn(schema.items, value[0], [...path, 0])]
  if (typeof value !== 'object' || value === null) return here
  const inside = Object.entries(value).flatMap(([name, it]) =>
    placesIn(schema.properties?.[name] ?? schema.additionalProperties, it, [...path, name]),
  )
  return [...here, ...inside]
}

export const at = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>((it, part) => (it as Record<string | number, unknown>)[part], body)
export const withAt = (body: Body, path: Path, value: unknown): Body => {
  const copy = structuredClone(body)
  ;(at(copy, path.slice(0, -1)) as Body)[path.at(-1)!] = value
  return copy
}

const characters = ['a', 'Z', '0', '-', '.', '_', '/', ':', '@', ' ', '\n', 'é', '\u0007', '\u202e', '"', '[']
/** Texts one step away from `text`, and texts around each bound of their length. */
export const textsNear = (text: string, { minLength = 0, maxLength = 0 }: Schema): string[] => {
  const positions = [...new Set([0, 1, Math.floor(text.length / 2), text.length])]
  const put = (it: string) => positions.map((position) => text.slice(0, position) + it + text.slice(position))
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((it) => it >= 0)
  const stretched = lengths.flatMap((length) =>
    length > text.length ? put('a'.repeat(length - text.length)) : [text.slice(0, length)],
  )
  return ['', ...characters.flatMap(put), ...stretched]
}
const listsNear = (list: unknown[], { minItems = 0, maxItems = 0, items }: Schema): unknown[] => {
  const of = (length: number) =>
    Array.from({ length }, (_, index) => (items.type === 'string' && !items.enum ? `a${index}` : list[0]))
  return [[], [...list, list[0]], [...list, null], ...[minItems, maxItems, maxItems + 1].map(of)]
}
/** Where null takes an entry away, as many are taken away as are set. */
const mapsNear = (map: object, { maxProperties = 0, additionalProperties: { type } }: Schema): unknown[] => {
  const entry = (index: number) => (Array.isArray(type) && index % 2 ? null : 'x')
  const of = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, entry(index)]))
  const keys = textsNear('team', { maxLength: 63 }).map((key) => ({ ...map, [key]: 'x' }))
  return [{}, ...keys, of(maxProperties), of(maxProperties + 1), { ...map, team: null }]
}
export const valuesNear = (value: unknown, schema: Schema): unknown[] => {
  const others = [null, true, 7, 1.5, 'x', [], {}]
  if (Array.isArray(value)) return [...others, ...listsNear(value, schema)]
  if (typeof value === 'string') return [...others, ...textsNear(value, schema)]
  if (typeof value === 'number') {
    const bounds = [schema.minimum, schema.maximum] as number[]
    return [...others, ...bounds.flatMap((it) => [it - 1, it, it + 1])]
  }
  if (typeof value !== 'object' || value === null) return others
  return [...others, ...(schema.additionalProperties ? mapsNear(value, schema) : [{ ...value, stranger: 1 }])]
}
