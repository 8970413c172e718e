// Makes the row that a body says: what it assigns, what it leaves as it was, and what is worked out from the rest.
import { rulesOf } from '../../../resources/index.ts'
import { each, type Stage } from '../line.ts'
import { mergedBody } from './merge-patch.ts'
import { changedIn, clearRivals, writtenOf } from './values.ts'

export const fill: Stage = (batch) => {
  const { resource, database, actor } = batch
  const rules = rulesOf(resource)
  return each(batch, (item) => {
    const { before } = item
    if (before && !item.complete) item.body = mergedBody(resource, before, item.body)
    const written = writtenOf(resource, database.keys, item)
    if (before) {
      clearRivals(resource, written)
      item.changed = changedIn(resource, database.keys, before, written)
    }
    item.sets = written.sets
    item.secrets = written.secrets
    const merged = { ...(before ?? item.after), ...written.row }
    const filling = { actor, changed: item.changed, settings: database.config }
    item.after = rules.fill?.(merged, filling) ?? merged
  })
}
