// MoveResourceState: takes over the same resource from another source address of this provider, and nothing else.
import { error } from '../protocol/diagnostic.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { parseStateJson } from '../protocol/state-json.ts'
import type { Entries } from '../protocol/value.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { identityMessage } from '../values/identity.ts'
import { resourceOf } from '../values/type-name.ts'

export const moveResourceState = (request: Request<'moveResourceState'>): Response<'moveResourceState'> => {
  const { sourceProviderAddress, sourceTypeName, targetTypeName } = request
  if (sourceTypeName !== targetTypeName || !sourceProviderAddress.endsWith('/polder')) {
    const detail = `${sourceTypeName} of ${sourceProviderAddress} cannot become ${targetTypeName}. Use a \`removed\` block for the old resource and an \`import\` block for the new resource.`
    return { diagnostics: [error('The object cannot be moved', detail)] }
  }
  const { resource, type } = resourceOf(targetTypeName)
  const state = parseStateJson(Buffer.from(request.sourceState?.json ?? []).toString(), type) as Entries
  return {
    targetState: dynamicValue(state, type),
    targetPrivate: request.sourcePrivate,
    targetIdentity: identityMessage(resource, String(state.id)),
  }
}
