// Makes the state and the private state that an apply leaves.
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Connection, Session } from '../memory/session.ts'
import { warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import type { CtyType, Entries } from '../protocol/value.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { identityMessage } from '../values/identity.ts'
import { settled } from '../values/json.ts'
import { type Private, privateMessage } from '../values/private-state.ts'
import { callOf } from '../values/scope.ts'
import { referencesOf, stateOf, withItsLists } from '../values/state.ts'

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
  { session, resource, type, planned, config, before }: Change,
  answered: Row,
  { client }: Connection,
  { diagnostics = [], reconciled, restore = before.restore }: Outcome,
): Response<'applyResourceChange'> => {
  const deleting = before.deleting && answered.deleting === true ? true : undefined
  const row = deleting ? withItsLists(resource, answered, before) : answered
  const id = String(row.id)
  const imported = before.imported?.filter((name) => config[name] === null)
  const kept = (state: Entries, references: Private['references']) => ({
    newState: dynamicValue(
      { ...state, ...(resource.clustered ? { reconciled: reconciled ?? true } : {}) },
      type,
    ),
    newIdentity: identityMessage(resource, id),
    private: privateMessage({
      deployment: client.deployment(),
      created: before.created,
      references,
      restore,
      imported,
      deleting,
    }),
  })
  try {
    const state = settledWith(planned, stateOf(resource, row, { ...planned, reconciled: null }))
    note(session, resource, row, state)
    return { ...kept(state, referencesOf(resource, row)), diagnostics }
  } catch (reason) {
    // The object is there, so that its id must reach the state: an error would lose it or taint it (S21).
    const state = settledWith(planned, { id })
    return { ...kept(state, undefined), diagnostics: [...diagnostics, unread(resource, row, reason)] }
  }
}

const settledWith = (planned: Entries, actual: Entries): Entries =>
  Object.fromEntries(
    Object.entries(planned).map(([name, value]) => [name, settled(value, actual[name] ?? null)]),
  )

const unread = ({ name }: Resource, { id }: Row, reason: unknown): Diagnostic =>
  warning(
    `Unknown answer of the API: ${name} ${id}`,
    `The ${name} \`${id}\` was written, but the answer of the API does not fit this version of the provider (${reason}). Upgrade the provider, then plan again.`,
  )

interface Outcome {
  readonly diagnostics?: Diagnostic[]
  /** True unless told, where it means something. */
  readonly reconciled?: boolean
  readonly restore?: Private['restore']
}

// What is planned again during this apply finds the object by its name.
const note = (session: Session, resource: Resource, row: Row, state: Entries) => {
  session.connection?.lookups.created(resource)
  const call = callOf(resource, state, referencesOf(resource, row) ?? {})
  if (call) session.registry.call(resource, call, String(row.id))
}
