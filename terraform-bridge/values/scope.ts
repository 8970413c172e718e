// Within what a reference says a name: the place that both objects are in, which may be planned only, or the deployment.
import { commonPlace } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Entries } from '../protocol/value.ts'
import { textOf } from './json.ts'
import { addressIn, nameOf, plannedKey } from './key.ts'
import type { Pair } from './private-state.ts'

type References = Readonly<Record<string, readonly Pair[]>>

export interface Scope {
  /** The type of the place; absent for the whole deployment. */
  readonly place?: string
  /** The id of the place, or its name while it is not there; empty for the whole deployment. */
  readonly key: string
  /** The place as people call it; empty for the whole deployment. */
  readonly name: string
  /** Whether the server has it, so that it can be asked what is in it. */
  readonly exists: boolean
}

/** Where `from` with these values calls objects of `to`, by a path from there on; undefined while it is not known. */
export const scopeIn = (
  from: Resource,
  to: Resource,
  values: Entries,
  references: References,
): Scope | undefined => {
  const place = commonPlace(from, to)
  if (place === undefined) return { key: '', name: '', exists: true }
  const [pair] = references[place] ?? []
  if (pair) return { place, key: pair.id, name: pair.name, exists: true }
  const name = textOf(values[place])
  return name === undefined ? undefined : { place, key: name, name, exists: false }
}

/** The address of what is called so in a place that exists; undefined where nothing can be called so. */
export const addressOfCall = (to: Resource, { key }: Scope, call: string): string[] | undefined =>
  addressIn(to, key === '' || call.startsWith(`${to.prefix}_`) ? call : `${key}/${call}`)

/**
 * How objects of the same place call one with these values: by its path in the place. By its mere name, and without a
 * place, while anything above is not known; undefined while the name is not known, or there is none.
 */
export const callOf = (
  resource: Resource,
  values: Entries,
  references: References,
): { readonly scope: string | undefined; readonly call: string } | undefined => {
  const name = nameOf(resource, values)
  if (name === undefined) return undefined
  const scope = scopeIn(resource, resource, values, references)
  const path = scope && plannedKey(resource, values, references, scope.place)
  return path === undefined ? { scope: undefined, call: name } : { scope: scope!.key, call: path }
}
