// The words a schema is written in: shapes, who sets a value, and what becomes of it.

/** Decimal text with a Kubernetes suffix (`500m`, `16Gi`); equal by value, so `1000m` is `1`. */
export type Quantity = { readonly kind: 'quantity' }
/**
 * `compared: 'case'`: equal whatever the case, stored in lower case. `min` and `max` count characters.
 * `words` says to a person what `matches` says to a program: "Use <words>."
 */
export type Text = {
  readonly kind: 'text'
  readonly matches?: RegExp
  readonly words?: string
  readonly oneOf?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly compared?: 'case'
}
/** A whole number. */
export type Integer = { readonly kind: 'integer'; readonly min?: number; readonly max?: number }
/** The name or the id of another resource; `builtin` names that need no row, each with its other spellings. */
export type Reference = {
  readonly kind: 'reference'
  readonly to: string
  readonly builtin?: Readonly<Record<string, readonly string[]>>
}
export type Scalar =
  | Text
  | Integer
  | Quantity
  | Reference
  | { readonly kind: 'boolean' }
  | { readonly kind: 'timestamp' }
export type ObjectShape<A extends Attributes = Attributes> = {
  readonly kind: 'object'
  readonly attributes: A
}
/** `min` and `max` count elements. */
export type SetOf<E = Scalar | ObjectShape> = {
  readonly kind: 'set'
  readonly of: E
  readonly min?: number
  readonly max?: number
}
export type MapOf<E = Scalar> = { readonly kind: 'map'; readonly of: E; readonly max?: number }
export type Shape = Scalar | ObjectShape | SetOf | MapOf

export type Presence = 'required' | 'optional' | 'defaulted' | 'computed'
export type Notes = {
  /** One or two sentences: they are the documentation, the OpenAPI description and the Terraform description. */
  readonly description: string
  /** What an omitted value becomes. */
  readonly default?: unknown
  /** The attribute whose value is used while this one is omitted; stored as null, answered as the target's. */
  readonly follows?: string
  /** The attribute of `deployment` whose value is used when this one is omitted at creation. */
  readonly fallback?: string
  /** Immutable: a change replaces in Terraform and is refused with `immutable` over REST. */
  readonly requiresReplace?: true
  /**
   * Write-only: stored encrypted, never answered; `<name>_version` beside it says when it changes. Where the value is
   * computed, the server draws it, stores a digest, and answers it once, to the create.
   */
  readonly secret?: true
  /** Null means "not managed here". */
  readonly unmanaged?: true
  /** At most one kind of a group may be set: `group:kind` (`credential:token`). */
  readonly exclusive?: string
  /** The resource whose rows this set of references reads and writes; any other set has a join table. */
  readonly view?: string
  /** A computed value may be null: the server does not know it yet. */
  readonly nullable?: true
  /** Computed when the object is read; there is no column. */
  readonly derived?: true
  /** Volatile: in REST and in data sources, never in the state of a Terraform resource. */
  readonly notInState?: true
  /** An element that every set has, and that is therefore never listed. */
  readonly implied?: string
  /** Can still be changed while the row is being deleted: what the deletion itself needs (S13). */
  readonly whileDeleting?: true
  /** Says why a known value of the right shape is refused: as a whole, or in a part of it. */
  readonly refuse?: (value: never) => string | readonly Refused[] | undefined
}
/** `at` continues the path of the attribute: `[0].operator`. */
export type Refused = { readonly at: string; readonly detail: string }
export type Attribute<P extends Presence = Presence, S extends Shape = Shape> = {
  readonly presence: P
  readonly shape: S
} & Notes
export type Attributes = { readonly [name: string]: Attribute }

export type Verb = 'list' | 'create' | 'read' | 'update' | 'delete'
/** What Terraform manages, and what it only reads. */
export type Surface = 'resource' | 'data source'

export type Resource<N extends string = string, A extends Attributes = Attributes> = {
  /** The one spelling: file, table, Terraform type suffix, example, test and page. */
  readonly name: N
  /** Where adding an s does not make the plural. */
  readonly plural?: string
  /** Ids are `<prefix>_` and 16 characters. */
  readonly prefix: string
  readonly description: string
  /** The parent, in which each object lives and which it never leaves; nothing for what belongs to the deployment. */
  readonly within?: Resource
  /** What is unique in its place, in order; the last part may be null. Empty where objects are addressed by id alone. */
  readonly key: readonly (keyof A & string)[]
  /**
   * The attribute that names the place whose grants decide about an object, `id` being the object itself. Unless told
   * it is the parent's (P1).
   */
  readonly place?: keyof A & string
  /** The attribute that names the user whose own an object is, `id` being the object itself (P1). */
  readonly owner?: keyof A & string
  /** The attribute of `deployment` that names the parent of what names none at its creation. */
  readonly fallback?: string
  /** What REST serves; everything unless told. PUT goes by a natural key, and creates and updates. */
  readonly verbs?: readonly Verb[]
  /** Where else it is offered; everywhere unless told. */
  readonly surfaces?: readonly Surface[]
  /** Attributes unique beyond the key. */
  readonly unique?: readonly (keyof A & string)[]
  /** Objects are written to clusters: they have conditions, and Terraform waits for them. */
  readonly clustered?: 'deleted later' | 'deleted at once'
  readonly attributes: A
} & {
  /** There is one, always; its id and key are its name. No schema says so: it belongs to nothing and has no key. */
  readonly singleton?: true
}

const attribute =
  <P extends Presence>(presence: P) =>
  <const S extends Shape, const N extends Notes>(shape: S, notes: N) =>
    ({ presence, shape, ...notes }) as { readonly presence: P; readonly shape: S } & N
export const required = attribute('required')
export const optional = attribute('optional')
export const defaulted = attribute('defaulted')
export const computed = attribute('computed')

export const text = <const C extends Omit<Text, 'kind'>>(constraints = {} as C) =>
  ({ kind: 'text', ...constraints }) as const
export const integer = (constraints: Omit<Integer, 'kind'> = {}) =>
  ({ kind: 'integer', ...constraints }) as const
export const boolean = () => ({ kind: 'boolean' }) as const
export const timestamp = () => ({ kind: 'timestamp' }) as const
export const quantity = () => ({ kind: 'quantity' }) as const
export const reference = (to: string, builtin?: Reference['builtin']) =>
  ({ kind: 'reference', to, builtin }) as const
export const object = <const A extends Attributes>(attributes: A) => ({ kind: 'object', attributes }) as const
export const setOf = <const E extends Scalar | ObjectShape>(
  of: E,
  size: { min?: number; max?: number } = {},
) => ({ kind: 'set', of, ...size }) as const
export const mapOf = <const E extends Scalar>(of: E, size: { max?: number } = {}) =>
  ({ kind: 'map', of, ...size }) as const
