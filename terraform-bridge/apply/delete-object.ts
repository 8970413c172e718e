// Deletes an object and waits until it is gone, from the clusters too.
import type { Resource } from '../../schemas/vocabulary.ts'
import { ApiError } from '../api-error.ts'
import { connected, type Session } from '../memory/session.ts'
import { warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import type { CtyType, Entries } from '../protocol/value.ts'
import { checkDeployment } from '../values/check-deployment.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { keyOf } from '../values/key.ts'
import { type Private, privateMessage } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { relationOfRow } from '../values/relation.ts'
import { putBack } from './adopt.ts'
import { notGoneYet } from './not-gone-yet.ts'
import { retry } from './retry.ts'
import { patienceFor, untilGone } from './waiting.ts'

interface Deletion {
  readonly session: Session
  readonly resource: Resource
  readonly type: CtyType
  readonly prior: Entries | null
  readonly before: Private
}

// What uses it may be on its way out in the same apply.
const moment = 30_000

export const deleteObject = async ({
  session,
  resource,
  type,
  prior,
  before,
}: Deletion): Promise<Response<'applyResourceChange'>> => {
  const gone = { newState: dynamicValue(null, type) }
  if (!prior) return gone
  const id = String(prior.id)
  if (session.registry.hasMade(id)) return { ...gone, diagnostics: takenOver(resource, prior) }
  const signal = session.stopping.signal
  let state = before
  try {
    const { client } = connected(session)
    if (resource.singleton) {
      const now = await client.read(resource, [resource.name])
      const astray = checkDeployment(before, client)
      if (astray.length > 0) return kept(prior, state, type, astray)
      return { ...gone, diagnostics: await putBack(resource, before, now, client) }
    }
    session.registry.leave(id)
    const force = prior.force_destroy === true
    const outcome = await retry(() => client.delete(resource, id, { force, signal }), {
      signal,
      worth: ({ code }) => (code === 'in_use' ? moment : 0),
    })
    const astray = checkDeployment(before, client)
    if (astray.length > 0) return kept(prior, state, type, astray)
    if (outcome === 'deleting') state = { ...before, deleting: true }
    const patience = patienceFor('delete', prior.timeouts)
    if (outcome === 'gone') return gone
    const last = await untilGone(prior, { client, resource, patience, signal })
    if (!last) return gone
    return kept(prior, state, type, [notGoneYet(resource, last, patience.longest)])
  } catch (reason) {
    if (reason instanceof ApiError && reason.code === 'managed_elsewhere') {
      return { ...gone, diagnostics: leftToList(resource, prior) }
    }
    return kept(prior, state, type, refusalOf(reason, resource))
  }
}

// A block that was renamed without `moved`: its successor has found the object there.
const takenOver = (resource: Resource, prior: Entries): Diagnostic[] => {
  const called = `${resource.name} ${keyOf(resource, prior).join('/')}`.trim()
  const detail = `Another resource block has just taken over the ${resource.name}, so nothing was destroyed. If the block was only renamed, write a \`moved\` block.`
  return [warning(`Not destroyed: ${called}`, detail)]
}

// The list has taken the row over, or takes it off by itself.
const leftToList = (resource: Resource, prior: Entries): Diagnostic[] => {
  const { owner, set, by } = relationOfRow(resource)!
  const key = keyOf(resource, prior).join('/')
  const detail = `\`${set}\` of the ${owner.name} \`${prior[by]}\` now decides whether the ${resource.name} \`${key}\` stays. This resource block no longer manages the ${resource.name}.`
  return [warning(`A list decides now: ${resource.name} ${key}`, detail)]
}

const kept = (
  prior: Entries,
  before: Private,
  type: CtyType,
  diagnostics: Response<'applyResourceChange'>['diagnostics'],
): Response<'applyResourceChange'> => ({
  newState: dynamicValue(prior, type),
  private: privateMessage(before),
  diagnostics,
})
