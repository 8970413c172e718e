// References in a plan: equality is equality of the object, whatever it is called (S2, S3, S16).
import { type Value, whollyKnown } from '../protocol/value.ts'
import type { Pair } from '../values/private-state.ts'
import { spellingsOf } from '../values/references.ts'
import { type ReferenceContext, type Resolved, resolve } from './resolve.ts'

export interface PlannedReference {
  readonly value: Value
  /** What it stands for; absent while any of it is pending. */
  readonly pairs?: readonly Pair[]
  /** `replaced`: spelled as before, but the object of that name will be another one. */
  readonly change: 'none' | 'respelled' | 'other' | 'replaced'
  /** The spellings of what is neither there nor planned so far. */
  readonly missing: readonly string[]
}

/** `prior` is null where there was no object, or no value. Only wholly known values can be judged. */
export const planReference = async (
  wanted: Value,
  prior: Value,
  context: ReferenceContext,
): Promise<PlannedReference> => {
  if (!whollyKnown(wanted)) return { value: wanted, change: 'other', missing: [] }
  if (wanted === null)
    return { value: null, pairs: [], change: prior === null ? 'none' : 'other', missing: [] }

  const spellings = spellingsOf(wanted)
  const found = await Promise.all(spellings.map((spelling) => resolve(spelling, context)))
  const missing = spellings.filter((_, at) => found[at]!.kind === 'nothing')
  const pairs = found.flatMap((it) => (it.kind === 'object' ? [it.pair] : []))
  const whole = pairs.length === found.length ? pairs : undefined
  if (prior !== null && whole && sameObjects(whole, context.before)) {
    return found.every(asBefore)
      ? { value: prior, pairs: whole, change: 'none', missing }
      : { value: wanted, pairs: whole, change: 'respelled', missing }
  }
  const spelledAlike = prior !== null && sameTexts(spellings, spellingsOf(prior))
  if (spelledAlike) return { value: prior, pairs: whole, change: 'replaced', missing }
  return { value: wanted, pairs: whole, change: 'other', missing }
}

const asBefore = (it: Resolved): boolean => it.kind === 'object' && it.spelled

const sameObjects = (some: readonly Pair[], others: readonly Pair[]): boolean =>
  sameTexts(
    some.map(({ id }) => id),
    others.map(({ id }) => id),
  )

const sameTexts = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.toSorted().join('\n') === others.toSorted().join('\n')
