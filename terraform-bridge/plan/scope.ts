// Within what a name is unique: the whole deployment, or one organization, which may be planned only.
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Entries } from '../protocol/value.ts'
import { textOf } from '../values/json.ts'
import type { Pair } from '../values/private-state.ts'

export interface Scope {
  /** The organization's id, or its name while it is not there; empty for the whole deployment. */
  readonly key: string
  /** The organization as people call it; empty for the whole deployment. */
  readonly name: string
  /** Whether the server has it, so that it can be asked what is in it. */
  readonly exists: boolean
}

/** Where a name of `target` is looked up for an object with these values; undefined while that is not known. */
export const scopeIn = (
  target: Resource,
  values: Entries,
  references: Readonly<Record<string, readonly Pair[]>>,
): Scope | undefined => {
  if (!target.within) return { key: '', name: '', exists: true }
  const [pair] = references.organization ?? []
  if (pair) return { key: pair.id, name: pair.name, exists: true }
  const name = textOf(values.organization)
  return name === undefined ? undefined : { key: name, name, exists: false }
}
