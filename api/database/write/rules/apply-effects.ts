// Brings what comes with rows that were stored or are about to go, and removes what goes because of them.
import { type Item, type Stage, standing } from '../line.ts'
import { isDeletedAgain } from '../rows/deletion.ts'
import { takeEffect } from './effects.ts'

const isDone = (item: Item) => {
  if (item.verb === 'delete') return !isDeletedAgain(item)
  return item.verb === 'create' ? !item.takes : item.changed.size > 0
}

export const applyEffects: Stage = async (batch) => {
  const { session, resource, actor } = batch
  const writes = standing(batch).filter(isDone)
  await takeEffect(
    session,
    resource,
    writes.map((item) => ({ ...item, actor })),
  )
}
