// The TypeScript types of a schema: the body of a create, the representation, and the row.
import type { Attribute, Attributes, Resource, Shape } from './vocabulary.ts'

type Scalar<S> = S extends { oneOf: readonly (infer T)[] }
  ? T
  : S extends { kind: 'boolean' }
    ? boolean
    : S extends { kind: 'integer' }
      ? number
      : string

/** The value of a shape as JSON carries it. */
type Value<S> = S extends { kind: 'set'; of: infer E }
  ? Value<E>[]
  : S extends { kind: 'map'; of: infer E }
    ? Record<string, Value<E>>
    : S extends { kind: 'object'; attributes: infer A extends Attributes }
      ? Written<A>
      : S extends Shape
        ? Scalar<S>
        : never

type Names<A extends Attributes, W> = { [K in keyof A]: A[K] extends W ? K : never }[keyof A]
type Written<A extends Attributes> = {
  -readonly [K in Names<A, Attribute<'required' | 'computed'>>]: Value<A[K]['shape']>
} & { -readonly [K in Names<A, Attribute<'optional' | 'defaulted'>>]?: Value<A[K]['shape']> | null }

/** The body of a create, without the attributes that the server computes. */
export type Input<R extends Resource> = {
  [K in Names<R['attributes'], Attribute<'required'>>]: Value<R['attributes'][K]['shape']>
} & {
  [K in Names<R['attributes'], Attribute<'optional' | 'defaulted'>>]?: Value<
    R['attributes'][K]['shape']
  > | null
}

/** Null where an answer may hold it (see `isNullAnswered`). */
type Null<A> = A extends { nullable: true } | { view: string }
  ? null
  : A extends { unmanaged: true }
    ? never
    : A extends { presence: 'optional' }
      ? null
      : never
type Secret = { secret: true }

/** The answer: everything but secrets; what is optional or nullable may be null. */
export type State<R extends Resource> = {
  [K in Exclude<keyof R['attributes'], Names<R['attributes'], Secret>>]:
    | Value<R['attributes'][K]['shape']>
    | Null<R['attributes'][K]>
}

type Column<K extends string, A> = A extends
  | { derived: true }
  | { shape: { kind: 'set'; of: { kind: 'reference' } } }
  ? never
  : A extends Secret
    ? `${K}_${A extends { presence: 'computed' } ? 'digest' : 'encrypted'}`
    : A extends { shape: { kind: 'reference' } }
      ? `${K}_id`
      : K
type Stored<A extends Attribute> =
  | (A extends Secret
      ? Uint8Array
      : A extends { shape: { kind: 'timestamp' } }
        ? Date | string
        : Value<A['shape']>)
  | Null<A>
  | (A extends { follows: string } ? null : never)

/**
 * A row of the table by column: references by id, secrets encrypted or as digests, `jsonb` parsed. Instants are dates
 * as they are read and text as they are written. Of a resource that only the running program knows, any column may be there.
 */
export type Row<R extends Resource = Resource> = string extends keyof R['attributes']
  ? Record<string, unknown>
  : {
      [K in keyof R['attributes'] & string as Column<K, R['attributes'][K]>]: Stored<R['attributes'][K]>
    }
