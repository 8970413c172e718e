// How many rows PostgreSQL reads for a list, table by table: of the plan for these values, and of the one for any.
import type { Database } from '../../../api/database/server/source.ts'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Node[]
}
export type RowsRead = { tables: Record<string, number>; mostSorted: number }

const count = (plan: Node): RowsRead => {
  const tables: Record<string, number> = {}
  let mostSorted = 0
  const visit = (node: Node) => {
    const rows = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)
    const table = node['Relation Name']
    if (table) tables[table] = Math.round((tables[table] ?? 0) + rows * node['Actual Loops'])
    for (const it of node.Plans ?? []) {
      if (node['Node Type'].endsWith('Sort')) mostSorted = Math.max(mostSorted, it['Actual Rows'])
      visit(it)
    }
  }
  visit(plan)
  return { tables, mostSorted }
}

const literal = (value: unknown): string =>
  Array.isArray(value) ? `array[${value.map(literal)}]::text[]` : `'${String(value).replaceAll("'", "''")}'`

/** `mode` says for which values PostgreSQL plans: a prepared statement has a generic plan from its sixth execution on. */
export const rowsRead = async (
  database: Database,
  mode: 'custom' | 'generic',
  ask: (database: Database) => Promise<unknown>,
): Promise<RowsRead> => {
  const asked: { text: string; values: readonly unknown[] }[] = []
  const query: Database['query'] = (text, values = []) => {
    asked.push({ text, values })
    return database.query(text, values)
  }
  await ask({ ...database, query })
  const { text, values } = asked.at(-1)!
  const client = await database.connect()
  try {
    await client.query(`set plan_cache_mode = force_${mode}_plan`)
    await client.query(`prepare asked as ${text}`)
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(`explain (analyze, timing off, format json) execute asked${given}`)
    return count(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.end()
  }
}
