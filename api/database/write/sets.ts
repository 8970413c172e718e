// Stores sets of references: rows of a join table, or rows of the resource that the set is a view of.
import { resourceNamed } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Attribute, Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { joinTable, topColumn } from '../schema/join-table.ts'
import type { Session } from '../server/session.ts'
import { removeRows } from './deletion.ts'
import { blankRow, insertRows } from './rows.ts'

const targetOf = ({ shape }: Attribute) => {
  if (shape.kind !== 'set' || shape.of.kind !== 'reference') throw new Error('a set of something else')
  return { to: shape.of.to, builtin: Object.keys(shape.of.builtin ?? {}) }
}

type Held = { id: string; deleting: boolean }

const heldIn = async (
  session: Session,
  resource: Resource,
  id: unknown,
  attribute: string,
): Promise<Held[]> => {
  const it = resource.attributes[attribute]!
  const { to } = targetOf(it)
  return it.view
    ? session.query(
        `select ${to}_id as id, deletion_requested_at is not null as deleting from "${it.view}"
         where ${resource.name}_id = $1 for update`,
        [id],
      )
    : session.query(
        `select coalesce(builtin, ${to}_id) as id, false as deleting from "${joinTable(resource, attribute)}"
         where ${resource.name}_id = $1`,
        [id],
      )
}

/** Whether a written set differs from what is stored; null gives up a view and keeps its rows. */
export const setChanges = async (
  session: Session,
  resource: Resource,
  before: Row,
  attribute: string,
  wanted: readonly string[] | null,
): Promise<boolean> => {
  const it = resource.attributes[attribute]!
  if (it.view && (wanted !== null) !== before.authoritative) return true
  if (wanted === null) return false
  const held = (await heldIn(session, resource, before.id, attribute)).filter(({ deleting }) => !deleting)
  const ids = new Set(wanted)
  return held.length !== wanted.length || held.some(({ id }) => !ids.has(id))
}

const writeJoins = async (
  session: Session,
  resource: Resource,
  id: unknown,
  attribute: string,
  wanted: readonly string[],
) => {
  const { to, builtin } = targetOf(resource.attributes[attribute]!)
  const table = joinTable(resource, attribute)
  await session.run(`delete from "${table}" where ${resource.name}_id = $1`, [id])
  const place = topColumn(resource)
  const [first, its] = place ? [`${place}, `, `t.${place}, `] : ['', '']
  await session.run(
    `insert into "${table}" (${first}${resource.name}_id, ${to}_id, builtin)
     select ${its}t.id, case when name = any($3) then null else name end, case when name = any($3) then name end
     from "${resource.name}" t, unnest($2::text[]) as name where t.id = $1`,
    [id, wanted, builtin],
  )
}

const writeView = async (
  session: Session,
  resource: Resource,
  id: unknown,
  attribute: string,
  wanted: readonly string[],
) => {
  const it = resource.attributes[attribute]!
  const { to } = targetOf(it)
  const view = resourceNamed(it.view!)
  const held = new Map((await heldIn(session, resource, id, attribute)).map((one) => [one.id, one]))
  const leaving = wanted.map((one) => held.get(one)).find((one) => one?.deleting)
  if (leaving) {
    const detail = `The ${to} \`${leaving.id}\` is still being removed from the list. Send the request again when the removal is complete.`
    throw apiError('deleting', detail, { attribute })
  }
  await removeRows(session, view.name, `${resource.name}_id = $1 and ${to}_id <> all($2)`, [id, wanted])
  await session.run(
    `update "${view.name}" set automatic = false
     where ${resource.name}_id = $1 and ${to}_id = any($2) and automatic`,
    [id, wanted],
  )
  const rows = wanted
    .filter((one) => !held.has(one))
    .map((one) => ({ ...blankRow(view), [`${resource.name}_id`]: id, [`${to}_id`]: one }))
  if (rows.length > 0) await insertRows(session, view, rows)
}

export const writeSets = async (
  session: Session,
  resource: Resource,
  id: unknown,
  sets: Readonly<Record<string, readonly string[] | null>>,
) => {
  for (const [attribute, wanted] of Object.entries(sets)) {
    if (wanted === null) continue
    const write = resource.attributes[attribute]!.view ? writeView : writeJoins
    await write(session, resource, id, attribute, wanted)
  }
}
