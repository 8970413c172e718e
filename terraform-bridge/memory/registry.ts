// What one plan has shown so far: which objects the state knows, and what becomes of each, by id and by name (S16).
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'

export interface PlannedObject {
  readonly resource: string
  /**
   * Within what the name is unique: the organization's id, or its name while that is only planned. Undefined while
   * nothing of it is known.
   */
  readonly scope: string | undefined
  readonly name: string
  /** Absent while the object is only planned. */
  readonly id?: string
  /** Whether the plan changes the object, so that it may cure what the server would refuse today. */
  readonly changes: boolean
}

/**
 * It knows what Terraform has told so far, which is never known to be all. It may therefore keep a plan from saying
 * something, or add a replacement, and never decides that something is refused.
 */
export const createRegistry = () => {
  const known = new Set<string>()
  const made = new Set<string>()
  const leaving = new Set<string>()
  const byName = new Map<string, PlannedObject>()
  const byId = new Map<string, PlannedObject>()
  const byKey = new Map<string, string | undefined>()
  const claims = new Map<string, Set<string>>()
  const readOnes = new Set<string>()
  const met = new Set<string>()
  const keptBack = new Map<string, Diagnostic[]>()
  const futile = new Set<string>()

  return {
    /** An object that this state has and keeps, changed or not, or replaces. */
    know: (id: string) => void known.add(id),
    /** An object that this apply has created; the name of its type where there is only one. */
    make: (id: string) => void made.add(id),
    knows: (id: string) => known.has(id) || made.has(id),
    hasMade: (id: string) => made.has(id),

    /** Core has read the object. It plans it soon; one that it destroys it has planned before. */
    read: (id: string) => void readOnes.add(id),
    /** Whether core has read the object and not planned it: a tainted one it plans as if there were none. */
    seemsTainted: (id: string) => readOnes.has(id) && !met.has(id),
    /** Keeps back what would be said if the object were not tainted. */
    keepBack: (id: string, told: Diagnostic[]) => void keptBack.set(id, told),
    /** Core plans the object as one that there is: it is not tainted, and what was kept back is said now. */
    meet(id: string): Diagnostic[] {
      met.add(id)
      return keptBack.get(id) ?? []
    },

    /** The object with this id is destroyed, or replaced by another one. */
    leave: (id: string) => void leaving.add(id),
    leaves: (id: string) => leaving.has(id),

    plan(it: PlannedObject) {
      byName.set(keyOf(it.resource, it.scope ?? anywhere, it.name), it)
      if (it.id) byId.set(it.id, it)
    },
    /** What this plan says will have the name. */
    named: ({ name: resource }: Resource, scope: string, name: string): PlannedObject | undefined =>
      byName.get(keyOf(resource, scope, name)) ?? byName.get(keyOf(resource, anywhere, name)),
    withId: (id: string): PlannedObject | undefined => byId.get(id),
    changes: (id: string): boolean => leaving.has(id) || byId.get(id)?.changes === true,

    /** False when another resource block has planned this natural key; `id` is that of the state, if it has one. */
    isOnly({ name }: Resource, key: string, id: string | undefined): boolean {
      const at = keyOf(name, key)
      if (byKey.has(at)) return id !== undefined && byKey.get(at) === id
      byKey.set(at, id)
      return true
    },

    /** What was waited for in vain by one object is not waited for by the next. */
    giveUp: (what: string) => void futile.add(what),
    isGivenUp: (what: string) => futile.has(what),

    /** Notes that a relation of `subject` is managed in one `way`; answers whether it is in another one too. */
    isClaimedOtherwise(subject: string, way: string): boolean {
      const ways = claims.get(subject) ?? new Set<string>()
      claims.set(subject, ways.add(way))
      return ways.size > 1
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>

const anywhere = '*'
const keyOf = (...parts: string[]) => parts.join('/')
