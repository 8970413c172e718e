// ReadResource: what has become of an object, spelled as its state spells it; an object that is gone has no state.
import { connected, type Session } from '../memory/session.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { privateIn, privateMessage } from './private-state.ts'
import { refusalOf } from './refusal.ts'
import { referencesOf, stateOf } from './state.ts'
import { resourceOf } from './type-name.ts'
import { identityMessage, message, objectIn } from './wire.ts'

export const readResource = async (
  request: Request<'readResource'>,
  session: Session,
): Promise<Response<'readResource'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const state = objectIn(request.currentState, type)
  if (!state) return { newState: message(null, type) }
  const before = privateIn(request.private)
  const id = String(state.id)
  try {
    const { client, reads } = connected(session)
    const row = await reads.read(resource, id, before.references?.organization?.[0]?.id)
    const deployment = client.deployment()
    if (before.deployment && deployment && before.deployment !== deployment) {
      return { newState: request.currentState, diagnostics: [elsewhere(before.deployment, deployment)] }
    }
    // On its way out by somebody else's hand it is as good as gone; by ours, the destroy has to be finished.
    if (!row || (row.removing === true && !before.removing)) return { newState: message(null, type) }
    return {
      newState: message(stateOf(resource, row, state), type),
      newIdentity: identityMessage(id),
      private: privateMessage({ ...before, deployment, id, references: referencesOf(resource, row) }),
    }
  } catch (reason) {
    return { newState: request.currentState, diagnostics: refusalOf(reason, resource) }
  }
}

const elsewhere = (then: string, now: string) =>
  error(
    'It is in another deployment',
    `This state was made by the deployment \`${then}\`, but the provider's \`url\` leads to \`${now}\`. Point the provider back, or use another state: nothing of this one exists there.`,
  )
