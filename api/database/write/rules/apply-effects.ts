// Brings what comes with the rows that were stored, and removes what goes because of them.

import { type Item, type Stage, standing } from '../line.ts'
import { takeEffect } from './effects.ts'

const isStored = ({ verb, takes, changed }: Item) => (verb === 'create' ? !takes : changed.size > 0)

export const applyEffects: Stage = async (batch) => {
  const { session, resource, actor } = batch
  const writes = standing(batch).filter(isStored)
  await takeEffect(
    session,
    resource,
    writes.map((item) => ({ ...item, actor })),
  )
}
