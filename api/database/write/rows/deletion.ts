// Lets go of rows: at once where no cluster was asked for anything of theirs, else when the clusters have let go.
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import { areOf, placementKey } from '../../../resources/placements.ts'
import { isDeletedLater } from '../../schema/columns.ts'
import type { Session } from '../../server/session.ts'
import type { Item } from '../line.ts'
import { type Mark, marked, relationsOf, valuesOf } from './relations.ts'

/** Whoever deletes again tells at most to give up on clusters, and is judged by no rule. */
export const isDeletedAgain = ({ verb, before }: Item) => verb === 'delete' && isGoing(before!)

export const isGoing = (row: Row) => (row.deletion_requested_at ?? null) !== null

/**
 * The ids of the rows that a cluster was asked for anything of. Their placements are locked in order of their keys: a
 * turn marks its placement before it writes, so that one of the two sees the other.
 */
const idsInClusters = async (session: Session, resource: Resource, ids: readonly string[]) => {
  const { held, claims } = rulesOf(resource)
  const placements = await session.query<{ id: string; held: boolean }>(
    `select t.id, x.written_at is not null as held from "${resource.name}" t
     join placement x on ${areOf(held!)}
     where t.id = any($1) order by ${placementKey} for update of x`,
    [ids],
  )
  const claimed = claims ? await session.query<{ id: string; held: boolean }>(claims, [ids]) : []
  return new Set([...placements, ...claimed].filter(({ held }) => held).map(({ id }) => id))
}

type Marking = { row: string; placement: string }

const mark = async (
  session: Session,
  resource: Resource,
  marks: readonly Mark[],
  { row, placement }: Marking,
) => {
  if (marks.length === 0) return
  await session.run(
    `update "${resource.name}" t set ${row} from ${marked} where t.id = mark.id`,
    valuesOf(marks),
  )
  await session.run(
    `update placement x set ${placement} from "${resource.name}" t join ${marked} on t.id = mark.id
     where ${areOf(rulesOf(resource).held!)}`,
    valuesOf(marks),
  )
}

/** Repeatable: the first request stands, and `force` is never taken back. */
const requested: Marking = {
  row: 'deletion_requested_at = coalesce(t.deletion_requested_at, now()), force = t.force or mark.force',
  placement: 'deleting = true, force = x.force or mark.force',
}

/** Answers the ids of the rows that are going; the others are gone. So it is with the relations of them all. */
export const letGo = async (
  session: Session,
  resource: Resource,
  marks: readonly Mark[],
): Promise<Set<string>> => {
  if (marks.length === 0) return new Set()
  const ids = marks.map(({ id }) => id)
  let held = new Set<string>()
  if (isDeletedLater(resource)) {
    for (const it of await relationsOf(session, resource, marks)) await letGo(session, it.relation, it.rows)
    held = await idsInClusters(session, resource, ids)
  }
  const going = marks.filter(({ id }) => held.has(id))
  await mark(session, resource, going, requested)
  await session.run(`delete from "${resource.name}" where id = any($1)`, [ids.filter((id) => !held.has(id))])
  return held
}

/** Whether to give up on clusters that are gone for good, as `force_destroy` says by now. */
export const markForced = async (
  session: Session,
  resource: Resource,
  marks: readonly Mark[],
): Promise<void> => {
  if (marks.length === 0) return
  for (const it of await relationsOf(session, resource, marks))
    await markForced(session, it.relation, it.rows)
  const forced = 'force = mark.force'
  await mark(session, resource, marks, { row: forced, placement: forced })
}

/** The same for the rows that a condition finds. */
export const removeRows = async (session: Session, resource: Resource, where: string, values: unknown[]) => {
  const rows = await session.query<{ id: string }>(
    `select id from "${resource.name}" where ${where} order by id collate "C" for update`,
    values,
  )
  await letGo(
    session,
    resource,
    rows.map(({ id }) => ({ id, force: false })),
  )
}
