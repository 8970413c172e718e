// Writes one row of a resource's table, with the types its schema gives.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import { columnsOf, isDeletedLater, type TableColumn } from '../schema/columns.ts'
import type { Session } from '../server/session.ts'
import { newId } from './new-id.ts'

const parameter = ({ type }: TableColumn, value: unknown) =>
  type === 'jsonb' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null)

const chosen = (resource: Resource, row: Row) => columnsOf(resource).filter(({ name }) => name in row)

const emptyOf = ({ nullable, type }: TableColumn) => {
  const empty = { boolean: false, integer: 0, jsonb: [] } as Partial<Record<TableColumn['type'], unknown>>
  return nullable ? null : (empty[type] ?? null)
}

/** A new row: what the server chooses, and nothing yet of what a writer says. */
export const blankRow = (resource: Resource, now = new Date().toISOString()): Row => ({
  ...Object.fromEntries(columnsOf(resource).map((column) => [column.name, emptyOf(column)])),
  ...Object.fromEntries(
    Object.entries(rulesOf(resource).columns ?? {}).map(([name, it]) => [name, it.initial]),
  ),
  id: resource.singleton ? resource.name : newId(resource.prefix),
  generation: 1,
  created_at: now,
  updated_at: now,
  ...(isDeletedLater(resource) && { force: false }),
})

/** As JSON carries it to `jsonb_populate_recordset`, which knows the type of each column. */
const carried = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

/** Rows with the same columns, in one statement. */
export const insertRows = async (session: Session, resource: Resource, rows: readonly Row[]) => {
  const columns = chosen(resource, rows[0] ?? {}).map(({ name }) => name)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const values = rows.map((row) => Object.fromEntries(columns.map((name) => [name, carried(row[name])])))
  await session.run(
    `insert into "${resource.name}" (${names})
     select ${names} from jsonb_populate_recordset(null::"${resource.name}", $1)`,
    [JSON.stringify(values)],
  )
}

export const insertRow = (session: Session, resource: Resource, row: Row) =>
  insertRows(session, resource, [row])

/** `patch` holds the columns to set. */
export const updateRow = async (session: Session, resource: Resource, id: string, patch: Row) => {
  const columns = chosen(resource, patch)
  const sets = columns.map(({ name }, index) => `"${name}" = $${index + 2}`).join(', ')
  await session.run(`update "${resource.name}" set ${sets} where id = $1`, [
    id,
    ...columns.map((column) => parameter(column, patch[column.name])),
  ])
}
