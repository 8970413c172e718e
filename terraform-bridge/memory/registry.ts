// What one plan has shown so far: which objects the state knows, and what becomes of each, by id and by name (S16).
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'

/** `shown`: core has upgraded its state, no more. `leaving`: destroyed, or replaced by another object. */
type Fate = 'shown' | 'kept' | 'changed' | 'leaving' | 'made'

interface StateObject {
  readonly fate: Fate
  /** What this plan says it will be called in its place; absent while that is not known. */
  readonly call?: string
  /** What would have been said if the object were not tainted. */
  readonly keptBack?: readonly Diagnostic[]
}

/** How others call an object: by a path in the place that they share, or by the mere name while that is not known. */
interface Call {
  /** The id of the place, or its name while that is only planned; empty for the whole deployment. */
  readonly scope: string | undefined
  readonly call: string
}

/**
 * It knows what Terraform has told so far, which is never known to be all. It may therefore keep a plan from saying
 * something, or add a replacement, and never decides that something is refused.
 */
export const createRegistry = () => {
  const objects = new Map<string, StateObject>()
  const calls = new Map<string, { readonly id: string | undefined }>()
  const claims = new Map<string, Set<unknown>>()
  const futile = new Set<string>()
  const fateOf = (id: string) => objects.get(id)?.fate
  // What this apply has made stays so, whatever is planned of it later.
  const note = (id: string, change: Partial<StateObject> & { fate: Fate }) => {
    const fate = fateOf(id) === 'made' ? 'made' : change.fate
    objects.set(id, { ...objects.get(id), ...change, fate })
  }

  return {
    /** Core has upgraded the state of the object, which it plans soon. */
    show: (id: string) => objects.has(id) || note(id, { fate: 'shown' }),
    /** Core plans the object as one that there is: it is not tainted, and what was kept back is said now. */
    meet(id: string): readonly Diagnostic[] {
      const { fate = 'shown', keptBack = [] } = objects.get(id) ?? {}
      if (fate === 'shown') note(id, { fate: 'kept' })
      return keptBack
    },
    /** Whether core has shown the object and not planned it: a tainted one it plans as if there were none. */
    seemsTainted: (id: string) => fateOf(id) === 'shown',
    /** Keeps back what would be said if the object were not tainted. */
    keepBack: (id: string, keptBack: readonly Diagnostic[]) => note(id, { fate: 'shown', keptBack }),

    /** The object with this id is destroyed, or replaced by another one. */
    leave: (id: string) => note(id, { fate: 'leaving' }),
    leaves: (id: string) => fateOf(id) === 'leaving',
    /** This apply has created the object; the name of its type where there is only one. */
    make: (id: string) => note(id, { fate: 'made' }),
    hasMade: (id: string) => fateOf(id) === 'made',
    /** Whether a resource block of this state has the object and does not give it up. */
    holds: (id: string) => objects.has(id) && fateOf(id) !== 'leaving',
    /** An update of the object is planned, which may clear the way for what refers to it. */
    change: (id: string) => note(id, { fate: 'changed' }),
    changes: (id: string) => fateOf(id) === 'leaving' || fateOf(id) === 'changed',

    /** What will be called so: an object of the state, or one that is only planned and has no id yet. */
    call({ name: resource }: Resource, { scope, call }: Call, id: string | undefined) {
      calls.set(keyOf(resource, scope ?? anywhere, call), { id })
      if (id !== undefined && scope !== undefined) note(id, { fate: fateOf(id) ?? 'kept', call })
    },
    called: ({ name: resource }: Resource, scope: string, call: string) =>
      calls.get(keyOf(resource, scope, call)) ??
      calls.get(keyOf(resource, anywhere, call.slice(call.lastIndexOf('/') + 1))),
    callOf: (id: string) => objects.get(id)?.call,

    /** Notes one `way` of managing the `subject`; answers whether another one has been noted too. */
    isClaimedOtherwise(subject: string, way: unknown): boolean {
      const ways = claims.get(subject) ?? new Set()
      claims.set(subject, ways.add(way))
      return ways.size > 1
    },

    /** What was waited for in vain by one object is not waited for by the next. */
    giveUp: (what: string) => void futile.add(what),
    isGivenUp: (what: string) => futile.has(what),
  }
}

export type Registry = ReturnType<typeof createRegistry>

const anywhere = '*'
const keyOf = (...parts: string[]) => parts.join('/')
