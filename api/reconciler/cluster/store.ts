// What was seen of the objects of a cluster, by key and by organization.
import { organizationLabel } from '../../resources/objects/object.ts'
import type { Seen } from './seen.ts'

/** Whose an object is, by its label. */
export const organizationOf = ({ labels }: Seen): string | undefined => labels[organizationLabel]

export const createStore = () => {
  const all = new Map<string, Seen>()
  // Under undefined is what belongs to no organization.
  const keys = new Map<string | undefined, Set<string>>()

  const remove = (key: string) => {
    const seen = all.get(key)
    if (!seen) return
    all.delete(key)
    const organization = organizationOf(seen)
    const others = keys.get(organization)
    others?.delete(key)
    if (others?.size === 0) keys.delete(organization)
  }
  return {
    get: (key: string) => all.get(key),
    put(seen: Seen) {
      remove(seen.key)
      all.set(seen.key, seen)
      const organization = organizationOf(seen)
      const others = keys.get(organization)
      if (others) others.add(seen.key)
      else keys.set(organization, new Set([seen.key]))
    },
    remove,
    /** All of one organization, or all that is of none. */
    of: (organization: string | undefined): Seen[] =>
      [...(keys.get(organization) ?? [])].map((key) => all.get(key)!),
    organizations: (): string[] => [...keys.keys()].filter((it) => it !== undefined),
    /** Of one kind, such as `Namespace`. */
    *ofKind(kind: string): Generator<Seen> {
      for (const [key, seen] of all) if (key.startsWith(`${kind}/`)) yield seen
    },
  }
}
export type Store = ReturnType<typeof createStore>
