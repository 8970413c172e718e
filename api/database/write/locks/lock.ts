// Locks the places of a write, and later its rows, before anything is judged by them.
import { placeAttribute, placeNoun } from '../../../../schemas/place.ts'
import type { Row } from '../../../../schemas/types.ts'
import { apiError } from '../../../errors.ts'
import { isStillAt } from '../../read/address.ts'
import { columnsOf } from '../../schema/columns.ts'
import { missing } from '../address.ts'
import { LostRace } from '../constraint.ts'
import { each, type Stage, standing } from '../line.ts'
import { resolveTo } from './resolve.ts'
import { lockOwners } from './users.ts'

/** Those that rows are inside, and those that bodies name. */
export const lockPlaces: Stage = async (batch) => {
  const { resource, session } = batch
  const items = standing(batch)
  for (const { target, place } of items) {
    if (target) session.take(place === null ? resource.name : placeNoun().name, target.called as string)
  }
  const places = items.flatMap(({ place }) => place ?? [])
  await resolveTo(batch, placeNoun(), places)
  const attribute = placeAttribute(resource)
  if (!attribute) return
  for (const item of standing(batch)) item.place ??= item.found[attribute]!.id
}

/**
 * The rows themselves, as they are once nobody else writes them. Throws a lost race where one was renamed meanwhile:
 * looked for again, its address finds nothing, or whoever has the name now.
 */
export const lockRows: Stage = async (batch) => {
  const { resource, session } = batch
  const ids = standing(batch).map(({ id }) => id)
  if (ids.length === 0) return
  await lockOwners(batch, standing(batch))
  const columns = columnsOf(resource).map(({ name }) => `"${name}"`)
  const rows = await session.query<Row & { id: string }>(
    `select ${columns.join(', ')} from "${resource.name}" where id = any($1) order by id collate "C" for update`,
    [ids],
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  await each(batch, (item) => {
    const { id, address, ifMatch } = item
    const row = found.get(id)
    if (!row) throw missing(resource, item)
    if (!isStillAt(resource, address, row)) throw new LostRace()
    if (ifMatch !== undefined && row.generation !== ifMatch) {
      throw apiError(
        'stale',
        `The ${resource.name} is at generation ${row.generation}, not ${ifMatch}. Read the object again, and repeat the change if it still applies.`,
      )
    }
    item.before = row
    item.after = row
  })
}
