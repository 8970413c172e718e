// The address of the object that values single out: by its id, or by every part of its natural key.
import { naturalKey } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Session } from '../memory/session.ts'
import type { Entries } from '../protocol/value.ts'
import { defaultParent } from './default-parent.ts'
import { textOf } from './json.ts'
import { addressIn } from './key.ts'

/** An omitted parent is the default one; undefined where another part is missing, or is none. */
export const addressFrom = async (
  resource: Resource,
  values: Entries,
  session: Session,
): Promise<string[] | undefined> => {
  const id = resource.singleton ? resource.name : textOf(values.id)
  if (id !== undefined) return [id]
  const key = naturalKey(resource)
  const parts = await Promise.all(
    key.map(async (name) => {
      const { fallback } = resource.attributes[name]!
      return textOf(values[name]) ?? (fallback && textOf(await defaultParent(name, fallback, session)))
    }),
  )
  const lacks = (name: string, at: number) =>
    parts[at] === undefined && resource.attributes[name]!.presence !== 'optional'
  if (key.some(lacks)) return undefined
  return addressIn(resource, parts.filter((part) => part !== undefined).join('/'))
}
