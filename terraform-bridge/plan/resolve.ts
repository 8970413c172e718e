// What a spelling of a reference stands for: a built-in name, something planned, something the state knew, something there.
import { builtinCalled } from '../../schemas/equality.ts'
import { resourceNamed } from '../../schemas/index.ts'
import type { Reference } from '../../schemas/vocabulary.ts'
import type { Session } from '../memory/session.ts'
import { keyOf } from '../values/key.ts'
import type { Pair } from '../values/private-state.ts'
import { addressOfCall, type Scope } from '../values/scope.ts'

export type Resolved =
  /** `spelled` is false where the state does not know the object under this spelling. */
  | { readonly kind: 'object'; readonly pair: Pair; readonly spelled: boolean }
  /** It will be there, or cannot be told yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'nothing' }

export interface ReferenceContext {
  readonly session: Session
  readonly shape: Reference
  /** What the state knew the attribute to stand for. */
  readonly before: readonly Pair[]
  /** Within what the name is unique; undefined while that is not known. */
  readonly scope: Scope | undefined
  /**
   * The provider block says it, which cannot refer to a resource: core plans and applies whatever makes it before or
   * after, by chance. That it has been planned by now therefore says nothing.
   */
  readonly unordered: boolean
  /** Whether the server may be asked. It finds what a create refers to by itself, and the create follows at once. */
  readonly asks: boolean
}

/** Asks the server only about what neither the schema, nor this plan, nor the state knows. */
export const resolve = async (spelling: string, context: ReferenceContext): Promise<Resolved> => {
  const { session, shape, before, scope, unordered, asks } = context
  const { registry, connection } = session
  const builtin = builtinCalled(shape, spelling)
  if (builtin) return { kind: 'object', pair: { id: builtin, name: builtin }, spelled: true }

  const target = resourceNamed(shape.to)
  const address = scope?.exists ? addressOfCall(target, scope, spelling) : undefined
  const there = async () => address && connection?.lookups.object(target, address)
  if (unordered && asks && connection && !(await there())) return { kind: 'nothing' }
  const known = before.find(({ id, name }) => id === spelling || name === spelling)
  const planned = scope && registry.called(target, scope.key, spelling)
  if (planned) {
    if (!planned.id) return pending
    return { kind: 'object', pair: { id: planned.id, name: spelling }, spelled: planned.id === known?.id }
  }
  if (known) return registry.leaves(known.id) ? pending : { kind: 'object', pair: known, spelled: true }

  const called = registry.callOf(spelling)
  if (called !== undefined) return { kind: 'object', pair: { id: spelling, name: called }, spelled: true }
  if (!connection || !scope || !asks) return pending
  const row = await there()
  if (!row) return { kind: 'nothing' }
  const name = keyOf(target, row, scope.place).join('/') || String(row.id)
  return { kind: 'object', pair: { id: String(row.id), name }, spelled: true }
}

const pending = { kind: 'pending' } as const
