// The table of a resource as `t`, joined with the rows it refers to, whose names stand in keys and answers.
import { resourceNamed } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { columnsOf } from '../schema/columns.ts'

/** The attribute by which others call a resource. */
export const calledBy = (resource: Resource): string => resource.key.at(-1)!

/** Whether objects of the resource live in one organization each, and are called by name there only. */
export const isInside = (resource: Resource) => 'organization' in resource.attributes

export const referencesOf = (resource: Resource) =>
  Object.entries(resource.attributes).flatMap(([attribute, { shape }]) =>
    shape.kind === 'reference' ? [{ attribute, to: resourceNamed(shape.to), alias: `r_${attribute}` }] : [],
  )

export const fromOf = (resource: Resource): string => {
  const joins = referencesOf(resource).map(({ attribute, to, alias }) => {
    const nullable = columnsOf(resource).find((it) => it.name === `${attribute}_id`)?.nullable
    return `${nullable ? 'left ' : ''}join "${to.name}" ${alias} on ${alias}.id = t.${attribute}_id`
  })
  return [`"${resource.name}" t`, ...joins].join(' ')
}

/** What each part of the natural key is ordered by. An absent last part comes first, as the empty text. */
export const keyExpressions = (resource: Resource): string[] =>
  naturalKey(resource).map((part) => {
    const reference = referencesOf(resource).find(({ attribute }) => attribute === part)
    const column = reference ? `${reference.alias}."${calledBy(reference.to)}"` : `t."${part}"`
    return resource.attributes[part]!.presence === 'optional' ? `coalesce(${column}, '') collate "C"` : column
  })

const looksLikeId = (resource: Resource, part: string) => part.startsWith(`${resource.prefix}_`)

/** Where the object of an address is: by id, or by the parts of its key, each a name or an id. */
export const locate = (
  resource: Resource,
  address: readonly string[],
): { where: string; values: string[] } | undefined => {
  const [first = ''] = address
  if (resource.singleton) return address.length === 1 ? { where: 't.id = $1', values: [first] } : undefined
  if (address.length === 1 && looksLikeId(resource, first)) return { where: 't.id = $1', values: [first] }
  const optional = resource.attributes[calledBy(resource)]!.presence === 'optional'
  const key = naturalKey(resource)
  if (address.length !== key.length && !(optional && address.length === key.length - 1)) {
    return undefined
  }
  const conditions = key.map((part, index) => {
    const value = address[index]
    const reference = referencesOf(resource).find(({ attribute }) => attribute === part)
    if (!reference) return `t."${part}" = $${index + 1}`
    if (value === undefined) return `t.${part}_id is null`
    return looksLikeId(reference.to, value)
      ? `t.${part}_id = $${index + 1}`
      : `${reference.alias}."${calledBy(reference.to)}" = $${index + 1}`
  })
  return { where: conditions.join(' and '), values: [...address] }
}
