// A write: objects of one type, and the line of stages that they go through together in one transaction.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { ApiError } from '../../errors.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Representation } from '../read/representation.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'

export type Body = Record<string, unknown>

/** What a writer asks for one object. */
type Asked = {
  /** Of a deletion: nothing. Of a PUT: the whole key among the rest. */
  readonly body?: Body
  /** The id, or the parts of the natural key, of a row that is there. */
  readonly address?: readonly string[]
  /** A body that resets what it leaves out (S6); otherwise a merge patch. */
  readonly complete?: boolean
  /** A row that somebody wrote is refused as `already_exists` (`If-None-Match: *`). */
  readonly createOnly?: boolean
  /** The generation that the row must have. */
  readonly ifMatch?: number
  /** A deletion gives up on clusters that are gone for good. */
  readonly force?: boolean
  readonly idempotencyKey?: string
  /** Nothing of it is stored. A plan asks so, and leaves secrets out (S18). */
  readonly dryRun?: boolean
  /** The change is part of a create that was sent again, so that it counts no generation (S9). */
  readonly replay?: boolean
  /** What only the server sets of a new row, by column. */
  readonly columns?: Row
  /** The id of the row that a dry run takes for deleted (S17). */
  readonly replaces?: string
}

/** A row that somebody refers to. */
export type Referenced = { id: string; name: string; deleting: boolean; cordon_reason: string | null }

/** What is in a set: the id of a row, or a built-in name. */
export type Held = { id: string; deleting: boolean }

/** One object on its way down the line: each stage adds what it found out, and a refusal stays with its item. */
export type Item = Asked & {
  body: Body
  address: readonly string[]
  /** What happens to the row; a PUT decides when it has looked for one. */
  verb: 'create' | 'update' | 'delete'
  /** The id of the row. */
  id: string
  /** The place whose grants decide about the row, by id; null for what is in none, and before it is known. */
  place: string | null
  /** What is above everything beside the row, by id, so that names are looked for there; null where nothing is. */
  top: string | null
  /** What a create is given for references that it leaves out, by id. */
  fallbacks: Record<string, string>
  /** What the references mean, by path: `organization`, `roles[0]`. */
  found: Record<string, Referenced>
  /** What an address found of the row that permission is decided by, before it is locked. */
  target?: Row
  /** The row as it is locked; null where there is none yet. */
  before: Row | null
  /** The row as it will be stored. */
  after: Row
  /** The attributes whose stored value differs; of a create, those that the body gives. */
  changed: Set<string>
  /** Sets of references that are written, as ids and built-in names; null where a view is given up. */
  sets: Record<string, readonly string[] | null>
  /** What is stored of the sets that are written. */
  held: Record<string, readonly Held[]>
  /** Secrets that are written, in plain text. */
  secrets: Record<string, string | null>
  /** What the server drew of a new row, in plain text. */
  drawn: Readonly<Record<string, string>>
  /** What the rules of the resource are told of the rest of the database. */
  lookups: Readonly<Record<string, unknown>>
  /** A row that the server added by itself, and that this create takes over. */
  takes?: string
  /** What is unique was in use when the row was inserted. */
  conflicts?: true
  refusal?: ApiError
  /** The rules refused a create, which may be told first that its key is taken. */
  byRules?: true
  /** What the object looks like now, or that it is gone. */
  answer?: Representation | 'gone'
}

/** Each row at most once. A body that names a row again is refused before, by whoever makes the list. */
export type Batch = {
  readonly database: Database
  readonly session: Transaction
  readonly resource: Resource
  readonly verb: 'create' | 'update' | 'put' | 'delete'
  readonly actor: Actor
  readonly items: readonly Item[]
}

/** Costs statements for the list, never for each item of it. Throws what ends the transaction. */
export type Stage = (batch: Batch) => Promise<unknown> | undefined
export type Line = readonly Stage[]

export const itemOf = (verb: Item['verb'], asked: Asked): Item => ({
  body: {},
  address: [],
  ...asked,
  verb,
  id: '',
  place: null,
  top: null,
  fallbacks: {},
  found: {},
  before: null,
  after: {},
  changed: new Set(),
  sets: {},
  held: {},
  secrets: {},
  drawn: {},
  lookups: {},
})

export const run = async (line: Line, batch: Batch): Promise<void> => {
  if (batch.items.length === 0) return
  for (const stage of line) await stage(batch)
}

/** The items that no stage has refused or answered yet. */
export const standing = ({ items }: Batch): Item[] =>
  items.filter(({ refusal, answer }) => !refusal && !answer)

/** Does it for every standing item; a refusal that it throws is its item's. */
export const each = async (batch: Batch, work: (item: Item) => unknown): Promise<void> => {
  for (const item of standing(batch)) {
    try {
      await work(item)
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      item.refusal = cause
    }
  }
}
