// The one order of locks: a type after all that it refers to, organizations first, and rows of one type by id.
import { referenceIn, resourceNamed } from '../../../../schemas/index.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'

/** How long the longest way of references from a type is; schemas refer in no circle. */
const rankOf = ({ attributes }: Resource): number => {
  const targets = new Set(Object.values(attributes).flatMap((it) => referenceIn(it)?.to ?? []))
  return Math.max(0, ...[...targets].map((it) => 1 + rankOf(resourceNamed(it))))
}

/** Whoever locks in this order waits for nobody who waits for them; a delete's cascade runs the same way. */
export const inLockOrder = (types: readonly Resource[]): Resource[] =>
  types.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1))
