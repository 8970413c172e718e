// Answers the rows as they are now, all in one statement.
import { readByIds } from '../read/read.ts'
import { representationOf } from '../read/representation.ts'
import { type Stage, standing } from './line.ts'

export const represent: Stage = async (batch) => {
  const { database, session, resource } = batch
  const asking = standing(batch)
  if (asking.length === 0) return
  const rows = await readByIds(
    database,
    session,
    resource,
    asking.map(({ id }) => id),
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const item of asking) item.answer = representationOf(found.get(item.id)!)
}
