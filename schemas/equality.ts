// Says when two values of a shape are the same value, and normalizes values for storage.
import { billionths, decimal } from './quantity.ts'
import type { Reference, Scalar, Shape } from './vocabulary.ts'

/**
 * A form that is deeply equal for equal values: quantities as plain decimals, text in lower case where case does
 * not count, built-in names in their first spelling, sets sorted.
 */
export const canonical = (shape: Shape, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (shape.kind === 'set' && Array.isArray(value)) return sorted(value.map((it) => canonical(shape.of, it)))
  if (shape.kind === 'map' && isRecord(value))
    return sorted(Object.entries(value).map(([key, it]) => [key, canonical(shape.of, it)]))
  if (shape.kind === 'object' && isRecord(value))
    return Object.entries(shape.attributes).map(([name, it]) => [name, canonical(it.shape, value[name])])
  return typeof value === 'string' ? canonicalText(shape as Scalar, value) : value
}

/** Whether two values of a shape are the same value; null and absent are the same. */
export const same = (shape: Shape, one: unknown, other: unknown): boolean =>
  key(canonical(shape, one)) === key(canonical(shape, other))

/** What the server stores: sets sorted, text in lower case where case does not count, all else as written. */
export const normalized = (shape: Shape, value: unknown): unknown => {
  if (shape.kind === 'set' && Array.isArray(value))
    return value
      .map((it) => ({ it: normalized(shape.of, it), order: key(canonical(shape.of, it)) }))
      .sort((a, b) => compare(a.order, b.order))
      .map(({ it }) => it)
  if (shape.kind === 'map' && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, normalized(shape.of, it)]))
  if (shape.kind === 'object' && isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, it]) => {
        const inner = Object.hasOwn(shape.attributes, name) ? shape.attributes[name]!.shape : undefined
        return [name, inner ? normalized(inner, it) : it]
      }),
    )
  return shape.kind === 'text' && shape.compared === 'case' && typeof value === 'string'
    ? value.toLowerCase()
    : value
}

const canonicalText = (shape: Scalar, value: string): string => {
  if (shape.kind === 'text' && shape.compared === 'case') return value.toLowerCase()
  if (shape.kind === 'reference') return builtinCalled(shape, value) ?? value
  if (shape.kind !== 'quantity') return value
  const amount = billionths(value)
  return typeof amount === 'bigint' ? decimal(amount) : value
}

/** The built-in name that a spelling stands for, if it stands for one. */
export const builtinCalled = ({ builtin = {} }: Reference, spelling: string): string | undefined =>
  Object.entries(builtin).find(([name, others]) => name === spelling || others.includes(spelling))?.[0]

const key = (it: unknown) => JSON.stringify(it)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const sorted = (them: unknown[]) => them.toSorted((a, b) => compare(key(a), key(b)))

export const isRecord = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)
