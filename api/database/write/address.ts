// Finds the rows that addresses name, and the organizations they are inside, before anything is locked.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { type ApiError, apiError } from '../../errors.ts'
import { targetSql } from '../../permissions/target-of.ts'
import { calledBy, callOf, fromOf, isInside, locate } from '../read/address.ts'
import { type Item, type Stage, standing } from './line.ts'

/** A PUT of a key is answered here only with `If-Match`, which nothing fulfils where nothing is (RFC 9110, 13.1.1). */
export const missing = (resource: Resource, { address, complete }: Item): ApiError => {
  const key = address.join('/')
  if (!complete || resource.singleton)
    return apiError('not_found', `The ${resource.name} \`${key}\` does not exist.`)
  return apiError(
    'stale',
    `No ${resource.name} has the key \`${key}\`, so \`If-Match\` matches nothing. To create the object, leave out \`If-Match\`.`,
  )
}

type Found = { at: number; id: string; place: string | null; called: string }

/** One statement for all addresses of one form, whose parts are `$1`, `$2` … in its condition. */
const statement = (resource: Resource, where: string, parts: number) => {
  const names = Array.from({ length: parts }, (_, part) => `part_${part + 1}`)
  const columns = isInside(resource)
    ? `t.organization_id as place, ${callOf(resource, 'organization')} as called`
    : `null as place, ${resource.key.length === 0 ? 't.id' : `t."${calledBy(resource)}"`} as called`
  return `select asked.at::integer, ${targetSql(resource)}, ${columns} from ${fromOf(resource)}
    join unnest(${names.map((_, part) => `$${part + 1}::text[]`).join(', ')}) with ordinality
      as asked(${names.join(', ')}, at) on ${where.replaceAll(/\$(\d+)/g, 'asked.part_$1')}`
}

export const address: Stage = async (batch) => {
  const { resource, session } = batch
  const forms = Map.groupBy(standing(batch), (item) => locate(resource, item.address)?.where)
  for (const [where, items] of forms) {
    const addresses = items.map((item) => item.address)
    const parts = addresses[0]!.map((_, part) => addresses.map((it) => it[part]))
    const rows =
      where === undefined ? [] : await session.query<Found>(statement(resource, where, parts.length), parts)
    for (const { at, ...target } of rows) {
      const { id, place, called } = target
      Object.assign(items[at - 1]!, { id, place, target })
      session.take(isInside(resource) ? 'organization' : resource.name, called)
    }
    for (const item of items) if (item.id === '') item.refusal = missing(resource, item)
  }
}
