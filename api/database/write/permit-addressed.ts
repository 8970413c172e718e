// Decides permission before the lock, so that nobody waits for a row that they may not write: a stage of every line.
import { apiError } from '../../errors.ts'
import { permit } from '../../permissions/permit.ts'
import { targetOf } from '../../permissions/target-of.ts'
import { type Stage, standing } from './line.ts'

/** Of what an address found, by the row; of what is not there yet, by whether the writer may do this anywhere at all. */
export const permitAddressed: Stage = async (batch) => {
  const { resource, actor, verb } = batch
  const items = standing(batch)
  const targets = items.map(({ target }) => target && targetOf(resource, target))
  const refusals = permit(actor, verb, resource, targets)
  for (const [at, item] of items.entries()) {
    const refusal = refusals[at]
    if (refusal) item.refusal = apiError('forbidden', refusal.detail, refusal)
  }
}
