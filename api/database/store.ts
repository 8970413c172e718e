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
import { answerOnce } from './write/answer-once.ts'
import { isLostRace, refusalOf } from './write/constraint.ts'
import { create } from './write/create.ts'
import { deletion } from './write/delete.ts'
import { type Batch, type Body, type Item, itemOf, type Line, run } from './write/line.ts'
import { put } from './write/put.ts'
import { reconcile } from './write/reconcile.ts'
import { update } from './write/update.ts'

type Address = readonly string[]
type Writing = { actor: Actor; dryRun: boolean; ifMatch?: number }
type Created = { item: Representation; created: boolean }

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
  /**
   * What creates would answer, as one list that is rolled back; undefined where something stands in the way, be it
   * another of the list, so that only a dry run of its own tells what.
   */
  tryCreates(
    resource: Resource,
    bodies: readonly Body[],
    actor: Actor,
  ): Promise<readonly (Representation | undefined)[]>
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
  /** Asks for a turn of the row in its clusters now, and answers the row. Whoever may update it may ask. */
  reconcile(resource: Resource, address: Address, actor: Actor): Promise<Representation>
  /** Ends the receipts of this user among the ids, which may be of any types; others are ignored (S9). */
  confirm(actor: Actor, ids: readonly string[]): Promise<void>
}

const lines = { create, update, put, delete: deletion } satisfies Record<Batch['verb'], Line>

/** A list holds what it has locked while it waits for the rest. */
const patience = "set local lock_timeout = '50ms'"

const createdOf = (resource: Resource, item: Item): Created => ({
  item: answerOnce(resource, item),
  created: item.verb === 'create',
})

const refuseSingleton = ({ name, singleton }: Resource) => {
  if (singleton) throw apiError('singleton', `There is always exactly one ${name}. Update it instead.`)
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

  /** A list of one. `asked` makes the item anew for each try. */
  const write = (
    resource: Resource,
    verb: Batch['verb'],
    { actor, dryRun }: Writing,
    asked: () => Item,
  ): Promise<Item> =>
    refusing(resource, () =>
      (dryRun ? database.dryRun : database.transaction)(async (session) => {
        const item = asked()
        await run(lines[verb], { database, session, resource, verb, actor, items: [item] })
        if (item.refusal) throw item.refusal
        return item
      }),
    )

  return {
    list: (resource, listing) => refusing(resource, () => list(database, resource, listing)),
    read: (resource, address, actor) => refusing(resource, () => read(database, resource, address, actor)),
    async create(resource, body, how) {
      refuseSingleton(resource)
      const { idempotencyKey, dryRun } = how
      const replaces = dryRun ? how.replaces : undefined
      const asked = () => itemOf('create', { body, idempotencyKey, dryRun, replaces })
      return createdOf(resource, await write(resource, 'create', how, asked))
    },
    async tryCreates(resource, bodies, actor) {
      const items = bodies.map((body) => itemOf('create', { body }))
      const tried = database.dryRun(async (session) => {
        await session.run(patience)
        await run(create, { database, session, resource, verb: 'create', actor, items })
      })
      const failed = await tried.then(
        () => false,
        () => true,
      )
      return items.map(({ verb, refusal, answer }) => {
        const isNew = !failed && verb === 'create' && !refusal && answer !== 'gone'
        return isNew ? answer : undefined
      })
    },
    async update(resource, address, body, how) {
      const { complete, ifMatch } = how
      const asked = () => itemOf('update', { address, body, complete, ifMatch })
      const { answer } = await write(resource, 'update', how, asked)
      return answer as Representation
    },
    async put(resource, body, how) {
      const asked = () => itemOf('create', { body, createOnly: how.createOnly })
      return createdOf(resource, await write(resource, 'put', how, asked))
    },
    async delete(resource, address, how) {
      refuseSingleton(resource)
      const { force, ifMatch } = how
      const { answer } = await write(resource, 'delete', how, () =>
        itemOf('delete', { address, force, ifMatch }),
      )
      return answer!
    },
    reconcile: (resource, address, actor) =>
      refusing(resource, () =>
        database.transaction(async (session) => {
          const item = itemOf('update', { address })
          await run(reconcile, { database, session, resource, verb: 'update', actor, items: [item] })
          if (item.refusal) throw item.refusal
          return item.answer as Representation
        }),
      ),
    async confirm(actor, ids) {
      for (const resource of resources) {
        const own = ids.filter((id) => id.startsWith(`${resource.prefix}_`))
        if (own.length === 0) continue
        const work = (session: Transaction) => confirmIn(session, resource, actor.user, own)
        await refusing(resource, () => database.transaction(work))
      }
    },
  }
}
