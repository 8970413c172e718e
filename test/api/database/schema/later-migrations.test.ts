// A database from before the later migrations, with a row of every table, opened by what is there now.
import { expect } from 'chai'
import { drift } from '../../../../api/database/schema/drift.ts'
import { type Database, openDatabase } from '../../../../api/database/server/source.ts'
import { openStore } from '../../../../api/database/store.ts'
import { system } from '../../../../api/resources/system.ts'
import { resources } from '../../../../schemas/index.ts'
import { restoredConfig } from '../../../support/database/database.ts'
import { read } from '../../../support/sources.ts'

const baseline = read('test/api/database/schema/baseline.sql')

/** How many rows the baseline has, by table. */
const rowsBefore = Object.groupBy(
  [...baseline.matchAll(/^insert into "(\w+)"/gm)].map((it) => it[1]!),
  (table) => table,
)

describe('a database from before the later migrations', () => {
  let database: Database
  before(async () => {
    database = await openDatabase(await restoredConfig(baseline))
  })
  after(() => database?.close())

  it('has the tables that the schemas ask for', async () => {
    expect(await drift(database)).to.deep.equal([])
  })

  it('leaves the workspaces of every provider what they may reach and do', async () => {
    const open = `egress = 'all' and pod_security = 'baseline' and cpu_ratio = 100`
    const found = await database.query(`select from workspace_provider where ${open}`)
    expect(found).to.have.length(rowsBefore.workspace_provider!.length)
  })

  for (const [table, rows = []] of Object.entries(rowsBefore))
    it(`keeps every row of ${table}`, async () => {
      const [row] = await database.query<{ count: number }>(`select count(*)::integer from "${table}"`)
      expect(row?.count).to.equal(rows.length)
    })

  for (const resource of resources.filter(({ name }) => name in rowsBefore))
    it(`answers every ${resource.name}, in its list and by its id`, async () => {
      const store = openStore(database)
      const { items } = await store.list(resource, { filters: {}, limit: 500, actor: system })
      expect(items).to.have.length(rowsBefore[resource.name]!.length)
      for (const { value, text } of items) {
        const found = await store.read(resource, [value.id as string], system)
        expect(found?.text).to.equal(text)
      }
    })
})
