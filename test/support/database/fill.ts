// Fills the table of every resource with rows by SQL: half of them in one parent, one in every second of the others.

import { columnsOf, type TableColumn } from '../../../api/database/schema/columns.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { resourceNamed, resources } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'

/** The row number `i` of a table has the same id on every call. */
const idOf = (resource: Resource, i: string) =>
  `('${resource.prefix}_' || substr(md5('${resource.name}' || (${i})), 1, 16))`

/** How many rows one parent has room for, where the key in it is made of choices. */
const roomIn = ({ key, attributes }: Resource) =>
  key.reduce((room, part) => {
    const { shape, presence } = attributes[part]!
    if (shape.kind === 'text' && shape.oneOf) return room * shape.oneOf.length
    return presence === 'optional' ? room : Number.POSITIVE_INFINITY
  }, 1)

const parentNumber = (resource: Resource, count: number) => {
  const room = roomIn(resource)
  return room < count
    ? `(i - 1) / ${room} + 1`
    : `case when i <= ${count / 2} then 1 else 2 * i - ${count} end`
}

const placeIds = (resource: Resource, count: number): Record<string, string> => {
  const { within } = resource
  if (!within) return {}
  const parent = idOf(within, parentNumber(resource, count))
  const above = columnsOf(within).filter(({ name }) => name.endsWith('_id') && name in columnNames(resource))
  return {
    ...Object.fromEntries(
      above.map(({ name }) => [name, `(select p.${name} from "${within.name}" p where p.id = ${parent})`]),
    ),
    [`${within.name}_id`]: parent,
  }
}

const columnNames = (resource: Resource) =>
  Object.fromEntries(columnsOf(resource).map((it) => [it.name, it.type]))

const columnValue = (resource: Resource, { name, type, nullable }: TableColumn): string => {
  const shape = resource.attributes[name.replace(/_id$/, '')]?.shape
  if (name === 'id') return idOf(resource, 'i')
  if (nullable) return 'null'
  if (shape?.kind === 'reference') return idOf(resourceNamed(shape.to), 'i')
  if (shape?.kind === 'text' && shape.oneOf) {
    return `(array[${shape.oneOf.map((it) => `'${it}'`)}])[i % ${shape.oneOf.length} + 1]`
  }
  const values: Record<TableColumn['type'], string> = {
    // The crowded parent comes first.
    text: "case i when 1 then 'a' else 'n-' || substr(md5(i::text), 1, 12) end",
    boolean: 'false',
    integer: '1',
    bigint: '1',
    jsonb: shape?.kind === 'set' ? "'[]'" : "'{}'",
    timestamptz: "timestamptz '2026-01-01' + i * interval '1 second'",
    bytea: 'sha256(i::text::bytea)',
    'text[]': "'{}'",
  }
  return values[type]
}

const depthOf = ({ within }: Resource): number => (within ? 1 + depthOf(within) : 0)

/** Adds so many rows to every table but those of singletons. */
export const fill = async (database: Database, count: number) => {
  const client = await database.connect()
  // Foreign keys are met in the end, in whatever order tables refer to each other; a parent is filled before its children.
  await client.query('set session_replication_role = replica')
  const tables = resources.filter(({ singleton }) => !singleton).toSorted((a, b) => depthOf(a) - depthOf(b))
  for (const resource of tables) {
    const places = placeIds(resource, count)
    const columns = columnsOf(resource)
    const values = columns.map((it) => places[it.name] ?? columnValue(resource, it))
    await client.query(
      `insert into "${resource.name}" (${columns.map(({ name }) => `"${name}"`)})
       select ${values.join(', ')} from generate_series(1, ${count}) i`,
    )
    await client.query(`analyze "${resource.name}"`)
  }
  await client.end()
}

/** The id of the parent that has half of the rows, where one parent has room for them. */
export const crowdedParent = async (database: Database, { name, within }: Resource) => {
  const [row] = await database.query<{ id: string }>(
    `select ${within!.name}_id as id from "${name}" group by 1 order by count(*) desc, 1 limit 1`,
  )
  return row!.id
}
