// Deletes the rows that no cluster holds anything of, and marks the others as going.
import { isDeletedLater } from '../../schema/columns.ts'
import { type Batch, type Item, type Stage, standing } from '../line.ts'
import { entries, isGoing, requestDeletions } from './deletion.ts'

/**
 * The ids of the rows that a cluster may hold something of. Entries that none was ever asked for go at once, since
 * their clusters may never be in reach; all of them are locked, so that none is touched meanwhile.
 */
const idsInClusters = async ({ session, resource }: Batch, items: readonly Item[]): Promise<Set<string>> => {
  if (!isDeletedLater(resource)) return new Set()
  const column = resource.name === entries ? 'id' : `${resource.name}_id`
  const rows = await session.query<{ id: string; owner: string; touched: boolean }>(
    `select id, ${column} as owner, touched_at is not null as touched from ${entries}
     where ${column} = any($1) order by id collate "C" for update`,
    [items.map(({ id }) => id)],
  )
  const untouched = rows.filter(({ touched }) => !touched).map(({ id }) => id)
  if (untouched.length > 0) await session.run(`delete from ${entries} where id = any($1)`, [untouched])
  const touched = items.filter(({ before }) => (before!.touched_at ?? null) !== null)
  return new Set([
    ...touched.map(({ id }) => id),
    ...rows.filter((row) => row.touched).map(({ owner }) => owner),
  ])
}

/** Repeatable: what is going already only learns of `force`. */
export const remove: Stage = async (batch) => {
  const { resource, session } = batch
  const items = standing(batch)
  if (items.length === 0) return
  const held = await idsInClusters(batch, items)
  const gone = items.filter(({ id }) => !held.has(id))
  await session.run(`delete from "${resource.name}" where id = any($1)`, [gone.map(({ id }) => id)])
  for (const item of gone) item.answer = 'gone'
  const marks = standing(batch).flatMap(({ id, force, before }) => {
    const forced = force === true || before!.force_destroy === true
    return isGoing(before!) && !(forced && !before!.force) ? [] : [{ id, force: forced }]
  })
  await requestDeletions(session, resource, marks)
}
