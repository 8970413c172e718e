// What HTTP is given from outside: the store, the tokens, and words with the rest of the process.
import type { Logger } from 'pino'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Stored } from '../database/answer.ts'
import type { Listing } from '../database/read.ts'
import type { Session } from '../database/source.ts'
import type { Actor } from '../resources/rules.ts'

type Body = Record<string, unknown>
type Address = readonly string[]
type Writing = { actor: Actor; dryRun: boolean; ifMatch?: number }

/** Every method throws Failure; whoever throws has changed nothing. */
export type Store = {
  list(resource: Resource, listing: Listing): Promise<{ items: Stored[]; next_cursor: string | null }>
  read(resource: Resource, address: Address, how: { counts: boolean }): Promise<Stored | null>
  create(
    resource: Resource,
    body: Body,
    how: Writing & { idempotencyKey?: string },
  ): Promise<{ stored: Stored; created: boolean }>
  change(
    resource: Resource,
    address: Address,
    body: Body,
    how: Writing & { complete: boolean },
  ): Promise<Stored>
  put(
    resource: Resource,
    key: Address,
    body: Body,
    how: Writing,
  ): Promise<{ stored: Stored; created: boolean }>
  remove(resource: Resource, address: Address, how: Writing & { force: boolean }): Promise<'gone' | Stored>
}

export type Parts = {
  database: Session
  store: Store
  log: Logger
  /** Something was written: the reconciler may want to look. */
  activate(): void
  /** Requests per second for each token, five times that at once; 0 means without limit. */
  rateLimit: number
}
