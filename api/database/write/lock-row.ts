// Locks the row that an address names, before any stage reads it.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { targetSql } from '../../permissions/target-of.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor } from '../../resources/rules.ts'
import { calledBy, callOf, fromOf, isInside, locate } from '../read/address.ts'
import { columnsOf } from '../schema/columns.ts'
import type { Transaction } from '../server/transaction.ts'
import { refuseForbidden } from './refuse-forbidden.ts'
import { lockUsers } from './users.ts'

/** A PUT of a key is answered here only with `If-Match`, which nothing fulfils where nothing is (RFC 9110, 13.1.1). */
const missing = (resource: Resource, address: readonly string[], complete: boolean) => {
  const key = address.join('/')
  if (!complete || resource.singleton)
    return apiError('not_found', `The ${resource.name} \`${key}\` does not exist.`)
  return apiError(
    'stale',
    `No ${resource.name} has the key \`${key}\`, so \`If-Match\` matches nothing. To create the object, leave out \`If-Match\`.`,
  )
}

type Locking = { actor: Actor; action: 'update' | 'delete'; ifMatch?: number; complete?: boolean }

/**
 * The row of an address, locked; its organization before it. Nobody waits for a row that they may not write. Throws
 * `not_found`, `forbidden` and `stale`.
 */
export const lockRow = async (
  session: Transaction,
  resource: Resource,
  address: readonly string[],
  { actor, action, ifMatch, complete = false }: Locking,
): Promise<Row> => {
  const place = locate(resource, address)
  if (!place) throw missing(resource, address, complete)
  const inside = isInside(resource)
  const called = resource.singleton ? 't.id' : `t."${calledBy(resource)}"`
  const found = await session.query<{ id: string; organization_id: string; called: string }>(
    `select ${targetSql(resource)}, ${inside ? `t.organization_id, ${callOf(resource, 'organization')}` : called} as called
     from ${fromOf(resource)} where ${place.where}`,
    place.values,
  )
  if (!found[0]) throw missing(resource, address, complete)
  refuseForbidden(actor, action, resource, [found[0]])
  session.take(inside ? 'organization' : resource.name, found[0].called)
  if (inside) {
    const lock = 'select from organization where id = $1 for no key update'
    await session.run(lock, [found[0].organization_id])
  }
  if (rulesOf(resource).lookups?.writer) await lockUsers(session, actor.user, found[0].id)
  const columns = columnsOf(resource).map(({ name }) => `"${name}"`)
  const [row] = await session.query<Row>(
    `select ${columns.join(', ')} from "${resource.name}" where id = $1 for update`,
    [found[0].id],
  )
  if (!row) throw missing(resource, address, complete)
  if (ifMatch !== undefined && row.generation !== ifMatch) {
    throw apiError(
      'stale',
      `The ${resource.name} is at generation ${row.generation}, not ${ifMatch}. Read the object again, and repeat the change if it still applies.`,
    )
  }
  return row
}
