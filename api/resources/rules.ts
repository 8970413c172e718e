// What may be peculiar to a resource beyond its schema: columns of its own, what it fills in, what it refuses.
import type { Row } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { ApiError } from '../errors.ts'

/** A column that is never answered under its own name; `initial` is its value in a new row. */
type Column = {
  type: 'text' | 'boolean' | 'integer' | 'jsonb' | 'timestamptz' | 'text[]'
  initial: unknown
}

/** The writer; whose right comes from where decides a few refusals. */
export type Actor = {
  /** Id of the token used. */
  token: string
  /** Id of the user. */
  user: string
  username: string
  siteRoles: readonly string[]
}

type Kept = { id: string; name: string }

/** What a rule may have to know about the rest of the database; the store looks up what a resource names. */
export type Lookups = {
  /** The organization the row belongs to, or itself; null where the row has none. */
  organization: (Kept & { allowed_regions: string[] | null }) | null
  /** The provider the row speaks of, or itself. */
  provider: (Kept & { region: string | null; authoritative: boolean }) | null
  /** The providers on whose allowlists somebody put the organization, and their regions. */
  providersOf: (Kept & { region: string | null })[]
  /** The organizations that will stand on the provider's allowlist, and the regions they allow. */
  organizationsOf: (Kept & { allowed_regions: string[] | null })[]
  /** The other provider that has the row's namespace of its cluster. */
  namespaceOwner: Kept | null
  /** Whether the row is a default of the deployment. */
  isDefault: boolean
  /** The organization's managers, whose memberships these are by id. */
  managers: string[]
  /** The writer as the database has them now, locked until the transaction ends; null where nobody asks. */
  writer: Actor | null
  /** Whether another site admin is neither suspended nor a service account, and stays so. */
  otherActiveAdmin: boolean
}

type Settings = { allowLoopbackClusters: boolean }

export type RuleInput<R extends Resource = Resource> = {
  verb: 'create' | 'update' | 'delete'
  actor: Actor
  settings: Settings
  /** The row before; null on create. */
  before: Row<R> | null
  /** The row as it would be stored; on remove the same as before. */
  after: Row<R>
  /** Names of the attributes whose stored value differs. */
  changed: ReadonlySet<string>
  /** What was written for sets of references: ids, or built-in names. */
  sets: Readonly<Record<string, readonly string[] | null>>
  /** What was written for secrets, in plain text: never repeat it. */
  secrets: Readonly<Record<string, string | null>>
  /** What was looked up for the rules of the resource. */
  lookups: Lookups
}

/** `fill` and `refuse` are methods, whose parameters TypeScript compares both ways: the registry holds rules of every row. */
export type Rules<R extends Resource = Resource> = {
  columns?: Readonly<Record<string, Column>>
  /** Unique groups of columns beyond the schema's, by constraint name. */
  unique?: Readonly<Record<string, readonly (keyof Row<R>)[]>>
  /** Partial unique indexes, by name. */
  onlyOne?: Readonly<Record<string, { columns: readonly (keyof Row<R>)[]; where: string }>>
  /** References whose target cannot be deleted while the row stands; rows go with the others. */
  blocks?: readonly (keyof R['attributes'])[]
  /** The lookups that `refuse` reads. */
  lookups?: readonly (keyof Lookups)[]
  /** Columns worked out from the others before they are stored. */
  fill?(row: Row<R>): Row<R>
  /** Why the write is refused nevertheless. */
  refuse?(input: RuleInput<R>): ApiError | undefined
}
