// Finds the rows that addresses name, and the places they are in, before anything is locked.
import { naturalKey, placeAttribute, topOf } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { type ApiError, apiError, notFound } from '../../errors.ts'
import { isHeldEverywhere } from '../../permissions/permit.ts'
import { targetSql } from '../../permissions/target-of.ts'
import { calledBy, callOf, fromOf, locate } from '../read/address.ts'
import { type Batch, type Body, type Item, type Stage, standing } from './line.ts'

/** A PUT of a key is answered here only with `If-Match`, which nothing fulfils where nothing is (RFC 9110, 13.1.1). */
export const missing = (resource: Resource, { address, complete }: Item): ApiError => {
  if (!complete || resource.singleton) return notFound(resource.name, address)
  const key = address.join('/')
  return apiError(
    'stale',
    `No ${resource.name} has the key \`${key}\`, so \`If-Match\` matches nothing. To create the object, leave out \`If-Match\`.`,
  )
}

type Found = { at: number; id: string; top: string | null; place: string | null; called: string }

/** One statement for all addresses of one form, whose parts are `$1`, `$2` … in its condition. */
const statement = (resource: Resource, where: string, parts: number) => {
  const names = Array.from({ length: parts }, (_, part) => `part_${part + 1}`)
  const [place, top] = [placeAttribute(resource), topOf(resource)]
  const own = resource.key.length === 0 || resource.within ? 't.id' : `t."${calledBy(resource)}"`
  const columns = [
    top ? `t."${top.name}_id" as top` : 'null as top',
    place ? `t."${place}_id" as place` : 'null as place',
    `${place ? callOf(resource, place) : own} as called`,
  ]
  return `select asked.at::integer, ${targetSql(resource)}, ${columns.join(', ')} from ${fromOf(resource)}
    join unnest(${names.map((_, part) => `$${part + 1}::text[]`).join(', ')}) with ordinality
      as asked(${names.join(', ')}, at) on ${where.replaceAll(/\$(\d+)/g, 'asked.part_$1')}`
}

const findTargets = async ({ resource, session }: Batch, items: readonly Item[]) => {
  const forms = Map.groupBy(items, (item) => locate(resource, item.address)?.where)
  for (const [where, alike] of forms) {
    if (where === undefined) continue
    const addresses = alike.map((item) => item.address)
    const parts = addresses[0]!.map((_, part) => addresses.map((it) => it[part]))
    const rows = await session.query<Found>(statement(resource, where, parts.length), parts)
    for (const { at, ...target } of rows) alike[at - 1]!.target = target
  }
}

export const address: Stage = async (batch) => {
  const items = standing(batch)
  await findTargets(batch, items)
  for (const item of items) {
    const { target } = item
    if (target) Object.assign(item, { id: target.id, top: target.top, place: target.place })
    else item.refusal = missing(batch.resource, item)
  }
}

/** What the body of a PUT says of its key, as an address: references in it are paths. */
const addressIn = (resource: Resource, body: Body) =>
  naturalKey(resource).flatMap((part) => (typeof body[part] === 'string' ? body[part].split('/') : []))

/** Finds the rows that have the keys of a PUT already, where it depends on the row who may write it. */
export const addressExisting: Stage = async (batch) => {
  const { resource, actor } = batch
  if (isHeldEverywhere(actor, 'update', resource)) return
  const items = standing(batch)
  for (const item of items) item.address = addressIn(resource, item.body)
  await findTargets(batch, items)
}
