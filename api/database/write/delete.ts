// Deletes a row; where a cluster has seen it, marks it as going and leaves the rest to the reconciler.
import { pluralOf, resources } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError, type Blocker } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor } from '../../resources/rules.ts'
import { fromOf, keyExpressions, referencesOf } from '../read/address.ts'
import { readById } from '../read/read.ts'
import { type Representation, representationOf } from '../read/representation.ts'
import { isDeletedLater } from '../schema/columns.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { checkRules } from './check-rules.ts'
import { entries, isGoing, requestDeletion } from './deletion.ts'
import { lockRow } from './lock-row.ts'

export type Deletion = { actor: Actor; force: boolean; ifMatch?: number }

/** What stands in the way, of each kind at most 20 by name and all of them counted. */
const blockersOf = async (session: Session, resource: Resource, id: unknown): Promise<Blocker[]> => {
  const blockers: Blocker[] = []
  for (const other of resources) {
    const columns = referencesOf(other)
      .filter(({ attribute, to }) => to.name === resource.name && rulesOf(other).blocks?.includes(attribute))
      .map(({ attribute }) => `t.${attribute}_id = $1`)
    if (columns.length === 0 || other.singleton) continue
    const rows = await session.query<{ id: string; name: string; count: number }>(
      `select t.id, concat_ws('/', ${keyExpressions(other).join(', ')}) as name, count(*) over ()::integer as count
       from ${fromOf(other)} where ${columns.join(' or ')} order by 2 limit 20`,
      [id],
    )
    if (rows[0]) {
      const items = rows.map((row) => ({ id: row.id, name: row.name }))
      blockers.push({ resource: other.name, count: rows[0].count, items })
    }
  }
  return blockers
}

const inWords = ({ resource, count, items }: Blocker) => {
  const kind = resources.find(({ name }) => name === resource)!
  const names = items.map(({ name }) => `\`${name}\``).join(', ')
  return `${count} ${count === 1 ? resource : pluralOf(kind)} (${names}${count > items.length ? ', …' : ''})`
}

/**
 * Whether a cluster may hold anything of the row. Entries that none was ever asked for go at once, since their clusters
 * may never be in reach; all of them are locked, so that none is touched meanwhile.
 */
const isInCluster = async (session: Session, resource: Resource, row: Row): Promise<boolean> => {
  if (!isDeletedLater(resource)) return false
  const column = resource.name === entries ? 'id' : `${resource.name}_id`
  const rows = await session.query<{ id: string; touched: boolean }>(
    `select id, touched_at is not null as touched from ${entries} where ${column} = $1 order by id for update`,
    [row.id],
  )
  const untouched = rows.filter(({ touched }) => !touched).map(({ id }) => id)
  await session.run(`delete from ${entries} where id = any($1)`, [untouched])
  return (row.touched_at ?? null) !== null || rows.length > untouched.length
}

/** Within a transaction. Repeatable: what is going already only learns of `force`. */
export const deleteIn = async (
  database: Database,
  session: Transaction,
  resource: Resource,
  address: readonly string[],
  { actor, force, ifMatch }: Deletion,
): Promise<'gone' | Representation> => {
  if (resource.singleton) {
    throw apiError('singleton', `There is always exactly one ${resource.name}. Update it instead.`)
  }
  const row = await lockRow(session, resource, address, { actor, action: 'delete', ifMatch })
  const forced = force || row.force_destroy === true
  const going = isGoing(row)
  if (!going) {
    const nothing = { changed: new Set<string>(), sets: {}, secrets: {} }
    await checkRules(database, session, resource, {
      verb: 'delete',
      actor,
      before: row,
      after: row,
      ...nothing,
    })
    const blockers = await blockersOf(session, resource, row.id)
    if (blockers.length > 0) {
      const detail = `The ${resource.name} still has ${blockers.map(inWords).join(' and ')}. Delete those first.`
      throw apiError('in_use', detail, { blockers })
    }
  }
  if (!(await isInCluster(session, resource, row))) {
    await session.run(`delete from "${resource.name}" where id = $1`, [row.id])
    return 'gone'
  }
  if (!going || (forced && !row.force)) await requestDeletion(session, resource, row, forced)
  return representationOf((await readById(database, session, resource, row.id as string))!)
}
