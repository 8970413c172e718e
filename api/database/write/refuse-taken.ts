// Refuses a change that gives a row the key, or another unique value, that a second row has.
import { uniqueIn } from '../../../schemas/place.ts'
import type { ApiError } from '../../errors.ts'
import { calledBy } from '../read/address.ts'
import { LostRace } from './constraint.ts'
import { type Batch, type Item, type Stage, standing } from './line.ts'
import { isGoing } from './rows/deletion.ts'
import { deleting, refusalsFor, taken, takenValue, withKeysOf } from './rows/existing-row.ts'

/** A row that is gone meanwhile leaves to another try what it had. */
const said = (refusals: ReadonlyMap<string, ApiError>, id: string): ApiError => {
  const refusal = refusals.get(id)
  if (!refusal) throw new LostRace()
  return refusal
}

/** Refuses the items whose row has a value that is unique beyond the key, and that another row has. */
export const refuseTakenValues = async ({ session, resource }: Batch, items: readonly Item[]) => {
  for (const attribute of resource.unique ?? []) {
    const asking = items.filter(({ after, refusal }) => !refusal && (after[attribute] ?? null) !== null)
    if (asking.length === 0) continue
    const rows = await session.query<{ id: string; value: string }>(
      `select id, "${attribute}" as value from "${resource.name}" where "${attribute}" = any($1)`,
      [asking.map(({ after }) => after[attribute])],
    )
    const others = new Map(
      asking.map((item) => [
        item,
        rows.find(({ id, value }) => value === item.after[attribute] && id !== item.id),
      ]),
    )
    const ids = [...others.values()].flatMap((other) => other?.id ?? [])
    const refusals = await refusalsFor(session, resource, ids, takenValue(attribute))
    for (const [item, other] of others) if (other) item.refusal = said(refusals, other.id)
  }
}

/** Refuses the items whose key the row of that id has. */
export const refuseTakenKeys = async (
  { session, resource }: Batch,
  owners: ReadonlyMap<Item, { id: string }>,
  refusal = taken,
) => {
  const ids = [...owners.values()].map(({ id }) => id)
  const refusals = await refusalsFor(session, resource, ids, refusal)
  for (const [item, { id }] of owners) item.refusal = said(refusals, id)
}

export const refuseTaken: Stage = async (batch) => {
  const { resource, session } = batch
  const changing = (some: readonly string[]) =>
    standing(batch).filter(({ before, changed }) => before && some.some((it) => changed.has(it)))
  const renamed = changing(uniqueIn(resource))
  if (!resource.within) {
    for (const { after } of renamed) session.take(resource.name, after[calledBy(resource)] as string)
  }
  const rows = await withKeysOf(
    session,
    resource,
    renamed.map(({ after }) => after),
  )
  const owned = renamed.flatMap((item, index) => (rows[index] ? [[item, rows[index]] as const] : []))
  await refuseTakenKeys(batch, new Map(owned.filter(([, row]) => !isGoing(row))))
  await refuseTakenKeys(batch, new Map(owned.filter(([, row]) => isGoing(row))), deleting)
  await refuseTakenValues(batch, changing(resource.unique ?? []))
}
