// Writes rows of a resource's table, with the types its schema gives.
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import { columnsOf, isDeletedLater, type TableColumn } from '../../schema/columns.ts'
import type { Session } from '../../server/session.ts'
import { newId } from './new-id.ts'

const chosen = (resource: Resource, row: Row) =>
  columnsOf(resource)
    .map(({ name }) => name)
    .filter((name) => name in row)

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

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
  ...(resource.clustered && { cluster_generation: 1 }),
  ...(isDeletedLater(resource) && { force: false }),
})

const carried = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

/** Rows as JSON carries them to `jsonb_populate_recordset`, which knows the type of each column. */
const recordset = (names: readonly string[], rows: readonly Row[]) =>
  JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, carried(row[name])]))))

const insertion = ({ name: table }: Resource, names: readonly string[]) =>
  `insert into "${table}" (${quoted(names)})
   select ${quoted(names)} from jsonb_populate_recordset(null::"${table}", $1)`

/** Rows with the same columns, in one statement. */
export const insertRows = async (session: Session, resource: Resource, rows: readonly Row[]) => {
  if (rows.length === 0) return
  const names = chosen(resource, rows[0]!)
  await session.run(insertion(resource, names), [recordset(names, rows)])
}

/** The same for those that conflict with no other row; answers the ids of the others. */
export const insertFree = async (
  session: Session,
  resource: Resource,
  rows: readonly Row[],
): Promise<ReadonlySet<unknown>> => {
  if (rows.length === 0) return new Set()
  const names = chosen(resource, rows[0]!)
  const text = `${insertion(resource, names)} on conflict do nothing`
  if ((await session.run(text, [recordset(names, rows)])) === rows.length) return new Set()
  const ids = rows.map(({ id }) => id)
  const stored = await session.query<{ id: string }>(`select id from "${resource.name}" where id = any($1)`, [
    ids,
  ])
  return new Set(ids).difference(new Set<unknown>(stored.map(({ id }) => id)))
}

/** Sets the same columns of several rows, in one statement; answers how many there are. */
export const updateRows = async (
  session: Session,
  resource: Resource,
  columns: ReadonlySet<string>,
  rows: readonly Row[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const names = chosen(resource, rows[0]!).filter((name) => columns.has(name))
  return session.run(
    `update "${resource.name}" t set ${names.map((name) => `"${name}" = written."${name}"`).join(', ')}
     from jsonb_populate_recordset(null::"${resource.name}", $1) written
     where t.id = any($2) and t.id = written.id`,
    [recordset(['id', ...names], rows), rows.map(({ id }) => id)],
  )
}
