// Begins a new row: what the server chooses, and the deployment's defaults for references that are left out.
import { isDrawn } from '../../../schemas/index.ts'
import { topOf } from '../../../schemas/place.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import { calledBy } from '../read/address.ts'
import { columnName } from '../schema/columns.ts'
import { digestOfSecret, newSecret } from '../server/secret.ts'
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

/** Of secrets the row has digests. */
const drawnRow = ({ attributes }: Resource, drawn: Item['drawn']): Row =>
  Object.fromEntries(
    Object.entries(drawn).map(([name, value]) => {
      const it = attributes[name]!
      return [columnName(name, it), isDrawn(it) ? digestOfSecret(value) : value]
    }),
  )

export const draft: Stage = async (batch) => {
  const { resource, session } = batch
  const items = standing(batch)
  for (const item of items) {
    const { body } = item
    item.drawn = rulesOf(resource).draw?.(newSecret()) ?? {}
    item.after = { ...blankRow(resource), ...drawnRow(resource, item.drawn), ...item.columns }
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
