// Queues rows for a turn in their clusters, whatever has changed since the last one. Nothing of the rows is written.
import { rulesOf } from '../../resources/index.ts'
import { queueKeys } from '../status/queue.ts'
import { address } from './address.ts'
import { type Line, type Stage, standing } from './line.ts'
import { permitAddressed } from './permit-addressed.ts'
import { represent } from './represent.ts'

const queueTurns: Stage = async (batch) => {
  const { session, resource } = batch
  const ids = standing(batch).map(({ id }) => id)
  if (ids.length > 0) await queueKeys(session, rulesOf(resource).turns!, ids)
}

export const reconcile: Line = [address, permitAddressed, queueTurns, represent]
