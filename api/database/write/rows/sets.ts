// Stores sets of references: rows of a join table, or rows of the resource that the set is a view of.
import { referenceIn, resourceNamed } from '../../../../schemas/index.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { joinTable, topColumn } from '../../schema/join-table.ts'
import type { Session } from '../../server/session.ts'
import type { Held, Item } from '../line.ts'
import { removeRows } from './deletion.ts'
import { blankRow, insertRows } from './rows.ts'

/** What is stored of one set of several rows, by the id of the row. */
export const heldIn = async (
  session: Session,
  resource: Resource,
  attribute: string,
  ids: readonly string[],
): Promise<Map<string, Held[]>> => {
  if (ids.length === 0) return new Map()
  const it = resource.attributes[attribute]!
  const { to } = referenceIn(it)!
  const owner = `${resource.name}_id`
  const rows = await session.query<Held & { owner: string }>(
    it.view
      ? `select ${owner} as owner, ${to}_id as id, deletion_requested_at is not null as deleting
         from "${it.view}" where ${owner} = any($1) order by "${it.view}".id collate "C" for update`
      : `select ${owner} as owner, coalesce(builtin, ${to}_id) as id, false as deleting
         from "${joinTable(resource, attribute)}" where ${owner} = any($1)`,
    [ids],
  )
  return Map.groupBy(rows, (row) => row.owner)
}

/** Every element of every item's set, as two columns. */
type Pairs = { owners: string[]; members: string[] }

const pairsOf = (items: readonly Item[], attribute: string): Pairs => {
  const pairs = items.flatMap(({ id, sets }) => sets[attribute]!.map((member) => ({ id, member })))
  return { owners: pairs.map(({ id }) => id), members: pairs.map(({ member }) => member) }
}

type Writing = { session: Session; resource: Resource; attribute: string; items: readonly Item[] }

const writeJoins = async ({ session, resource, attribute, items }: Writing) => {
  const { to, builtin = {} } = referenceIn(resource.attributes[attribute]!)!
  const [table, owner] = [joinTable(resource, attribute), `${resource.name}_id`]
  const changed = items.filter(({ before }) => before).map(({ id }) => id)
  if (changed.length > 0) await session.run(`delete from "${table}" where ${owner} = any($1)`, [changed])
  const { owners, members } = pairsOf(items, attribute)
  if (owners.length === 0) return
  const place = topColumn(resource)
  const [first, its] = place ? [`${place}, `, `t.${place}, `] : ['', '']
  await session.run(
    `insert into "${table}" (${first}${owner}, ${to}_id, builtin)
     select ${its}t.id, case when wanted.name = any($3) then null else wanted.name end,
       case when wanted.name = any($3) then wanted.name end
     from unnest($1::text[], $2::text[]) as wanted(owner, name) join "${resource.name}" t on t.id = wanted.owner`,
    [owners, members, Object.keys(builtin)],
  )
}

const writeView = async ({ session, resource, attribute, items }: Writing) => {
  const it = resource.attributes[attribute]!
  const [owner, member] = [`${resource.name}_id`, `${referenceIn(it)!.to}_id`]
  const view = resourceNamed(it.view!)
  const { owners, members } = pairsOf(items, attribute)
  const wanted = `(${owner}, ${member}) in (select * from unnest($1::text[], $2::text[]))`
  const changed = items.filter(({ before }) => before).map(({ id }) => id)
  if (changed.length > 0) {
    const rest = `${owner} = any($3) and not ${wanted}`
    await removeRows(session, view, rest, [owners, members, changed])
    await session.run(
      `update "${view.name}" set automatic = false where ${owner} = any($3) and ${wanted} and automatic`,
      [owners, members, changed],
    )
  }
  const rows = items.flatMap(({ id, sets, held }) =>
    sets[attribute]!.filter((it) => !held[attribute]?.some((one) => one.id === it)).map((it) => ({
      ...blankRow(view),
      [owner]: id,
      [member]: it,
    })),
  )
  await insertRows(session, view, rows)
}

/** Writes the sets that items have; those that are null are views that were given up, and keep their rows. */
export const writeSets = async (session: Session, resource: Resource, items: readonly Item[]) => {
  for (const [attribute, { view }] of Object.entries(resource.attributes)) {
    const written = items.filter(({ sets }) => (sets[attribute] ?? null) !== null)
    if (written.length === 0) continue
    const write = view ? writeView : writeJoins
    await write({ session, resource, attribute, items: written })
  }
}
