// Writes the rows of a database as INSERT statements: the same text whenever the same was created.
import type { Database } from '../../../api/database/server/source.ts'

type Table = { table: string; columns: { name: string; type: string }[] }

/** In the order in which they were created, so that rows refer to rows above. */
const tablesOf = (database: Database) =>
  database.query<Table>(
    `select relname as table,
       json_agg(json_build_object('name', attname, 'type', atttypid::regtype) order by attnum) as columns
     from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
     group by c.oid, relname order by c.oid`,
  )

/** Every moment is the same one, and bytes tell where they stand: no secret was ever encrypted to them. */
const fixedValue = (table: string, { name, type }: Table['columns'][number]) => {
  const fixed: Record<string, string> = {
    'timestamp with time zone': `'2026-01-01 00:00:00+00'`,
    bytea: `sha256(convert_to('${table} ${name} ' || row_number() over (), 'UTF8'))::text`,
  }
  return `quote_nullable(case when "${name}" is not null then ${fixed[type] ?? `"${name}"::text`} end)`
}

const insertsInto = async (database: Database, { table, columns }: Table): Promise<string[]> => {
  const rows = await database.query<{ row: string }>(
    `select concat_ws(', ', ${columns.map((it) => fixedValue(table, it))}) as row from "${table}"`,
  )
  if (rows.length === 0) throw new Error(`The table ${table} has no row: create one in create-everything.ts.`)
  const names = columns.map(({ name }) => name).join(', ')
  return rows.map(({ row }) => `insert into "${table}" (${names})\n  values (${row});\n`)
}

/** Ids, what is shown of tokens, and digests of what holds ids. */
const drawn = /\b([a-z]{3}_)[a-z2-7]{16}\b|(?<=')(polder_)[\w-]{5}(?=')|(?<=')[\w-]{43}(?=')/g

const lettersOf = (count: number) => [...String(count)].map((it) => 'abcdefghij'[Number(it)]).join('')

/** Names what was drawn by its order in the text. */
const renamed = (text: string) => {
  const names = new Map<string, string>()
  return text.replaceAll(drawn, (it, ofId = '', ofToken = '') => {
    const prefix = ofId + ofToken
    const name = prefix + lettersOf(names.size + 1).padStart(it.length - prefix.length, 'a')
    names.set(it, names.get(it) ?? name)
    return names.get(it)!
  })
}

const blank = (row: string) => row.replaceAll(drawn, '')
const inOrder = (rows: string[]) => rows.toSorted((a, b) => (blank(a) < blank(b) ? -1 : 1))

export const insertsOf = async (database: Database): Promise<string> => {
  const rows: string[] = []
  for (const table of await tablesOf(database)) rows.push(...inOrder(await insertsInto(database, table)))
  return renamed(rows.join(''))
}
