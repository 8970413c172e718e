// Lists of what lives inside something else read little of a table of 20,000 rows, and show each row once, in order.
import { expect } from 'chai'
import { fromOf, keyExpressions } from '../../../../api/database/read/address.ts'
import type { Filters } from '../../../../api/database/read/filter.ts'
import { type Listing, list } from '../../../../api/database/read/list.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Actor } from '../../../../api/resources/rules.ts'
import { resources } from '../../../../schemas/index.ts'
import { topOf } from '../../../../schemas/place.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { crowdedParent, fill } from '../../../support/database/fill.ts'
import { rowsRead } from '../../../support/database/rows-read.ts'
import { openWriter } from '../../../support/database/writer.ts'

const rows = 20_000
/** For a page of 100: what is looked at to choose a plan, and what is met on the way to the page. */
const most = 6_000

describe('a long list', function () {
  this.timeout(120_000)
  let database: Database
  let actor: Actor
  before(async () => {
    const writer = await openWriter()
    database = writer.database
    actor = writer.how.actor
    await fill(database, rows)
  })
  after(() => database.close())

  const pages = async (resource: Resource, listing: Partial<Listing>, count = Number.POSITIVE_INFINITY) => {
    const ids: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < count; page++) {
      const found = await list(database, resource, { actor, filters: {}, limit: 500, ...listing, cursor })
      ids.push(...found.items.map(({ value }) => value.id as string))
      if (found.next_cursor === null) break
      cursor = found.next_cursor
    }
    return { ids, cursor }
  }

  const inOrder = async (resource: Resource, way: string) => {
    const by = keyExpressions(resource).map((it) => `${it} ${way}`)
    const found = await database.query<{ id: string }>(
      `select t.id from ${fromOf(resource)} order by ${by.join(', ')}`,
    )
    return found.map(({ id }) => id)
  }

  for (const resource of resources.filter(({ within, key }) => within && key.length > 0)) {
    describe(`of ${resource.name}`, () => {
      const within = resource.within!
      const parent = within.name
      let byName: Filters
      let byId: Filters
      before(async () => {
        const id = await crowdedParent(database, resource)
        const [found] = await database.query<{ key: string[] }>(
          `select array[${keyExpressions(within)}]::text[] as key from ${fromOf(within)} where t.id = $1`,
          [id],
        )
        byId = { [parent]: [id] }
        // What is called by a path has the same name elsewhere.
        const [top = '', ...path] = found!.key
        byName =
          path.length > 0 ? { [topOf(within)!.name]: [top], [parent]: [path.join('/')] } : { [parent]: [top] }
      })

      const cases: [string, () => Promise<Partial<Listing>>][] = [
        ['the first page', async () => ({})],
        ['the first page backwards', async () => ({ sort: '-key' })],
        ['a deep page', async () => ({ cursor: (await pages(resource, {}, 9)).cursor })],
        [
          'a deep page backwards',
          async () => ({ sort: '-key', cursor: (await pages(resource, { sort: '-key' }, 30)).cursor }),
        ],
        [`one ${parent} by name`, async () => ({ filters: byName })],
        [`one ${parent} by id`, async () => ({ filters: byId })],
        [
          `a deep page of one ${parent}`,
          async () => ({ filters: byName, cursor: (await pages(resource, { filters: byName }, 9)).cursor }),
        ],
      ]
      for (const [title, listing] of cases) {
        it(`reads little and sorts little for ${title}`, async () => {
          const asked = { actor, filters: {}, limit: 100, ...(await listing()) }
          for (const mode of ['custom', 'generic'] as const) {
            const { tables, mostSorted } = await rowsRead(database, mode, (it) => list(it, resource, asked))
            for (const [table, read] of Object.entries(tables)) {
              expect(read, `${mode} plan, rows of ${table}`).to.be.below(most)
            }
            expect(mostSorted, `${mode} plan, rows sorted`).to.be.below(1_500)
          }
        })
      }

      for (const [sort, way] of [
        ['key', 'asc'],
        ['-key', 'desc'],
      ] as const) {
        it(`shows every row once by ${sort}`, async () => {
          expect((await pages(resource, { sort })).ids).to.deep.equal(await inOrder(resource, way))
        })
      }
    })
  }
})
