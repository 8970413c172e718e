// Natural keys, as paths of the API and as import strings.
import { addressParts, naturalKey } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Entries } from '../protocol/value.ts'
import { textOf } from './json.ts'
import type { Pair } from './private-state.ts'

/**
 * The parts in order, from below the attribute `below` on if it is one of them; a last part that is null is left out.
 * Empty where there is no natural key.
 */
export const keyOf = (resource: Resource, row: Row, below?: string): string[] =>
  naturalKey(resource)
    .filter((attribute) => attribute !== below)
    .flatMap((attribute) => ((row[attribute] ?? null) === null ? [] : String(row[attribute]).split('/')))

/**
 * `acme/alice` of planned values, with names where ids were written, from below the attribute `below` on; undefined
 * while a part is not known, and where there is no natural key.
 */
export const plannedKey = (
  resource: Resource,
  values: Entries,
  references: Readonly<Record<string, readonly Pair[]>>,
  below?: string,
): string | undefined => {
  if (resource.singleton) return resource.name
  const given = naturalKey(resource)
    .filter((attribute) => attribute !== below)
    .map((attribute) => references[attribute]?.[0]?.name ?? values[attribute] ?? null)
    .filter((part) => part !== null)
  return given.length > 0 && given.every((part) => typeof part === 'string') ? given.join('/') : undefined
}

/** `acme/alice` or an id, as the parts of an address; undefined where it can be neither. */
export const addressIn = (resource: Resource, text: string): string[] | undefined => {
  if (resource.singleton) return text === resource.name ? [text] : undefined
  if (text.startsWith(`${resource.prefix}_`) && !text.includes('/')) return [text]
  const parts = text.split('/')
  const known = addressParts(resource)
  const fewest = known.at(-1)?.optional ? known.length - 1 : known.length
  const fits = parts.length >= fewest && parts.length <= known.length && parts.every((part) => part !== '')
  return fits ? parts : undefined
}

/** How an import string is written: `organization/user`. Empty where there is only the id. */
export const keyForm = (resource: Resource): string =>
  resource.singleton
    ? resource.name
    : addressParts(resource)
        .map(({ name, optional }) => (optional ? `[${name}]` : name))
        .join('/')

/** The last part of a key, which names the object within its place; undefined while that is not known. */
export const nameOf = (resource: Resource, values: Entries): string | undefined =>
  textOf(values[resource.key.at(-1) ?? ''])
