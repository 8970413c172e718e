// References in a plan: equality is equality of the object, whatever it is called (S2, S3, S16).
import { canonical } from '../../schemas/equality.ts'
import { idNameOf } from '../../schemas/index.ts'
import type { Attribute, Reference } from '../../schemas/vocabulary.ts'
import { type Value, whollyKnown } from '../protocol/value.ts'
import type { Pair } from './private-state.ts'
import { type Place, type Resolved, resolve } from './resolve.ts'

export interface PlannedReference {
  readonly value: Value
  /** What it stands for; absent while any of it is pending. */
  readonly pairs?: readonly Pair[]
  /** `replaced`: spelled as before, but the object of that name will be another one. */
  readonly change: 'none' | 'respelled' | 'other' | 'replaced'
  /** The spellings of what is neither there nor planned so far. */
  readonly missing: readonly string[]
}

/** The shape of what is referred to, in a single reference as in a set of them. */
export const referenceIn = ({ shape }: Attribute): Reference | undefined => {
  if (shape.kind === 'reference') return shape
  return shape.kind === 'set' && shape.of.kind === 'reference' ? shape.of : undefined
}

/** `prior` is null where there was no object, or no value. Only wholly known values can be judged. */
export const planReference = async (wanted: Value, prior: Value, place: Place): Promise<PlannedReference> => {
  if (!whollyKnown(wanted)) return { value: wanted, change: 'other', missing: [] }
  if (wanted === null)
    return { value: null, pairs: [], change: prior === null ? 'none' : 'other', missing: [] }

  const spellings = spellingsOf(wanted)
  const found = await Promise.all(spellings.map((spelling) => resolve(spelling, place)))
  const missing = spellings.filter((_, at) => found[at]!.kind === 'nothing')
  const pairs = found.flatMap((it) => (it.kind === 'object' ? [it.pair] : []))
  const whole = pairs.length === found.length ? pairs : undefined
  if (prior !== null && whole && sameObjects(whole, place.before)) {
    return found.every(asBefore)
      ? { value: prior, pairs: whole, change: 'none', missing }
      : { value: wanted, pairs: whole, change: 'respelled', missing }
  }
  const spelledAlike = prior !== null && sameTexts(spellings, spellingsOf(prior))
  if (spelledAlike) return { value: prior, pairs: whole, change: 'replaced', missing }
  return { value: wanted, pairs: whole, change: 'other', missing }
}

/** What the answer says an attribute stands for. */
export const pairsIn = (row: Record<string, unknown>, name: string, attribute: Attribute): Pair[] => {
  const ids = listOf(row[idNameOf(name, attribute.shape)!])
  const names = listOf(row[name])
  return ids.map((id, at) => ({ id, name: names[at] ?? id }))
}

/** The spelling a state keeps: each as it was if it still is that id, the current name or an alias, else the name. */
export const keptSpelling = (prior: Value, now: readonly Pair[], shape: Reference): string[] => {
  const spellings = prior === null ? [] : spellingsOf(prior)
  // A map, because a set may hold thousands.
  const spelled = new Map(
    spellings.flatMap((it) => [[String(canonical(shape, it)), it] as const, [it, it] as const]),
  )
  return now.map(({ id, name }) => spelled.get(id) ?? spelled.get(name) ?? name)
}

const asBefore = (it: Resolved): boolean => it.kind === 'object' && it.spelled

const spellingsOf = (value: Value): string[] => [value].flat().filter((it) => typeof it === 'string')

const sameObjects = (some: readonly Pair[], others: readonly Pair[]): boolean =>
  sameTexts(
    some.map(({ id }) => id),
    others.map(({ id }) => id),
  )

const sameTexts = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.toSorted().join('\n') === others.toSorted().join('\n')

const listOf = (json: unknown): string[] =>
  json === null || json === undefined ? [] : [json].flat().map(String)
