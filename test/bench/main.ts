// `npm run bench -- [terraform|rest] [--json]`: how fast, as ratios against a named floor taken in one run.
import { parseArgs } from 'node:util'
import { type Row, table } from './measure.ts'
import { rest } from './rest.ts'
import { terraform } from './terraform.ts'

const benches: Record<string, () => Promise<Row[]>> = { terraform, rest }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.filter((it) => !(it in benches))
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const rows: Row[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(benches))
  rows.push(...(await benches[name]!()))
console.log(values.json ? JSON.stringify(rows, null, 2) : table(rows))
process.exit(0)
