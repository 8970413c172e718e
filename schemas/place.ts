// Where the objects of a resource live: the places above them, and what their natural keys are made of.
import type { Resource } from './vocabulary.ts'

/** The parent and what is above it, from the top. */
const placesOf = ({ within }: Resource): Resource[] => (within ? [...placesOf(within), within] : [])

/** The attributes that name the places of an object: the topmost, and its parent, which is called by a path in it. */
const placeAttributes = (resource: Resource): string[] => {
  const places = placesOf(resource).map(({ name }) => name)
  return [...new Set([...places.slice(0, 1), ...places.slice(-1)])]
}

/**
 * The attributes of the natural key, in order: those of its places and those of its key there. Joined by `/` their
 * values are the path and the import string of an object; empty where it is addressed by id alone.
 */
export const naturalKey = (resource: Resource): string[] =>
  resource.key.length === 0 ? [] : [...placeAttributes(resource), ...resource.key]

/** The attributes that no two objects have equal: the parent, and the key in it. */
export const uniqueIn = ({ within, key }: Resource): string[] => [...(within ? [within.name] : []), ...key]
