// Changes an object in place, or only waits again for what is not reconciled yet.
import type { ApiError } from '../api-error.ts'
import type { Row } from '../client.ts'
import { connected } from '../memory/session.ts'
import { error, warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import type { Entries } from '../protocol/value.ts'
import { updateBody } from '../values/body.ts'
import { curable } from '../values/curable.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { keyOf } from '../values/key.ts'
import { privateMessage } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { whatWasThere } from './adopt.ts'
import { applied, type Change } from './applied.ts'
import { retry } from './retry.ts'
import { patienceFor, untilReconciled, whyNot } from './waiting.ts'

export const updateObject = async (
  change: Change & { prior: Entries },
): Promise<Response<'applyResourceChange'>> => {
  const { session, resource, type, prior, planned, before } = change
  const signal = session.stopping.signal
  const { id: _, write = [], planned: references = {}, ...remembered } = before
  let row: Row
  let restore = before.restore
  try {
    const { client } = connected(session)
    const id = String(prior.id)
    const body = updateBody({ ...change, references, secrets: true }, write)
    if (resource.singleton) restore = await whatWasThere(resource, write, session, restore)
    const send = () => client.update(resource, id, body, { signal })
    const { longest } = patienceFor('update', planned.timeouts)
    row =
      write.length > 0
        ? await retry(send, { signal, worth: (it) => worth(it, longest) })
        : await there(change)
  } catch (reason) {
    return {
      newState: dynamicValue(prior, type),
      private: privateMessage(remembered),
      diagnostics: refusalOf(reason, resource, 'update'),
    }
  }

  const connection = connected(session)
  if (before.deleting && row.deleting === true) {
    const diagnostics = [stillGoing(change)]
    return applied(change, row, connection, { diagnostics, reconciled: prior.reconciled === true })
  }
  if (!resource.clustered || row.reconciled === true) return applied(change, row, connection, { restore })
  const patience = patienceFor('update', planned.timeouts)
  const last = await untilReconciled(row, { client: connection.client, resource, patience, signal })
  if (last?.reconciled === true) return applied(change, last, connection, {})
  const why = signal.aborted
    ? 'Terraform was interrupted before the clusters had the change.'
    : whyNot(last ?? row)
  const key = keyOf(resource, row).join('/')
  const detail = `The ${resource.name} \`${key}\` was changed, but not every cluster has the change yet.\n${why}\n\nThe next apply waits again.`
  const diagnostics = [error(`Not in every cluster yet: ${resource.name} ${key}`, detail)]
  return applied(change, last ?? row, connection, { diagnostics, reconciled: false })
}

const stillGoing = ({ resource, planned }: Change): Diagnostic =>
  warning(
    `Still being deleted: ${resource.name} ${planned.name}`,
    `The ${resource.name} \`${planned.name}\` was changed, and its deletion continues with the new values. Destroy again to wait for the deletion; until then, a plan without another change replaces the ${resource.name}.`,
  )

// What is listed may still be on its way out of the clusters; other refusals another change of the same apply, that
// waits for nothing here, may be about to cure.
const worth = ({ code, body }: ApiError, longest: number): number => {
  if (code === 'deleting' && body.attribute !== undefined) return longest
  return curable.update.has(code) ? moment : 0
}
const moment = 5_000

const there = async ({ session, resource, prior }: Change): Promise<Row> => {
  const row = await connected(session).client.read(resource, [String(prior!.id)])
  if (row) return row
  throw new Error('The object was deleted after the plan was made. Plan again to create the object.')
}
