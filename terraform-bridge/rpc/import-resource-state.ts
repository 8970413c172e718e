// ImportResourceState: finds an object by its id, its natural key or its identity.
import type { Resource } from '../../schemas/vocabulary.ts'
import { connected, type Session } from '../memory/session.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { addressFrom } from '../values/address-from.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { identityIn, identityMessage } from '../values/identity.ts'
import { addressIn, keyForm } from '../values/key.ts'
import { privateMessage } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { referencesOf, stateOf } from '../values/state.ts'
import { resourceOf } from '../values/type-name.ts'

export const importResourceState = async (
  request: Request<'importResourceState'>,
  session: Session,
): Promise<Response<'importResourceState'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const identity = identityIn(resource, request.identity)
  try {
    const address = identity
      ? await addressFrom(resource, identity, session)
      : addressIn(resource, request.id)
    if (!address) {
      const given = identity ? 'The identity' : `\`${request.id}\``
      return {
        diagnostics: [
          error('The import identifier has the wrong form', `${given} is not ${form(resource)}.`),
        ],
      }
    }
    const text = address.join('/')
    const { client } = connected(session)
    const row = await client.read(resource, address)
    if (!row) {
      const detail = `The ${resource.name} \`${text}\` does not exist. Give ${form(resource)}. To create the object instead, leave the import out and apply.`
      return { diagnostics: [error('The object does not exist', detail)] }
    }
    const id = String(row.id)
    return {
      importedResources: [
        {
          typeName: request.typeName,
          state: dynamicValue(stateOf(resource, row, null), type),
          identity: identityMessage(resource, id),
          private: privateMessage({
            deployment: client.deployment(),
            references: referencesOf(resource, row),
            // Whoever lost a destroy half-way takes it up again like this.
            deleting: row.deleting === true ? true : undefined,
            imported: Object.keys(resource.attributes).filter((it) => resource.attributes[it]!.unmanaged),
          }),
        },
      ],
    }
  } catch (reason) {
    return { diagnostics: refusalOf(reason, resource) }
  }
}

const form = (resource: Resource): string =>
  resource.singleton
    ? `\`${resource.name}\``
    : [`its id (\`${resource.prefix}_…\`)`, ...keyed(keyForm(resource))].join(' or ')

const keyed = (key: string): string[] => (key === '' ? [] : [`its key (\`${key}\`)`])
