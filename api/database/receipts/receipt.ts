// The receipt of a create: by it, a POST that is sent again finds the object it made although its answer was lost (S9).
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { columnName } from '../schema/columns.ts'
import type { Written } from '../write/values.ts'
import { digestOf } from './digest.ts'

/** As a row holds it in its columns, which are all null where there is none. */
export type Receipt = {
  /** The id of the user who created the row: a pipeline has a new token each run. */
  receipt_user: string
  receipt_digest: string
  /** RFC 3339; null is never. */
  receipt_expires_at: string | null
}

const day = 86_400_000

/** References count as ids, so that two spellings of one object are the same create. */
const saidBy = ({ attributes }: Resource, { row, sets, secrets }: Written): Row =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, it]) => [
      name,
      it.secret ? secrets[name] : (sets[name] ?? row[columnName(name, it)]),
    ]),
  )

type Create = {
  resource: Resource
  written: Written
  row: Row
  user: string
  idempotencyKey?: string
}

/** The receipt of a create, which ends a day later where an idempotency key does so too. */
export const receiptOf = ({ resource, written, row, user, idempotencyKey }: Create): Receipt => ({
  receipt_user: user,
  receipt_digest: digestOf(resource, saidBy(resource, written)),
  receipt_expires_at:
    idempotencyKey === undefined ? null : new Date(Date.parse(row.created_at as string) + day).toISOString(),
})

/** Columns of a row that say whose receipt it holds. Whatever changes the row counts a generation, which ends it. */
export const receiptColumns = `receipt_digest,
  case when generation = 1 and coalesce(receipt_expires_at > now(), true) then receipt_user end as receipt_user`

type Held = { receipt_user: string | null; receipt_digest: string | null }

export const isSameCreate = (held: Held, { receipt_user, receipt_digest }: Receipt): boolean =>
  held.receipt_user === receipt_user && held.receipt_digest === receipt_digest
