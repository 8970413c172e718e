// Natural keys, as paths of the API and as import strings.
import { naturalKey } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Entries } from '../protocol/value.ts'
import { textOf } from './json.ts'
import type { Pair } from './private-state.ts'

/** The parts in order; a last part that is null is left out. */
export const keyOf = (resource: Resource, row: Row): string[] =>
  naturalKey(resource).flatMap((part) =>
    row[part] === null || row[part] === undefined ? [] : [String(row[part])],
  )

/** `acme/alice` of planned values, with names where ids were written; undefined while a part is not known. */
export const plannedKey = (
  resource: Resource,
  values: Entries,
  references: Readonly<Record<string, readonly Pair[]>>,
): string | undefined => {
  if (resource.singleton) return resource.name
  const parts = naturalKey(resource).map((part) => references[part]?.[0]?.name ?? values[part] ?? null)
  const given = parts.filter((part) => part !== null)
  return given.every((part) => typeof part === 'string') ? given.join('/') : undefined
}

/** `acme/alice` or an id, as the parts of an address; undefined where it can be neither. */
export const addressIn = (resource: Resource, text: string): string[] | undefined => {
  if (resource.singleton) return text === resource.name ? [text] : undefined
  if (text.startsWith(`${resource.prefix}_`)) return [text]
  const parts = text.split('/')
  const { attributes } = resource
  const key = naturalKey(resource)
  const fewest = attributes[key.at(-1)!]!.presence === 'optional' ? key.length - 1 : key.length
  const fits = parts.length >= fewest && parts.length <= key.length && parts.every((part) => part !== '')
  return fits ? parts : undefined
}

/** How an import string is written: `organization/user`. */
export const keyForm = (resource: Resource): string =>
  resource.singleton
    ? resource.name
    : naturalKey(resource)
        .map((part) => (resource.attributes[part]!.presence === 'optional' ? `[${part}]` : part))
        .join('/')

/** The last part of a key, which names the object within its place; undefined while that is not known. */
export const nameOf = (resource: Resource, values: Entries): string | undefined =>
  textOf(values[resource.key.at(-1) ?? ''])
