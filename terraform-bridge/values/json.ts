// Between the API's JSON and Terraform's values, led by the shape of an attribute.
import { same } from '../../schemas/equality.ts'
import type { Shape } from '../../schemas/vocabulary.ts'
import { type Entries, isEntries, isNumeric, isUnknown, type Value, whollyKnown } from '../protocol/value.ts'

/** What the API answered, as Terraform holds it: objects carry every attribute. */
export const fromJson = (shape: Shape, json: unknown): Value => {
  if (json === null || json === undefined) return null
  if (shape.kind === 'set') return (json as unknown[]).map((it) => fromJson(shape.of, it))
  if (shape.kind === 'map') return entries(json as object, (_, it) => fromJson(shape.of, it))
  if (shape.kind === 'object') {
    const given = json as Record<string, unknown>
    return entries(shape.attributes, (name, { shape }) => fromJson(shape, given[name]))
  }
  return json as Value
}

/** A wholly known value, as a body carries it. */
export const toJson = (value: Value): unknown => {
  if (isNumeric(value)) return Number(value)
  if (Array.isArray(value)) return value.map(toJson)
  return isEntries(value) ? entries(value, (_, it) => toJson(it) as Value) : value
}

/**
 * A planned value as a merge patch says it (S6): objects with every attribute of the shape, maps with the planned keys
 * and null for those that the state has beside them.
 */
export const patchOf = (shape: Shape, planned: Value, prior: Value): unknown => {
  const before = isEntries(prior) ? prior : {}
  if (shape.kind === 'map') {
    const kept = isEntries(planned) ? planned : {}
    return { ...entries(before, () => null), ...entries(kept, (_, it) => toJson(it) as Value) }
  }
  if (shape.kind !== 'object' || !isEntries(planned)) return toJson(planned)
  return entries(
    shape.attributes,
    (name, { shape }) => patchOf(shape, planned[name] ?? null, before[name] ?? null) as Value,
  )
}

/** Whether two values are one to the server, however they are spelled; what is unknown equals nothing. */
export const equal = (shape: Shape, one: Value, other: Value): boolean =>
  whollyKnown(one) && whollyKnown(other) && same(shape, toJson(one), toJson(other))

/** `wanted`, but every part of it that equals its prior in the prior spelling (S20). */
export const inPriorSpelling = (shape: Shape, wanted: Value, prior: Value): Value => {
  if (equal(shape, wanted, prior)) return prior
  if (shape.kind !== 'object' || !isEntries(wanted) || !isEntries(prior)) return wanted
  return entries(shape.attributes, (name, { shape }) =>
    inPriorSpelling(shape, wanted[name] ?? null, prior[name] ?? null),
  )
}

/** `planned` with what was unknown taken from what came of it. */
export const settled = (planned: Value, actual: Value): Value => {
  if (isUnknown(planned)) return actual
  if (!isEntries(planned) || whollyKnown(planned)) return planned
  return entries(planned, (name, it) => settled(it, isEntries(actual) ? (actual[name] ?? null) : null))
}

/** Text, and nothing but. */
export const textOf = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const entries = <T extends object>(of: T, as: (name: string, it: T[keyof T]) => Value): Entries =>
  Object.fromEntries(Object.entries(of).map(([name, it]) => [name, as(name, it)]))
