// Who has a natural key already, and the words for whoever wants it too.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { calledBy, isInside } from '../read/address.ts'
import { readById } from '../read/read.ts'
import type { RepresentationRow } from '../read/representation.ts'
import { columnName, isDeletedLater } from '../schema/columns.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'

export type ExistingRow = {
  id: string
  deleting: boolean
  /** The server added it by itself, and a writer may take it over. */
  automatic: boolean
  created_by: string | null
  create_digest: string | null
  generation: number
  seen: boolean
}

const isAutomatic = (resource: Resource) =>
  'automatic' in (rulesOf(resource).columns ?? {}) ? 'automatic' : 'false'

const columnsFor = (resource: Resource) =>
  `id, ${isDeletedLater(resource) ? 'deletion_requested_at is not null' : 'false'} as deleting,
   ${isAutomatic(resource)} as automatic, created_by, create_digest, generation, seen`

export const existingRowOf = async (
  session: Transaction,
  resource: Resource,
  row: Row,
): Promise<ExistingRow | undefined> => {
  if (!isInside(resource)) session.take(resource.name, row[calledBy(resource)] as string)
  const parts = resource.key.map((part) => columnName(part, resource.attributes[part]!))
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

/** Throws `taken` when another row has a value that is unique beyond the key. */
export const refuseTwice = async (database: Database, session: Session, resource: Resource, row: Row) => {
  for (const attribute of resource.unique ?? []) {
    if ((row[attribute] ?? null) === null) continue
    const [other] = await session.query<{ id: string }>(
      `select id from "${resource.name}" where "${attribute}" = $1 and id <> $2`,
      [row[attribute], row.id],
    )
    if (!other) continue
    const representation = (await readById(database, session, resource, other.id))!
    const detail = `The ${resource.name} \`${spelledOf(representation)}\` already has this \`${attribute}\`.`
    const existing = { id: other.id, key: spelledOf(representation) }
    throw apiError('taken', detail, { attribute, existing })
  }
}

const spelledOf = ({ key }: RepresentationRow) => key.filter((it) => it !== '').join('/')

export const taken = (resource: Resource, it: RepresentationRow) =>
  apiError('taken', `The ${resource.name} \`${spelledOf(it)}\` already exists.`, {
    attribute: calledBy(resource),
    existing: { id: it.id, key: spelledOf(it) },
  })

export const alreadyExists = (resource: Resource, it: RepresentationRow) =>
  apiError(
    'already_exists',
    `The ${resource.name} \`${spelledOf(it)}\` already exists. Leave out \`If-None-Match: *\` to update it.`,
    { attribute: calledBy(resource), existing: { id: it.id, key: spelledOf(it) } },
  )

export const deleting = (resource: Resource, it: RepresentationRow) => {
  const detail = `The ${resource.name} \`${spelledOf(it)}\` is being deleted. Try again when it is gone.`
  const existing = { id: it.id, key: spelledOf(it) }
  return apiError('deleting', detail, { attribute: calledBy(resource), existing })
}
