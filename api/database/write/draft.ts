// Begins a new row: what the server chooses, and the deployment's defaults for references that are left out.
import type { Row } from '../../../schemas/types.ts'
import { calledBy, isInside } from '../read/address.ts'
import { type Stage, standing } from './line.ts'
import { blankRow } from './rows.ts'

export const draft: Stage = async (batch) => {
  const { resource, session } = batch
  const items = standing(batch)
  for (const item of items) {
    const { body } = item
    item.after = { ...blankRow(resource), ...item.columns }
    item.id = item.after.id as string
    item.changed = new Set(Object.keys(body))
    if (!isInside(resource) && resource.key.length > 0)
      session.take(resource.name, body[calledBy(resource)] as string)
  }
  const fallbacks = Object.entries(resource.attributes).flatMap(([name, { fallback }]) =>
    fallback && items.some(({ body }) => (body[name] ?? null) === null) ? [{ name, fallback }] : [],
  )
  if (fallbacks.length === 0) return
  const [deployment] = await session.query<Row>('select * from deployment')
  for (const { name, fallback } of fallbacks) {
    for (const { body, fallbacks: them } of items) {
      if ((body[name] ?? null) === null) them[name] = deployment![`${fallback}_id`] as string
    }
  }
}
