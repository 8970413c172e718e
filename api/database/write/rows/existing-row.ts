// Finds the rows that already have a unique value, and says so to the writers that want the value too.
import { uniqueIn } from '../../../../schemas/place.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { type ApiError, apiError } from '../../../errors.ts'
import { calledBy, fromOf, keyExpressions } from '../../read/address.ts'
import { columnName, columnsOf } from '../../schema/columns.ts'
import type { Session } from '../../server/session.ts'

export type ExistingRow = Row & { id: string }

const same = (resource: Resource, part: string, column: string) =>
  resource.attributes[part]!.presence === 'optional'
    ? `t."${column}" is not distinct from asked."${column}"`
    : `t."${column}" = asked."${column}"`

/** The rows that have the natural keys of others, in the order of those, in one statement; `lock` is of PostgreSQL. */
export const withKeysOf = async (
  session: Session,
  resource: Resource,
  rows: readonly Row[],
  lock = '',
): Promise<(ExistingRow | undefined)[]> => {
  if (rows.length === 0 || resource.key.length === 0) return rows.map(() => undefined)
  const parts = uniqueIn(resource).map((part) => ({
    part,
    column: columnName(part, resource.attributes[part]!),
  }))
  const found = await session.query<ExistingRow & { asked: number }>(
    `select asked.at::integer as asked, ${columnsOf(resource)
      .map(({ name }) => `t."${name}"`)
      .join(', ')}
     from unnest(${parts.map((_, index) => `$${index + 1}::text[]`).join(', ')}) with ordinality
       as asked(${parts.map(({ column }) => `"${column}"`).join(', ')}, at)
     join "${resource.name}" t on ${parts.map(({ part, column }) => same(resource, part, column)).join(' and ')}
     order by t.id collate "C" ${lock}`,
    parts.map(({ column }) => rows.map((row) => row[column])),
  )
  const all: (ExistingRow | undefined)[] = rows.map(() => undefined)
  for (const { asked, ...row } of found) all[asked - 1] = row as ExistingRow
  return all
}

/** What refusals call rows: their keys, by id. */
const keysOf = async (session: Session, resource: Resource, ids: readonly string[]) => {
  const rows = await session.query<{ id: string; key: string[] }>(
    `select t.id, array[${keyExpressions(resource).join(', ')}]::text[] as key
     from ${fromOf(resource)} where t.id = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, key }) => [id, key.filter((it) => it !== '').join('/')]))
}

type Refusal = (resource: Resource, existing: { id: string; key: string }) => ApiError

/** The refusals of those who want what others have, by the id of the other; a row that is gone meanwhile has none. */
export const refusalsFor = async (
  session: Session,
  resource: Resource,
  ids: readonly string[],
  refusal: Refusal,
): Promise<Map<string, ApiError>> => {
  if (ids.length === 0) return new Map()
  const keys = await keysOf(session, resource, ids)
  return new Map([...keys].map(([id, key]) => [id, refusal(resource, { id, key })]))
}

const keyRefusal =
  (code: 'taken' | 'already_exists' | 'deleting', says: string): Refusal =>
  (resource, existing) => {
    const detail = `The ${resource.name} \`${existing.key}\` ${says}`
    return apiError(code, detail, { attribute: calledBy(resource), existing })
  }

export const taken = keyRefusal('taken', 'already exists.')
export const alreadyExists = keyRefusal(
  'already_exists',
  'already exists. To update the object, leave out `If-None-Match: *`.',
)
export const deleting = keyRefusal(
  'deleting',
  'is being deleted. Send the request again when the deletion is complete.',
)

export const takenValue =
  (attribute: string): Refusal =>
  (resource, existing) =>
    apiError('taken', `The ${resource.name} \`${existing.key}\` already has this \`${attribute}\`.`, {
      attribute,
      existing,
    })
