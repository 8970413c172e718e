// Lists the objects of one resource: one page, filtered and in order, in one statement; and their number.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { asSql } from '../../permissions/as-sql.ts'
import { grantsOf } from '../../permissions/grants-of.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Database } from '../server/source.ts'
import { fromOf } from './address.ts'
import { conditionsOf, type Filters } from './filter.ts'
import { behind, cursorBehind, orderBy, type Sort } from './order.ts'
import { selectOf } from './read.ts'
import { type Representation, type RepresentationRow, representationOf } from './representation.ts'

export type Listing = {
  filters: Filters
  limit: number
  /** `key` unless given. */
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

type Conditions = { where: string[]; values: unknown[] }

const narrow = (database: Database, resource: Resource, listing: Listing): Conditions => {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const where = conditionsOf(database, resource, listing.filters, place)
  const permitted = asSql(grantsOf(listing.actor), 'list', resource, place)
  return { where: permitted === undefined ? where : [permitted, ...where], values }
}

const countOf = async (database: Database, resource: Resource, { where, values }: Conditions) => {
  const text = `select count(*)::integer as total_count from ${fromOf(resource)} where ${where.join(' and ') || 'true'}`
  const [row] = await database.query<{ total_count: number }>(text, values)
  return row!
}

/** A page in the order asked for. It continues behind a row, so that writes meanwhile move nothing else. */
export const list = async (database: Database, resource: Resource, listing: Listing): Promise<Page> => {
  const conditions = narrow(database, resource, listing)
  const { sort = 'key' } = listing
  const counted = listing.count ? await countOf(database, resource, conditions) : {}
  const { where, values } = conditions
  if (listing.cursor !== undefined) {
    where.push(behind(resource, sort, listing.cursor, (value) => `$${values.push(value)}`))
  }
  // Written out, because a prepared statement that does not know how few rows are wanted sorts all of them.
  const limit = Math.trunc(listing.limit) + 1
  const rows = await database.query<RepresentationRow>(
    `${selectOf(database, resource)}
     where ${where.join(' and ') || 'true'} ${orderBy(resource, sort)} limit ${limit}`,
    values,
  )
  const page = rows.slice(0, listing.limit)
  const more = rows.length > listing.limit
  return {
    items: page.map(representationOf),
    next_cursor: more ? cursorBehind(page.at(-1)!, sort) : null,
    ...counted,
  }
}
