// The store: everything that HTTP asks of the database, each write one transaction, each refusal an ApiError.
import { resources } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { apiError } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'
import { type Listing, list, type Page } from './read/list.ts'
import { read } from './read/read.ts'
import type { Representation } from './read/representation.ts'
import { confirmIn } from './receipts/confirm.ts'
import type { Database } from './server/source.ts'
import type { Transaction } from './server/transaction.ts'
import { isLostRace, refusalOf } from './write/constraint.ts'
import { type Created, createIn } from './write/create.ts'
import { deleteIn } from './write/delete.ts'
import { putIn } from './write/put.ts'
import { setAside } from './write/set-aside.ts'
import { updateIn } from './write/update.ts'
import type { Body } from './write/values.ts'

type Address = readonly string[]
type Writing = { actor: Actor; dryRun: boolean; ifMatch?: number }

export type Store = {
  list(resource: Resource, listing: Listing): Promise<Page>
  /** Null where nothing is, or nothing that the actor may read. */
  read(resource: Resource, address: Address, actor: Actor): Promise<Representation | null>
  /**
   * `created` is false when the same create made the object before (S9). `replaces` is the id of what a dry run takes
   * for deleted (S17).
   */
  create(
    resource: Resource,
    body: Body,
    how: Writing & { idempotencyKey?: string; replaces?: string },
  ): Promise<Created>
  update(
    resource: Resource,
    address: Address,
    body: Body,
    how: Writing & { complete: boolean },
  ): Promise<Representation>
  /** `body` holds the whole key; `createOnly` refuses what is there already (S6). */
  put(resource: Resource, body: Body, how: Writing & { createOnly?: boolean }): Promise<Created>
  delete(
    resource: Resource,
    address: Address,
    how: Writing & { force: boolean },
  ): Promise<'gone' | Representation>
  /** Ends the receipts of this user among the ids, which may be of any types; others are ignored (S9). */
  confirm(actor: Actor, ids: readonly string[]): Promise<void>
}

export const openStore = (database: Database): Store => {
  const refusing = async <T>(resource: Resource, work: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work()
      } catch (cause) {
        if (tries >= 10 || !isLostRace(cause)) throw refusalOf(cause, resource)
      }
    }
  }

  const write = <T>(resource: Resource, { dryRun }: Writing, work: (session: Transaction) => Promise<T>) =>
    refusing(resource, () => (dryRun ? database.dryRun(work) : database.transaction(work)))

  const create: Store['create'] = (resource, body, how) => {
    if (resource.singleton) {
      throw apiError('singleton', `There is always exactly one ${resource.name}. Update it instead.`)
    }
    return write(resource, how, async (session) => {
      if (how.dryRun && how.replaces !== undefined) await setAside(session, resource, how.replaces, how.actor)
      return createIn(database, session, resource, body, how)
    })
  }

  return {
    list: (resource, listing) => refusing(resource, () => list(database, resource, listing)),
    read: (resource, address, actor) => refusing(resource, () => read(database, resource, address, actor)),
    create: async (resource, body, how) => create(resource, body, how),
    update: (resource, address, body, how) =>
      write(resource, how, (session) => updateIn(database, session, resource, address, body, how)),
    put: (resource, body, { createOnly = false, ...how }) =>
      write(resource, how, (session) => putIn(database, session, resource, body, { ...how, createOnly })),
    delete: (resource, address, how) =>
      write(resource, how, (session) => deleteIn(database, session, resource, address, how)),
    async confirm(actor, ids) {
      for (const resource of resources) {
        const own = ids.filter((id) => id.startsWith(`${resource.prefix}_`))
        if (own.length === 0) continue
        const work = (session: Transaction) => confirmIn(session, resource, actor.user, own)
        await write(resource, { actor, dryRun: false }, work)
      }
    },
  }
}
