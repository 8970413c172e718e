// An answer of the API as the state of a resource, spelled as the state before spelled it (S2, S19, S20).
import { idNameOf, referenceIn } from '../../schemas/index.ts'
import type { Attribute, Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Entries, Value } from '../protocol/value.ts'
import { kept } from './block.ts'
import { fromJson, inPriorSpelling } from './json.ts'
import type { Private } from './private-state.ts'
import { keptSpelling, pairsIn } from './references.ts'

/** `before` is null on import: then everything is taken as it is, names for references, unmanaged values too. */
export const stateOf = (resource: Resource, row: Row, before: Entries | null): Entries => {
  const state: Entries = {}
  for (const [name, attribute] of Object.entries(kept(resource))) {
    state[name] = valueIn(name, attribute, row, before && (before[name] ?? null), before === null)
  }
  // `reconciled` says that the writer of this state has seen it done; only writing anew can undo that (S21).
  if (before?.reconciled === true) state.reconciled = true
  if (resource.clustered) state.timeouts = before?.timeouts ?? null
  return state
}

/** What all references of an answer stand for; undefined where a resource has none. */
export const referencesOf = (resource: Resource, row: Row): Private['references'] => {
  const pairs = Object.entries(kept(resource)).flatMap(([name, attribute]) =>
    referenceIn(attribute) ? [[name, pairsIn(row, name, attribute)] as const] : [],
  )
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined
}

/** Who was listed by an object that is going leaves one by one, and nothing is to be planned of that. */
export const withItsLists = (resource: Resource, row: Row, { references = {} }: Private): Row => {
  const lists = Object.entries(resource.attributes).flatMap(([name, { view, shape }]) => {
    const pairs = view && references[name]
    if (!pairs) return []
    return [
      [name, pairs.map((it) => it.name)],
      [idNameOf(name, shape)!, pairs.map(({ id }) => id)],
    ]
  })
  return { ...row, ...Object.fromEntries(lists) }
}

const valueIn = (name: string, attribute: Attribute, row: Row, prior: Value, imported: boolean): Value => {
  const { secret, unmanaged, shape } = attribute
  if (secret || (unmanaged && prior === null && !imported)) return null
  const reference = referenceIn(attribute)
  if (!reference || row[name] === null || row[name] === undefined) {
    return inPriorSpelling(shape, fromJson(shape, row[name]), prior)
  }
  const spelled = keptSpelling(prior, pairsIn(row, name, attribute), reference)
  return shape.kind === 'set' ? spelled : spelled[0]!
}
