// Lists the objects of one resource: one page, filtered, in the order of the natural key, in one statement.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import type { Database } from '../server/source.ts'
import { keyExpressions } from './address.ts'
import { conditionsOf, type Filters } from './filter.ts'
import { markSeen, selectOf } from './read.ts'
import { type Representation, type RepresentationRow, representationOf } from './representation.ts'

export type Listing = {
  filters: Filters
  limit: number
  cursor?: string
  /** The id of a user: only the organizations this user belongs to. */
  onlyOrganizationsOf?: string
}

type Conditions = { where: string[]; values: unknown[] }

const narrow = (database: Database, resource: Resource, listing: Listing): Conditions => {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const where = conditionsOf(database, resource, listing.filters, place)
  if (listing.onlyOrganizationsOf && resource.name === 'organization') {
    where.push(
      `exists (select from org_membership m where m.organization_id = t.id and m.user_id = ${place(listing.onlyOrganizationsOf)})`,
    )
  }
  return { where, values }
}

const sealed = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

const opened = (resource: Resource, cursor: string): string[] => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const right = Array.isArray(key) && key.length > 0 && key.length === resource.key.length
    if (right && key.every((it) => typeof it === 'string' && !it.includes('\0'))) return key
  } catch {
    // What is not JSON was not made here either.
  }
  throw apiError('invalid', 'Give the `next_cursor` of the page before, from a list of the same kind.', {
    attribute: 'cursor',
  })
}

/** A page in the order of the natural key. It continues after a key, so that writes meanwhile move nothing. */
export const list = async (
  database: Database,
  resource: Resource,
  listing: Listing,
): Promise<{ items: Representation[]; next_cursor: string | null }> => {
  const { where, values } = narrow(database, resource, listing)
  const key = keyExpressions(resource)
  if (listing.cursor !== undefined) {
    const after = opened(resource, listing.cursor)
    const places = after.map((part) => `$${values.push(part)}`)
    where.push(`(${key.join(', ')}) > (${places.join(', ')})`)
  }
  // Written out, because a prepared statement that does not know how few rows are wanted sorts all of them.
  const limit = Math.trunc(listing.limit) + 1
  const rows = await database.query<RepresentationRow>(
    `${selectOf(database, resource)}
     where ${where.join(' and ') || 'true'}
     ${key.length > 0 ? `order by ${key.join(', ')}` : ''} limit ${limit}`,
    values,
  )
  const page = rows.slice(0, listing.limit)
  const fresh = page.filter(({ seen }) => !seen).map(({ id }) => id)
  if (listing.filters.id && fresh.length > 0) await markSeen(database, resource, fresh)
  const more = rows.length > listing.limit
  return { items: page.map(representationOf), next_cursor: more ? sealed(page.at(-1)!.key) : null }
}
