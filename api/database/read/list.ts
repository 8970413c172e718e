// Lists the objects of one resource: one page, filtered and in order, in one statement; and their number.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { asSql } from '../../permissions/as-sql.ts'
import { grantsOf } from '../../permissions/grants-of.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Database } from '../server/source.ts'
import { type Conditions, conditionsOf, type Filters } from './filter.ts'
import { cursorBehind, defaultSort, orderBy, positionOf, type Sort } from './order.ts'
import { pageIds } from './page-ids.ts'
import { selectOf } from './read.ts'
import { refersTo } from './referred.ts'
import { type Representation, type RepresentationRow, representationOf } from './representation.ts'

export type Listing = {
  filters: Filters
  limit: number
  /** `defaultSort` unless given. */
  sort?: Sort
  cursor?: string
  /** Whether to count all that fit the filters, on whatever page. */
  count?: boolean
  /** Who asks: the list shows what they may list. */
  actor: Actor
}

export type Page = {
  items: Representation[]
  next_cursor: string | null
  /** Only when asked for. */
  total_count?: number
}

type Narrowed = Conditions & { values: unknown[] }

const narrow = (database: Database, resource: Resource, listing: Listing): Narrowed => {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { where, referred } = conditionsOf(database, resource, listing.filters, bind)
  const permitted = asSql(grantsOf(listing.actor), 'list', resource, bind)
  return { where: permitted === undefined ? where : [permitted, ...where], referred, values }
}

const countOf = async (database: Database, resource: Resource, { where, referred, values }: Narrowed) => {
  const conditions = [...where, ...referred.map((it) => refersTo(resource, it, referred))]
  const text = `select count(*)::integer as total_count from "${resource.name}" t where ${conditions.join(' and ') || 'true'}`
  const [row] = await database.query<{ total_count: number }>(text, values)
  return row!
}

/** A page in the order asked for. It continues behind a row, so that writes meanwhile move nothing else. */
export const list = async (database: Database, resource: Resource, listing: Listing): Promise<Page> => {
  const conditions = narrow(database, resource, listing)
  const { sort = defaultSort(resource) } = listing
  const counted = listing.count ? await countOf(database, resource, conditions) : {}
  const { where, referred, values } = conditions
  const position = listing.cursor === undefined ? undefined : positionOf(resource, sort, listing.cursor)
  const after = position?.map((it) => `$${values.push(it)}`)
  // Written out, because a prepared statement that does not know how few rows are wanted sorts all of them.
  const limit = Math.trunc(listing.limit) + 1
  const ids = pageIds(resource, { sort, limit, where, referred, after })
  const rows = await database.query<RepresentationRow>(
    `${selectOf(database, resource)} where t.id = any(array(${ids})) ${orderBy(resource, sort)}`,
    values,
  )
  const page = rows.slice(0, listing.limit)
  const more = rows.length > listing.limit
  return {
    items: page.map(representationOf),
    next_cursor: more ? cursorBehind(resource, page.at(-1)!, sort) : null,
    ...counted,
  }
}
