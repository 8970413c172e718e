// The type of the rules of a resource beyond its schema, as data: columns, lookups, refusals, computed values, effects.
import type { Row } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { ApiError, Code } from '../errors.ts'
import type { Asker } from '../permissions/grants-of.ts'

/** A column that is never answered under its own name; `initial` is its value in a new row. */
type Column = {
  type: 'text' | 'boolean' | 'integer' | 'jsonb' | 'timestamptz' | 'text[]'
  initial: unknown
}

/** Who asks, and by the id of which token. */
export type Actor = Asker & { readonly token: string }

type Verb = 'create' | 'update' | 'delete'

/** One write, with its references resolved and its row locked. */
export type Write<R extends Resource = Resource> = {
  verb: Verb
  actor: Actor
  /** The row before; null on create. */
  before: Row<R> | null
  /** The row as it would be stored; on delete the same as before. */
  after: Row<R>
  /** Names of the attributes whose stored value differs. */
  changed: ReadonlySet<string>
  /** What was written for sets of references: ids, or built-in names. */
  sets: Readonly<Record<string, readonly string[] | null>>
  /** What was written for secrets, in plain text: never repeat it. */
  secrets: Readonly<Record<string, string | null>>
}

/**
 * A statement about a list of writes. Its `$1` is the list as `jsonb_to_recordset` takes it: for each write the `id` of
 * its row, and what `ask` adds. Rows are locked in the order of their ids. What else it reads it reads in subqueries for
 * each write (`offset 0` keeps one that is joined), since the planner takes a list for long and would read whole tables.
 */
type Statement<R extends Resource> = {
  verbs: readonly Verb[]
  /** What the statement is told of a write beside the id; null leaves the write out. */
  ask?(write: Write<R>): Readonly<Record<string, unknown>> | null
  sql: string
}

/** What a rule must know about the rest of the database. The statement answers `id` and `value`, which JSON can carry. */
export type Lookup<T = unknown, R extends Resource = Resource> = Statement<R> & {
  /** The value for a write that the statement is not asked about, or does not answer. */
  otherwise: T
}

/**
 * What a write brings with it. The statement answers rows of the noun that is added, by column, or the ids of those
 * that are removed; where neither is named, it does everything itself.
 */
export type Effect<R extends Resource = Resource> = Statement<R> & { adds?: string; removes?: string }

/** What the operator decides; see the configuration. */
export type Settings = {
  allowLoopbackClusters: boolean
  inCluster: boolean
  kubeconfig?: string
  /** The longest life of a token in days; 0 is without limit. */
  tokenMaxDays: number
}

/** What is known when a row is filled in. */
export type Filling = Pick<Write, 'actor' | 'changed'> & { settings: Settings }

type Lookups<R extends Resource> = Readonly<Record<string, Lookup<unknown, R>>>

export type RuleInput<R extends Resource = Resource, L = unknown> = Write<R> & {
  settings: Settings
  /** What was looked up for the rules of the resource, by name. */
  lookups: { readonly [K in keyof L]: L[K] extends { otherwise: infer T } ? T : never }
}

type ComputedNames<A> = string extends keyof A
  ? string
  : { [K in keyof A]: A[K] extends { derived: true } ? K : never }[keyof A]

/** For each derived attribute the SQL of its value, about the row `t`. */
type Computed<N extends PropertyKey> = [N] extends [never]
  ? { computed?: undefined }
  : string extends N
    ? { computed?(settings: Settings): Readonly<Record<string, string>> }
    : { computed(settings: Settings): Readonly<Record<N, string>> }

/** `fill` and `refuse` are methods, whose parameters TypeScript compares both ways: the registry holds rules of every row. */
export type Rules<R extends Resource = Resource, L extends Lookups<R> = Lookups<R>> = Computed<
  ComputedNames<R['attributes']>
> & {
  /** What `computed` reads beside `t`: SQL of one row, as it follows `from`. */
  computedFrom?: string
  columns?: Readonly<Record<string, Column>>
  /** Unique groups of columns beyond the schema's, by constraint name. */
  unique?: Readonly<Record<string, readonly (keyof Row<R>)[]>>
  /** References hold nothing, by no foreign key: writing a row waits for no writer of what it refers to. */
  detached?: true
  /** Lists begin with what was written last, unless they are asked for another order. */
  newestFirst?: true
  /** Partial unique indexes, by name. */
  onlyOne?: Readonly<Record<string, { columns: readonly (keyof Row<R>)[]; where: string }>>
  /** References whose target cannot be deleted while the row stands; rows go with the others. */
  blocks?: readonly (keyof R['attributes'])[]
  /** What the database refuses in words of its own, by constraint name; `says` goes on after the noun of the row. */
  refusals?: Readonly<Record<string, { code: Code; says: string }>>
  /** Whether who a token stands for is looked up again after a write. */
  authenticates?: true
  /** What `refuse` is told, by name. */
  lookups?: L
  /** Columns worked out from the others before they are stored. */
  fill?(row: Row<R>, filling: Filling): Row<R>
  /** By attribute what the server draws of a new row; `random` is 256 bits as text. */
  draw?(random: string): Readonly<Record<string, string>>
  /** Why the write is refused nevertheless. */
  refuse?(input: RuleInput<R, L>): ApiError | undefined
  /** What comes with a write or goes because of it, in the same transaction. */
  effects?: readonly Effect<R>[]
  /** Of what has placements of its own: SQL that ties the row `t` to the allowlist entries `e` that concern it. */
  placed?: string
  /** Of what is deleted later: SQL that ties the row `t` to the placements `x` of organizations that it waits for. */
  held?: string
  /** Of what clusters hold: the attributes that a cluster must be told of when they change. */
  reaches?: readonly (keyof R['attributes'] & string)[]
  /**
   * SQL of what rows claim in clusters beside those placements: locks it for the rows with the ids `$1`, and answers
   * each `id`, and whether anything is `held`.
   */
  claims?: string
  /**
   * SQL of the turns that somebody may ask for with `POST …/reconcile`, for the rows with the ids `$1`: of each the id of
   * the provider, the key and its shard.
   */
  turns?: string
  /** The derived attribute whose changes make no other version of an answer (S7). */
  unversioned?: keyof R['attributes'] & string
}
