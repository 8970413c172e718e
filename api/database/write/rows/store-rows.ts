// Stores rows and their sets: inserts those that are new, and updates of the others what really differs.
import { uniqueIn } from '../../../../schemas/place.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import { columnName } from '../../schema/columns.ts'
import { type Batch, type Item, type Stage, standing } from '../line.ts'
import { isGoing, markForced } from './deletion.ts'
import { insertFree, updateRows } from './rows.ts'
import { writeSets } from './sets.ts'

const keyOf = (resource: Resource, row: Row) =>
  uniqueIn(resource)
    .map((part) => row[columnName(part, resource.attributes[part]!)] ?? '')
    .join('/')

/** In order of their keys: two lists that want the same keys wait for each other at the first of them. */
const inKeyOrder = (resource: Resource, rows: readonly Row[]) =>
  rows
    .map((row) => ({ row, key: keyOf(resource, row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)

const insertNew = async ({ session, resource }: Batch, items: readonly Item[]) => {
  const rows = items.map(({ after }) => after)
  const conflicting = await insertFree(session, resource, inKeyOrder(resource, rows))
  for (const item of items) if (conflicting.has(item.id)) item.conflicts = true
  await writeSets(
    session,
    resource,
    items.filter(({ conflicts }) => !conflicts),
  )
}

/** The columns of what differs, and those that rules fill in. */
const columnsOfChange = (resource: Resource, { before, after, changed }: Item) => [
  ...[...changed].map((name) => columnName(name, resource.attributes[name]!)),
  ...Object.keys(rulesOf(resource).columns ?? {}).filter((it) => after[it] !== before![it]),
]

const updateChanged = async ({ session, resource }: Batch, items: readonly Item[]) => {
  const updated_at = new Date().toISOString()
  for (const item of items.filter(({ replay }) => !replay)) {
    const generation = (item.before!.generation as number) + 1
    const reached = rulesOf(resource).reaches?.some((it) => item.changed.has(it))
    item.after = { ...item.after, generation, updated_at, ...(reached && { cluster_generation: generation }) }
  }
  const columns = new Set(items.flatMap((item) => columnsOfChange(resource, item)))
  await updateRows(
    session,
    resource,
    columns.union(new Set(['generation', 'updated_at', 'cluster_generation'])),
    items.map(({ after }) => after),
  )
  await writeSets(session, resource, items)
  const forced = items.filter(({ before, changed }) => isGoing(before!) && changed.has('force_destroy'))
  await markForced(
    session,
    resource,
    forced.map(({ id, after }) => ({ id, force: after.force_destroy === true })),
  )
}

export const storeRows: Stage = async (batch) => {
  const items = standing(batch)
  await insertNew(
    batch,
    items.filter(({ before, takes }) => !before && !takes),
  )
  await updateChanged(
    batch,
    items.filter(({ before, changed }) => before && changed.size > 0),
  )
}
