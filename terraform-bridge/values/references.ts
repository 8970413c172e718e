// Resolves references in states and answers, and keeps the spelling of the state (S2, S19).
import { canonical } from '../../schemas/equality.ts'
import { idNameOf } from '../../schemas/index.ts'
import type { Attribute, Reference } from '../../schemas/vocabulary.ts'
import type { Value } from '../protocol/value.ts'
import type { Pair } from './private-state.ts'

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

export const spellingsOf = (value: Value): string[] => [value].flat().filter((it) => typeof it === 'string')

const listOf = (json: unknown): string[] =>
  json === null || json === undefined ? [] : [json].flat().map(String)
