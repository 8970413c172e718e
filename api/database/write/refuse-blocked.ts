// Refuses deletions that something stands in the way of, of each kind at most 20 by name and all of them counted.
import { pluralOf, referencesOf, resources } from '../../../schemas/index.ts'
import { apiError, type Blocker } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { fromOf, keyExpressions } from '../read/address.ts'
import { type Batch, type Stage, standing } from './line.ts'
import { isGoing } from './rows/deletion.ts'

type Blocking = { blocked: string; id: string; name: string; count: number }

/** The blockers of rows, by the id of the row. */
const blockersOf = async ({ session, resource }: Batch, ids: readonly string[]) => {
  const blockers = new Map<string, Blocker[]>(ids.map((id) => [id, []]))
  for (const other of resources) {
    const columns = referencesOf(other)
      .filter(({ attribute, to }) => to.name === resource.name && rulesOf(other).blocks?.includes(attribute))
      .map(({ attribute }) => `t.${attribute}_id = blocked.id`)
    if (columns.length === 0 || other.singleton) continue
    const name = `concat_ws('/', ${keyExpressions(other).join(', ')})`
    const rows = await session.query<Blocking>(
      `select * from (
         select blocked.id as blocked, t.id, ${name} as name,
           count(*) over (partition by blocked.id)::integer as count,
           row_number() over (partition by blocked.id order by ${name}) as position
         from ${fromOf(other)} join unnest($1::text[]) as blocked(id) on ${columns.join(' or ')}
       ) them where position <= 20 order by blocked, position`,
      [ids],
    )
    for (const [id, them] of Map.groupBy(rows, ({ blocked }) => blocked)) {
      const items = them.map((row) => ({ id: row.id, name: row.name }))
      blockers.get(id)!.push({ resource: other.name, count: them[0]!.count, items })
    }
  }
  return blockers
}

const inWords = ({ resource, count, items }: Blocker) => {
  const kind = resources.find(({ name }) => name === resource)!
  const names = items.map(({ name }) => `\`${name}\``).join(', ')
  return `${count} ${count === 1 ? resource : pluralOf(kind)} (${names}${count > items.length ? ', …' : ''})`
}

export const refuseBlocked: Stage = async (batch) => {
  const items = standing(batch).filter(({ before }) => !isGoing(before!))
  if (items.length === 0) return
  const blockers = await blockersOf(
    batch,
    items.map(({ id }) => id),
  )
  for (const item of items) {
    const them = blockers.get(item.id)!
    if (them.length === 0) continue
    const detail = `The ${batch.resource.name} still has ${them.map(inWords).join(' and ')}. Delete those first.`
    item.refusal = apiError('in_use', detail, { blockers: them })
  }
}
