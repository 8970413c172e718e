// Deletes the rows that no cluster holds anything of, and marks the others as going.
import { type Stage, standing } from '../line.ts'
import { letGo } from './deletion.ts'

/** Repeatable: what is going already only learns of `force`. */
export const remove: Stage = async (batch) => {
  const items = standing(batch)
  const marks = items.map(({ id, force, before }) => ({
    id,
    force: force === true || before!.force_destroy === true,
  }))
  const held = await letGo(batch.session, batch.resource, marks)
  for (const item of items) if (!held.has(item.id)) item.answer = 'gone'
}
