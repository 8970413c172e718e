// ReadResource: what has become of an object, spelled as its state spells it; an object that is gone has no state.
import { placeAttributes } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Places } from '../memory/reads.ts'
import { connected, type Session } from '../memory/session.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { checkDeployment } from '../values/check-deployment.ts'
import { clusterWarnings } from '../values/cluster-warnings.ts'
import { dynamicValue, objectIn } from '../values/dynamic-value.ts'
import { identityMessage } from '../values/identity.ts'
import { type Private, privateIn, privateMessage } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { referencesOf, stateOf, withItsLists } from '../values/state.ts'
import { resourceOf } from '../values/type-name.ts'

export const readResource = async (
  request: Request<'readResource'>,
  session: Session,
): Promise<Response<'readResource'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const state = objectIn(request.currentState, type)
  if (!state) return { newState: dynamicValue(null, type) }
  const before = privateIn(request.private)
  const id = String(state.id)
  try {
    const { client, confirmations, reads } = connected(session)
    const found = await reads.read(resource, id, placesOf(resource, before))
    const diagnostics = checkDeployment(before, client)
    if (diagnostics.length > 0) return { newState: request.currentState, diagnostics }
    // On its way out by somebody else's hand it is as good as gone; by ours, the destroy has to be finished.
    if (!found || (found.deleting === true && !before.deleting)) return { newState: dynamicValue(null, type) }
    if (before.created) confirmations.add(id)
    const row = before.deleting ? withItsLists(resource, found, before) : found
    return {
      newState: dynamicValue(stateOf(resource, row, state), type),
      newIdentity: identityMessage(resource, id),
      diagnostics: clusterWarnings(resource, row),
      private: privateMessage({
        ...before,
        deployment: client.deployment() ?? before.deployment,
        references: referencesOf(resource, row),
      }),
    }
  } catch (reason) {
    return { newState: request.currentState, diagnostics: refusalOf(reason, resource) }
  }
}

const placesOf = (resource: Resource, { references = {} }: Private): Places =>
  Object.fromEntries(
    placeAttributes(resource).flatMap((name) => (references[name] ?? []).map(({ id }) => [name, id])),
  )
