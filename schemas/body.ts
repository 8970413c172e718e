// Turns a body into the tree that class-validator walks: a holder for each value, so that nothing goes unchecked.
import { isRecord } from './equality.ts'
import { labelKey } from './name.ts'
import { mapBound, setBounds } from './syntax.ts'
import type { Attribute, Attributes, Resource, Shape } from './vocabulary.ts'

/** class-validator checks neither map values nor nulls in arrays nor plain objects; held, each is a property. */
export type Held = { path: string; value: unknown }
export type HeldClass = new () => Held

/** So many faults are told at most: a body may have as many as it has keys. */
export const enough = 20

export type Growth = {
  held: Held[]
  /** Attributes with a value, to be judged as a whole once their shape is right. */
  wholes: { path: string; value: unknown; attribute: Attribute }[]
  strangers: Stranger[]
}
type Stranger = { attribute: string; code: 'invalid' | 'unknown_attribute'; detail: string }
/** Of an object or a map: all of it, or what a change merges into what is stored, where null removes. */
type Inside = 'create' | 'change'
type Options = {
  purpose: Inside | 'known'
  classOf: (shape: Shape, needed: boolean) => HeldClass
}

export const grow = (
  attributes: Resource['attributes'],
  body: Record<string, unknown>,
  { purpose, classOf }: Options,
): Growth => {
  const wholes: Growth['wholes'] = []
  const strangers: Stranger[] = []

  const hold = (shape: Shape, value: unknown, path: string, how: Inside, needed = true): Held => {
    const it = new (classOf(shape, needed))()
    return Object.assign(it, { path, value: inner(shape, value, path, how) })
  }

  const inner = (shape: Shape, value: unknown, path: string, how: Inside): unknown => {
    // A map, so that no list that was given instead is taken for it.
    if (shape.kind === 'object' && isRecord(value))
      return new Map(holdAll(shape.attributes, value, `${path}.`, how).map((it) => [it.path, it]))
    // A set that is too long is refused for its length: its elements are not looked at.
    if (shape.kind === 'set' && Array.isArray(value))
      return value.length > setBounds(shape).max
        ? value
        : value.map((it, at) => hold(shape.of, it, `${path}[${at}]`, 'create'))
    if (shape.kind === 'map' && isRecord(value)) {
      const max = mapBound(shape)
      const all = Object.entries(value)
      const given = all.filter(([, it]) => it !== null)
      // So is a map, whose keys are not looked at either; a change takes no more away than there may be.
      if (given.length > max || all.length - given.length > max) return new Map(all)
      strangers.push(...badKeys(value, path))
      if (how === 'create') strangers.push(...nullEntries(value, path))
      return new Map(given.map(([key, it]) => [key, hold(shape.of, it, entry(path, key), how)]))
    }
    return value
  }

  const holdAll = (
    known: Attributes,
    values: Record<string, unknown>,
    prefix: string,
    how: Options['purpose'],
  ): Held[] => {
    if (how !== 'known') strangers.push(...strangersIn(known, values, prefix))
    return Object.entries(known).flatMap(([name, attribute]) => {
      const value = values[name]
      if (attribute.presence === 'computed' || (how !== 'create' && value === undefined)) return []
      const path = prefix + name
      const { shape, presence } = attribute
      const inside = how === 'change' ? how : 'create'
      // What a change merges into what is stored is judged as a whole by then.
      const part = how === 'change' && (shape.kind === 'object' || shape.kind === 'map')
      if (value !== undefined && value !== null && !part) wholes.push({ path, value, attribute })
      return [hold(shape, value, path, inside, presence === 'required' && how !== 'known')]
    })
  }

  return { held: holdAll(attributes, body, '', purpose), wholes, strangers }
}

// Own keys, one by one: class-validator's `forbidNonWhitelisted` lets `constructor` and `__proto__` pass.
const strangersIn = (known: Attributes, values: Record<string, unknown>, prefix: string): Stranger[] => {
  const settable = Object.keys(known).filter((name) => known[name]!.presence !== 'computed')
  return Object.keys(values)
    .filter((name) => !settable.includes(name))
    .slice(0, enough)
    .map((name) => ({
      attribute: prefix + short(name),
      code: 'unknown_attribute',
      detail: Object.hasOwn(known, name)
        ? 'The server sets this attribute; leave it out.'
        : `There is no such attribute. There are ${settable.map((it) => `\`${it}\``).join(', ')}.`,
    }))
}

const badKeys = (value: Record<string, unknown>, path: string): Stranger[] =>
  Object.keys(value)
    .filter((key) => !labelKey.test(key))
    .slice(0, enough)
    .map((key) => ({
      attribute: entry(path, key),
      code: 'invalid',
      detail:
        'A key has at most 63 letters, digits, `-`, `_` and `.`, begins and ends with a letter or digit, and may stand after a domain and a slash.',
    }))

const nullEntries = (value: Record<string, unknown>, path: string): Stranger[] => {
  const detail = 'An entry is never null. Give it a value, or leave its key out.'
  return Object.keys(value)
    .filter((key) => value[key] === null)
    .map((key) => ({ attribute: entry(path, key), code: 'invalid', detail }))
}

const entry = (path: string, key: string) => `${path}[${JSON.stringify(short(key))}]`
const short = (name: string) => (name.length > 64 ? `${name.slice(0, 64)}…` : name)
