// The place of the objects of a resource: their parents, and the parts of their natural keys.
import { referenceIn, resourceNamed, resources } from './index.ts'
import type { Resource } from './vocabulary.ts'

/** What of a resource says where its objects live. */
type Placed = Pick<Resource, 'within' | 'place'>

/** The parent and what is above it, from the top. */
const placesOf = ({ within }: Placed): Resource[] => (within ? [...placesOf(within), within] : [])

/** The place at the top, in which names below are paths; nothing for what belongs to the deployment. */
export const topOf = (resource: Placed): Resource | undefined => placesOf(resource)[0]

/** The noun whose objects are places: their grants decide about what is in them (P1). */
export const placeNoun = (): Resource => resources.find(({ place }) => place === 'id')!

/** The noun whose objects are owners: theirs are their own (P1). */
export const ownerNoun = (): Resource => resources.find(({ owner }) => owner === 'id')!

/** The attribute that names the place whose grants decide; nothing for places and for what the deployment has (P1). */
export const placeAttribute = (resource: Placed): string | undefined => {
  if (resource.place !== undefined) return resource.place === 'id' ? undefined : resource.place
  const top = topOf(resource)
  return top?.place === 'id' ? top.name : undefined
}

/** The attributes that name the places of an object: the topmost, and its parent, which is called by a path in it. */
export const placeAttributes = (resource: Resource): string[] => {
  const places = placesOf(resource).map(({ name }) => name)
  return [...new Set([...places.slice(0, 1), ...places.slice(-1)])]
}

/**
 * The attributes of the natural key, in order: those of its places and those of its key there. Joined by `/` their
 * values are the path and the import string of an object; empty where it is addressed by id alone.
 */
export const naturalKey = (resource: Resource): string[] =>
  resource.key.length === 0 ? [] : [...placeAttributes(resource), ...resource.key]

/** The attributes that no two objects have equal: the parent, and the key in it; none where the id alone tells them apart. */
export const uniqueIn = ({ within, key }: Resource): string[] =>
  key.length === 0 ? [] : [...(within ? [within.name] : []), ...key]

/** One part of an address, between two slashes. */
export type AddressPart = {
  /** What paths call it; the parts of one address have different names. */
  readonly name: string
  /** The attribute of the natural key to whose value it belongs. */
  readonly attribute: string
  /** The references that lead from an object to the one that has the column; none where the object itself has it. */
  readonly through: readonly string[]
  readonly column: string
  /** What the part names, where that is another object: its id serves as well. */
  readonly object?: Resource
  /** Whether it is left out where it is null. */
  readonly optional: boolean
}

/** The attribute that names the place which objects of both are in; nothing where that is the deployment. */
export const commonPlace = (from: Resource, to: Resource): string | undefined => {
  const top = topOf(to)
  return top && topOf(from) === top ? top.name : undefined
}

/** How objects of `to` are called where `from` is: by their address, from below the place that both are in. */
const partsBelow = (from: Resource, to: Resource): AddressPart[] => {
  const common = commonPlace(from, to)
  return addressParts(to).filter((it) => it.attribute !== common)
}

/** The parts of what a reference says, as a path; each leads through the reference. */
export const referenceParts = (resource: Resource, attribute: string): AddressPart[] => {
  const { presence } = resource.attributes[attribute]!
  const reference = referenceIn(resource.attributes[attribute]!)
  if (!reference) return []
  const to = resourceNamed(reference.to)
  const inner = partsBelow(resource, to)
  return inner.map((it, at) => {
    const isLast = at === inner.length - 1
    return {
      name: isLast ? attribute : `${attribute}_${it.name}`,
      attribute,
      through: [attribute, ...it.through],
      column: it.column,
      object: isLast ? to : it.object,
      optional: presence === 'optional' || it.optional,
    }
  })
}

const known = new Map<Resource, readonly AddressPart[]>()

/** The parts of an address in order: `acme/ubuntu/24.04`. Its last may be left out where it is optional. */
export const addressParts = (resource: Resource): readonly AddressPart[] => {
  const parts = known.get(resource) ?? partsOf(resource)
  known.set(resource, parts)
  return parts
}

const partsOf = (resource: Resource): AddressPart[] =>
  naturalKey(resource).flatMap((attribute) => {
    const { shape, presence } = resource.attributes[attribute]!
    if (shape.kind === 'reference') return referenceParts(resource, attribute)
    const optional = presence === 'optional'
    return [{ name: attribute, attribute, through: [], column: attribute, optional }]
  })
