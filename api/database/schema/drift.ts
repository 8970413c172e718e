// Says where the tables that the migrations made differ from what the schemas say.
import { resources } from '../../../schemas/index.ts'
import type { Database } from '../server/source.ts'
import { definitionOf, foreignKeysOf } from './foreign-keys.ts'
import { type JoinTable, joinTablesOf } from './join-table.ts'

/** Constraints of a table by name, as PostgreSQL tells them, but for quotes. */
const constraintsOf = async (database: Database, table: string): Promise<Record<string, string>> => {
  const rows = await database.query<{ name: string; definition: string }>(
    `select conname as name, replace(pg_get_constraintdef(oid), '"', '') as definition
     from pg_constraint where conrelid = to_regclass(quote_ident($1)) and contype in ('f', 'u', 'c') order by 1`,
    [table],
  )
  return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]))
}

const columnsOf = async (database: Database, table: string): Promise<Record<string, string>> => {
  const rows = await database.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) || case when attnotnull then ' not null' else '' end as type
     from pg_attribute where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped`,
    [table],
  )
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]))
}

/** What is there beside what should be, each as one sentence. */
const differences = (
  table: string,
  kind: 'column' | 'constraint',
  found: Record<string, string>,
  wanted: Record<string, string>,
): string[] => [
  ...Object.entries(wanted).flatMap(([name, it]) =>
    found[name] === it ? [] : [`The table ${table} has no ${kind} ${name}: ${it}.`],
  ),
  ...Object.keys(found).flatMap((name) =>
    name in wanted ? [] : [`The table ${table} has a ${kind} ${name} that no schema asks for.`],
  ),
]

const ofJoinTable = async (database: Database, { name, columns, constraints }: JoinTable) => [
  ...differences(name, 'column', await columnsOf(database, name), columns),
  ...differences(name, 'constraint', await constraintsOf(database, name), constraints),
]

/**
 * Statements or sentences, none when both agree. TypeORM sees all but join tables and which column a deletion sets to
 * null. Collations, checks of shape and NULLS NOT DISTINCT have tests.
 */
export const drift = async (database: Database): Promise<string[]> => {
  const { upQueries } = await database.source.driver.createSchemaBuilder().log()
  const found: string[] = upQueries.map(({ query }) => query)
  for (const resource of resources) {
    const constraints = await constraintsOf(database, resource.name)
    for (const it of foreignKeysOf(resource)) {
      if (it.onDelete !== 'SET NULL' || constraints[it.name] === definitionOf(it)) continue
      found.push(`The table ${resource.name} has no constraint ${it.name}: ${definitionOf(it)}.`)
    }
    for (const it of joinTablesOf(resource)) found.push(...(await ofJoinTable(database, it)))
  }
  return found
}
