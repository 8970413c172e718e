// What an apply is about, and the state and private state it leaves.
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Connection, Session } from '../memory/session.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import type { CtyType, Entries } from '../protocol/value.ts'
import { nameOf } from './planned.ts'
import { type Private, privateMessage } from './private-state.ts'
import { referencesOf, stateOf } from './state.ts'
import { settled } from './values.ts'
import { identityMessage, message } from './wire.ts'

export interface Change {
  readonly session: Session
  readonly resource: Resource
  readonly type: CtyType
  readonly prior: Entries | null
  readonly planned: Entries
  readonly config: Entries
  readonly before: Private
}

/** The promised values, and what only the server could know. Anything that turned out otherwise shows at the next read. */
export const applied = (
  { session, resource, type, planned, before }: Change,
  row: Row,
  { client }: Connection,
  { diagnostics = [], reconciled, restore = before.restore }: Outcome,
): Response<'applyResourceChange'> => {
  const answered = stateOf(resource, row, { ...planned, reconciled: null })
  const state = Object.fromEntries(
    Object.entries(planned).map(([name, value]) => [name, settled(value, answered[name] ?? null)]),
  )
  if (resource.clustered) state.reconciled = reconciled ?? true
  const id = String(row.id)
  note(session, resource, row, state)
  return {
    newState: message(state, type),
    newIdentity: identityMessage(id),
    private: privateMessage({
      deployment: client.deployment(),
      id,
      references: referencesOf(resource, row),
      restore,
    }),
    diagnostics,
  }
}

interface Outcome {
  readonly diagnostics?: Diagnostic[]
  /** True unless told, where it means something. */
  readonly reconciled?: boolean
  readonly restore?: Private['restore']
}

// What is planned again during this apply finds the object by its name.
const note = (session: Session, resource: Resource, row: Row, state: Entries) => {
  const name = nameOf(resource, state)
  const scope = resource.key.length === 1 ? '' : row.organization_id
  session.connection?.lookups.created(resource)
  if (name === undefined || typeof scope !== 'string') return
  session.registry.plan({ resource: resource.name, scope, name, id: String(row.id), changes: true })
}
