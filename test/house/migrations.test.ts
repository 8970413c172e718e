// Migrations: how their files are called, and that none changes after databases have run it.
import { expect } from 'chai'
import { migrationFiles } from '../../api/database/schema/migrate.ts'
import { resources } from '../../schemas/index.ts'
import { section } from '../support/baseline/section.ts'
import { files, read } from '../support/sources.ts'

const folder = 'api/database/schema/migrations/'

/** Tables of no resource. */
const others = [
  'idempotency_key',
  'revoked_token',
  'placement',
  'workspace_provider_status',
  'reconcile_queue',
  'provider_lease',
  'replica',
]
const tables = [...resources.map(({ name }) => name), ...others]

const numberOf = (file: string) => file.slice(0, 4)
const baseline = read('test/api/database/schema/baseline.sql')
const applied = [...baseline.matchAll(/^-- (\d{4}_\w+\.ts)$/gm)].map((it) => it[1]!)

describe('migrations', () => {
  let all: Awaited<ReturnType<typeof migrationFiles>>
  before(async () => {
    all = await migrationFiles()
  })

  it('are called NNNN_<noun>.ts where they make a table, and NNNN_<noun>_<what>.ts where they change one', () => {
    const named = new RegExp(`^\\d{4}_(${tables.join('|')})(_[a-z0-9_]+)?\\.ts$`)
    const names = files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
    expect(names.filter((it) => !named.test(it))).to.deep.equal([])
  })

  it('have a number each', () => {
    const numbers = all.map(({ file }) => numberOf(file))
    expect(numbers.filter((it, at) => numbers.indexOf(it) !== at)).to.deep.equal([])
  })

  it('stay as databases have run them: a change of a table is a new migration', () => {
    expect(applied.length).to.be.greaterThan(tables.length / 2)
    const changed = all.filter((it) => applied.includes(it.file) && !baseline.includes(`${section(it)}\n`))
    const late = all.filter(({ file }) => !applied.includes(file) && file < applied.at(-1)!)
    const gone = applied.filter((it) => !all.some(({ file }) => file === it))
    const next = String(Number(numberOf(all.at(-1)!.file)) + 1).padStart(4, '0')
    expect(
      [...[...changed, ...late].map(({ file }) => file), ...gone],
      `leave these as databases have run them, and write the change as ${next}_<noun>_<what>.ts`,
    ).to.deep.equal([])
  })
})
