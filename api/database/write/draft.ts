// Begins a new row: what the server chooses, and the deployment's defaults for references that are left out.
import { topOf } from '../../../schemas/place.ts'
import type { Row } from '../../../schemas/types.ts'
import { calledBy } from '../read/address.ts'
import { type Batch, type Item, type Stage, standing } from './line.ts'
import { blankRow } from './rows/rows.ts'

/** Who names a parent by its id need not name what is above it. */
const findAboveParents = async ({ session, resource }: Batch, items: readonly Item[]) => {
  const { within } = resource
  const top = topOf(resource)?.name
  if (!within || !top || within.name === top) return
  const asking = items.filter(({ body }) => (body[top] ?? null) === null)
  const rows = await session.query<{ id: string; top: string }>(
    `select id, "${top}_id" as top from "${within.name}" where id = any($1)`,
    [asking.map(({ body }) => body[within.name])],
  )
  for (const { body, fallbacks } of asking) {
    const row = rows.find(({ id }) => id === body[within.name])
    if (row) fallbacks[top] = row.top
  }
}

export const draft: Stage = async (batch) => {
  const { resource, session } = batch
  const items = standing(batch)
  for (const item of items) {
    const { body } = item
    item.after = { ...blankRow(resource), ...item.columns }
    item.id = item.after.id as string
    item.changed = new Set(Object.keys(body))
    if (!resource.within && resource.key.length > 0)
      session.take(resource.name, body[calledBy(resource)] as string)
  }
  await findAboveParents(batch, items)
  const isLeftOut = ({ body, fallbacks: them }: Item, name: string) =>
    (body[name] ?? null) === null && them[name] === undefined
  const fallbacks = Object.entries(resource.attributes).flatMap(([name, { fallback }]) =>
    fallback && items.some((item) => isLeftOut(item, name)) ? [{ name, fallback }] : [],
  )
  if (fallbacks.length === 0) return
  const [deployment] = await session.query<Row>('select * from deployment')
  for (const { name, fallback } of fallbacks) {
    for (const item of items) {
      if (isLeftOut(item, name)) item.fallbacks[name] = deployment![`${fallback}_id`] as string
    }
  }
}
