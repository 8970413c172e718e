// Warns at plan of what a cluster does not permit, in the words of the conditions, before an apply or a destroy needs it.

import type { organization } from '../../schemas/organization.ts'
import { spaced } from '../../schemas/spaced.ts'
import type { State } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'

/** Only a person can change these; other conditions that are False pass by themselves. */
const warned = new Set(['Authorized', 'RemovalAuthorized', 'CredentialFresh'])

/** Every resource that clusters hold has the same conditions. Core prints one warning of each summary. */
export const clusterWarnings = (
  { name: noun }: Pick<Resource, 'name'>,
  row: Readonly<Record<string, unknown>>,
): Diagnostic[] => {
  const conditions = (row.conditions ?? []) as State<typeof organization>['conditions']
  return conditions
    .filter(({ type, status }) => status === 'False' && warned.has(type))
    .map(({ type, message }) => warning(`${type} is False: ${spaced(noun)} ${row.name}`, message))
}
