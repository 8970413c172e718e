// Gives each item what the rules of its resource must know about the rest of the database.
import { type Stage, standing } from '../line.ts'
import { isDeletedAgain } from '../rows/deletion.ts'
import { lookUp } from './lookups.ts'

export const lookUpFacts: Stage = async (batch) => {
  const { session, resource, actor } = batch
  const items = standing(batch).filter((item) => !isDeletedAgain(item))
  const lookups = await lookUp(
    session,
    resource,
    items.map((item) => ({ ...item, actor })),
  )
  for (const [at, item] of items.entries()) item.lookups = lookups[at]!
}
