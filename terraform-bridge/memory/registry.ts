// What one plan has shown so far: which objects the state knows, and what becomes of each, by id and by name (S16).
import type { Resource } from '../../schemas/vocabulary.ts'
import { createLatecomers } from './latecomers.ts'

export interface Planned {
  readonly resource: string
  /** Within what the name is unique: the organization's id, or its name while that is only planned. */
  readonly scope: string
  readonly name: string
  /** Absent while the object is only planned. */
  readonly id?: string
  /** Whether the plan changes the object, so that it may cure what the server would refuse today. */
  readonly changes: boolean
}

export const createRegistry = () => {
  const known = new Set<string>()
  const leaving = new Set<string>()
  const byName = new Map<string, Planned>()
  const byId = new Map<string, Planned>()
  const claims = new Map<string, Map<string, string>>()
  const handedOver = new Set<string>()
  const futile = new Set<string>()
  const singletons = new Set<string>()
  const latecomers = createLatecomers((id) => known.has(id))

  return {
    /** An object that this state has, whether it is kept, changed or destroyed, or that this apply created. */
    know(id: string) {
      known.add(id)
      latecomers.heard()
    },
    knows: (id: string) => known.has(id),
    /** Whether this state has the object, as soon as that can be told. */
    mayKnow: latecomers.mayCome,

    /** The object with this id is destroyed, or replaced by another one. */
    leave: (id: string) => void leaving.add(id),
    leaves: (id: string) => leaving.has(id),

    plan(it: Planned) {
      byName.set(keyOf(it.resource, it.scope, it.name), it)
      if (it.id) byId.set(it.id, it)
    },
    /** What this plan says will have the name. */
    named: ({ name: resource }: Resource, scope: string, name: string): Planned | undefined =>
      byName.get(keyOf(resource, scope, name)),
    withId: (id: string): Planned | undefined => byId.get(id),
    changes: (id: string): boolean => leaving.has(id) || byId.get(id)?.changes === true,

    /** Notes that a relation of `subject` is managed in one of two `ways`, by `whom`; answers who does so in another. */
    claim(subject: string, way: string, whom: string): string | undefined {
      const ways = claims.get(subject) ?? new Map<string, string>()
      claims.set(subject, ways.set(way, whom))
      return [...ways].find(([other]) => other !== way)?.[1]
    },

    /** A relation of `subject` is given up by the list that decides it, for single rows to follow. */
    handOver: (subject: string) => void handedOver.add(subject),
    isHandedOver: (subject: string) => handedOver.has(subject),

    /** What was waited for in vain by one object is not waited for by the next. */
    giveUp: (what: string) => void futile.add(what),
    isGivenUp: (what: string) => futile.has(what),

    /** False for the second instance of a resource that there is only one of. */
    first({ name }: Resource): boolean {
      if (singletons.has(name)) return false
      return Boolean(singletons.add(name))
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>

const keyOf = (...parts: string[]) => parts.join('/')
