// Calls the provider's RPCs as core does, with encoded messages, against a real API.
import { createClient } from '../../../terraform-bridge/client.ts'
import { createRegistry } from '../../../terraform-bridge/memory/registry.ts'
import { configure, createSession, type Session } from '../../../terraform-bridge/memory/session.ts'
import type { Request } from '../../../terraform-bridge/protocol/methods.ts'
import { encode } from '../../../terraform-bridge/protocol/msgpack.ts'
import type { Entries, Value } from '../../../terraform-bridge/protocol/value.ts'
import { applyResourceChange } from '../../../terraform-bridge/rpc/apply-resource-change.ts'
import { importResourceState } from '../../../terraform-bridge/rpc/import-resource-state.ts'
import { planResourceChange } from '../../../terraform-bridge/rpc/plan-resource-change.ts'
import { readResource } from '../../../terraform-bridge/rpc/read-resource.ts'
import { upgradeResourceState } from '../../../terraform-bridge/rpc/upgrade-resource-state.ts'
import { objectIn } from '../../../terraform-bridge/values/dynamic-value.ts'
import { resourceOf } from '../../../terraform-bridge/values/type-name.ts'

type Diagnosed = { diagnostics?: { summary?: string; detail?: string; severity?: number }[] }

/** What Terraform keeps of one object. */
export interface ObjectState {
  state: Entries | null
  private: Buffer
}

const nothing: ObjectState = { state: null, private: Buffer.alloc(0) }

/** One provider process, configured. */
export const startRpcs = (api: { url: string; token: string }, organization: Value = null) => {
  const session: Session = createSession()
  const client = createClient({ ...api, userAgent: 'test' })
  configure(session, { parents: { organization }, client })

  const dynamicValue = (typeName: string, value: Entries | null) => {
    const { type } = resourceOf(typeName)
    return { msgpack: encode(value, type), json: Buffer.alloc(0) }
  }

  /** `config` leaves out what is null. */
  const plan = async (typeName: string, config: Entries | null, before: ObjectState = nothing) => {
    const { type } = resourceOf(typeName)
    const answer = await planResourceChange(
      {
        typeName,
        priorState: dynamicValue(typeName, before.state),
        proposedNewState: dynamicValue(typeName, config),
        config: dynamicValue(typeName, config),
        priorPrivate: before.private,
      } as Request<'planResourceChange'>,
      session,
    )
    return {
      said: said(answer),
      errors: errorsIn(answer),
      summaries: answer.diagnostics?.map(({ summary }) => summary) ?? [],
      values: objectIn(answer.plannedState, type) as Entries,
      replace: (answer.requiresReplace ?? []).map(({ steps }) => String(steps![0]!.selector!.value)),
      private: answer.plannedPrivate ?? Buffer.alloc(0),
    }
  }

  const made = new WeakSet<ObjectState>()
  /** Plans and applies; `config` null destroys. */
  const apply = async (typeName: string, config: Entries | null, before: ObjectState = nothing) => {
    // What this run has made is destroyed by another run, which knows nothing of this one.
    if (config === null && made.has(before)) session.registry = createRegistry()
    const { type } = resourceOf(typeName)
    const planned = await plan(typeName, config, before)
    if (planned.errors > 0) return { said: planned.said, errors: planned.errors, ...before }
    const answer = await applyResourceChange(
      {
        typeName,
        priorState: dynamicValue(typeName, before.state),
        plannedState: dynamicValue(typeName, config && planned.values),
        config: dynamicValue(typeName, config),
        plannedPrivate: planned.private,
      } as Request<'applyResourceChange'>,
      session,
    )
    const after = {
      said: said(answer),
      errors: errorsIn(answer),
      state: objectIn(answer.newState, type),
      private: answer.private ?? Buffer.alloc(0),
    }
    made.add(after)
    return after
  }

  /** Shows the object as core does before everything else, and alone where it refreshes nothing. */
  const upgrade = (typeName: string, { state }: ObjectState) => {
    const json = Buffer.from(JSON.stringify(state))
    upgradeResourceState({ typeName, version: 0, rawState: { json, flatmap: {} } }, session)
  }

  const read = async (typeName: string, { state, private: secret }: ObjectState) => {
    const { type } = resourceOf(typeName)
    upgrade(typeName, { state, private: secret })
    const answer = await readResource(
      { typeName, currentState: dynamicValue(typeName, state), private: secret } as Request<'readResource'>,
      session,
    )
    return { said: said(answer), state: objectIn(answer.newState, type), private: answer.private ?? secret }
  }

  const imported = async (typeName: string, id: string): Promise<ObjectState> => {
    const answer = await importResourceState({ typeName, id } as Request<'importResourceState'>, session)
    const [one] = answer.importedResources ?? []
    if (!one) throw new Error(said(answer))
    return { state: objectIn(one.state, resourceOf(typeName).type), private: Buffer.from(one.private!) }
  }

  return { session, client, plan, apply, upgrade, read, import: imported }
}

const errorsIn = ({ diagnostics = [] }: Diagnosed): number =>
  diagnostics.filter(({ severity }) => severity === 1).length

/** All summaries and details; empty where nothing was said. */
const said = ({ diagnostics = [] }: Diagnosed): string =>
  diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n')
