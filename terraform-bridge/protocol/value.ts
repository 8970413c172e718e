// Terraform's values as this bridge holds them: JavaScript's own where those are exact, small classes where not.

/** A type of Terraform's type system, in the JSON spelling that schemas and states use. */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list', CtyType]
  | readonly ['set', CtyType]
  | readonly ['map', CtyType]
  | readonly ['object', Readonly<Record<string, CtyType>>]
  | readonly ['tuple', readonly CtyType[]]

/** What is promised of a value that is not known yet. Bounds are `[limit, inclusive]`. */
export interface Refinements {
  notNull?: boolean
  /** The text begins with this. */
  prefix?: string
  min?: readonly [limit: Numeric, inclusive: boolean]
  max?: readonly [limit: Numeric, inclusive: boolean]
  /** Fewest and most elements of a collection. */
  minLength?: number
  maxLength?: number
}

/** A value that will be known only after apply. */
export class Unknown {
  readonly refinements: Refinements

  constructor(refinements: Refinements = {}) {
    this.refinements = refinements
  }
}

export const UNKNOWN = new Unknown()

/** A number whose decimal digits a JavaScript number would lose; `text` is plain decimal, without exponent. */
export class Decimal {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** A value where the schema says `dynamic`: it travels with its own type. */
export class Dynamic {
  readonly type: CtyType
  readonly value: Value

  constructor(type: CtyType, value: Value) {
    this.type = type
    this.value = value
  }
}

/** Numbers are `number` whenever its shortest spelling is the exact value, else bigint or Decimal. */
export type Numeric = number | bigint | Decimal

/** Lists, sets and tuples are arrays; maps and objects are plain objects, an object with every attribute present. */
export type Value = null | boolean | string | Numeric | Unknown | Dynamic | Value[] | Entries

export type Entries = { [name: string]: Value }

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown

/** Whether no part of the value is unknown. */
export const whollyKnown = (value: Value): boolean => {
  if (value === null || typeof value !== 'object' || value instanceof Decimal) return true
  if (value instanceof Unknown) return false
  if (value instanceof Dynamic) return whollyKnown(value.value)
  return Object.values(value).every(whollyKnown)
}

export type ElementsType = Extract<CtyType, readonly ['list' | 'set' | 'tuple', unknown]>
export type EntriesType = Extract<CtyType, readonly ['map' | 'object', unknown]>

export const hasElements = (type: CtyType): type is ElementsType =>
  type[0] === 'list' || type[0] === 'set' || type[0] === 'tuple'

export const hasEntries = (type: CtyType): type is EntriesType => type[0] === 'map' || type[0] === 'object'

export const isNumeric = (value: Value): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal

/** Whether the value is a map or an object. */
export const isEntries = (value: Value): value is Entries => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return !(value instanceof Decimal || value instanceof Unknown || value instanceof Dynamic)
}
