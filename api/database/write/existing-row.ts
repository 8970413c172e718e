// Who has a natural key already, and the words for whoever wants it too.
import { uniqueIn } from '../../../schemas/place.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { type ApiError, apiError, type Code } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { calledBy, isInside } from '../read/address.ts'
import { readById } from '../read/read.ts'
import { receiptColumns } from '../receipts/receipt.ts'
import { columnName, isDeletedLater } from '../schema/columns.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'

export type ExistingRow = {
  id: string
  deleting: boolean
  /** The server added it by itself, and a writer may take it over. */
  automatic: boolean
  /** Null where there is no receipt, or none that is still valid. */
  receipt_user: string | null
  receipt_digest: string | null
}

const isAutomatic = (resource: Resource) =>
  'automatic' in (rulesOf(resource).columns ?? {}) ? 'automatic' : 'false'

const columnsFor = (resource: Resource) =>
  `id, ${isDeletedLater(resource) ? 'deletion_requested_at is not null' : 'false'} as deleting,
   ${isAutomatic(resource)} as automatic, ${receiptColumns}`

export const existingRowOf = async (
  session: Transaction,
  resource: Resource,
  row: Row,
): Promise<ExistingRow | undefined> => {
  if (!isInside(resource)) session.take(resource.name, row[calledBy(resource)] as string)
  const parts = uniqueIn(resource).map((part) => columnName(part, resource.attributes[part]!))
  // Null parts are told apart here, and not by IS NOT DISTINCT FROM, which no index answers.
  const given = parts.filter((it) => row[it] !== null)
  const where = parts.map((it) =>
    row[it] === null ? `"${it}" is null` : `"${it}" = $${given.indexOf(it) + 1}`,
  )
  const [existing] = await session.query<ExistingRow>(
    `select ${columnsFor(resource)} from "${resource.name}" where ${where.join(' and ')} for update`,
    given.map((it) => row[it]),
  )
  return existing
}

/** A row as refusals tell of it. */
const named = async (database: Database, session: Session, resource: Resource, id: string) => {
  const { key } = (await readById(database, session, resource, id))!
  return { id, key: key.filter((it) => it !== '').join('/') }
}

/** Throws `taken` when another row has a value that is unique beyond the key. */
export const refuseTwice = async (database: Database, session: Session, resource: Resource, row: Row) => {
  for (const attribute of resource.unique ?? []) {
    if ((row[attribute] ?? null) === null) continue
    const [other] = await session.query<{ id: string }>(
      `select id from "${resource.name}" where "${attribute}" = $1 and id <> $2`,
      [row[attribute], row.id],
    )
    if (!other) continue
    const existing = await named(database, session, resource, other.id)
    const detail = `The ${resource.name} \`${existing.key}\` already has this \`${attribute}\`.`
    throw apiError('taken', detail, { attribute, existing })
  }
}

/** A refusal for whoever wants the key of an existing row; `says` goes on after its name. */
const refusal =
  (code: Code, says: string) =>
  async (database: Database, session: Session, resource: Resource, id: string): Promise<ApiError> => {
    const existing = await named(database, session, resource, id)
    const detail = `The ${resource.name} \`${existing.key}\` ${says}`
    return apiError(code, detail, { attribute: calledBy(resource), existing })
  }

export const taken = refusal('taken', 'already exists.')
export const alreadyExists = refusal(
  'already_exists',
  'already exists. To update the object, leave out `If-None-Match: *`.',
)
export const deleting = refusal(
  'deleting',
  'is being deleted. Send the request again when the deletion is complete.',
)
