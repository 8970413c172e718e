// The receipt of a create: by it, a POST that is sent again finds the object it made although its answer was lost (S9).
import { isDrawn } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { system } from '../../resources/system.ts'
import { columnName } from '../schema/columns.ts'
import { type Item, type Stage, standing } from '../write/line.ts'
import { digestOf } from './digest.ts'

/** As a row holds it in its columns, which are all null where there is none. */
type Receipt = {
  /** The id of the user who created the row: a pipeline has a new token each run. */
  receipt_user: string
  receipt_digest: string
  /** RFC 3339; null is never. */
  receipt_expires_at: string | null
}

const day = 86_400_000

/** References count as ids, so that two spellings of one object are the same create. */
const saidBy = ({ attributes }: Resource, { after, sets, secrets }: Item): Row =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([, { presence }]) => presence !== 'computed')
      .map(([name, it]) => [name, it.secret ? secrets[name] : (sets[name] ?? after[columnName(name, it)])]),
  )

/** The receipt of a create, which ends a day later where an idempotency key does so too. */
const receiptOf = (resource: Resource, user: string, item: Item): Receipt => ({
  receipt_user: user,
  receipt_digest: digestOf(resource, saidBy(resource, item)),
  receipt_expires_at:
    item.idempotencyKey === undefined
      ? null
      : new Date(Date.parse(item.after.created_at as string) + day).toISOString(),
})

/** Puts the receipts of creates into their rows; the system asks for nothing twice. */
export const addReceipts: Stage = async (batch) => {
  if (batch.actor === system) return
  for (const item of standing(batch)) {
    item.after = { ...item.after, ...receiptOf(batch.resource, batch.actor.user, item) }
  }
}

/** Secrets that a dry run leaves out count as said where the row has them. */
const leftOut = ({ attributes }: Resource, { body, dryRun }: Item, held: Row): Row =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, it]) => dryRun && it.secret && !isDrawn(it) && body[name] === undefined)
      .map(([name, it]) => [name, held[columnName(name, it)]]),
  )

/** Whether the row came of the same create. Whatever changes the row counts a generation, which ends its receipt. */
export const isSameCreate = (resource: Resource, item: Item, held: Row): boolean =>
  held.receipt_user === item.after.receipt_user &&
  held.receipt_digest ===
    digestOf(resource, { ...saidBy(resource, item), ...leftOut(resource, item, held) }) &&
  held.generation === 1 &&
  (held.receipt_expires_at === null || (held.receipt_expires_at as Date) > new Date())
