// Addresses in SQL: the table of a resource as `t`, joined with the rows that its references and its key lead to.
import { referenceIn, referencesOf, resourceNamed } from '../../../schemas/index.ts'
import { type AddressPart, addressParts, referenceParts } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { columnsOf } from '../schema/columns.ts'

/** The attribute by which others call a resource. */
export const calledBy = (resource: Resource): string => resource.key.at(-1)!

const aliasOf = (through: readonly string[], base: string) => [base, ...through].join('__')

const columnOf = ({ through, column }: AddressPart, base: string) => `${aliasOf(through, base)}."${column}"`

/** The id of the object that a part names, which the row before it refers to. */
const idOf = ({ through }: AddressPart, base: string) =>
  `${aliasOf(through.slice(0, -1), base)}."${through.at(-1)}_id"`

/** The rows that parts lead to, each joined once; from a reference that may be null on, whether there is one or not. */
const joinsTo = (resource: Resource, parts: readonly AddressPart[], base: string): string[] => {
  const joins = new Map<string, string>()
  for (const { through } of parts) {
    let from = resource
    let kind = ''
    through.forEach((attribute, at) => {
      const { to } = referenceIn(from.attributes[attribute]!)!
      if (columnsOf(from).find(({ name }) => name === `${attribute}_id`)?.nullable) kind = 'left '
      const alias = aliasOf(through.slice(0, at + 1), base)
      const parent = aliasOf(through.slice(0, at), base)
      joins.set(alias, `${kind}join "${to}" ${alias} on ${alias}.id = ${parent}."${attribute}_id"`)
      from = resourceNamed(to)
    })
  }
  return [...joins.values()]
}

/** What the parts of a path say together; null where one that may not be left out is. */
const pathOf = (parts: readonly AddressPart[], base: string) =>
  parts
    .map((it, at) => {
      const column = columnOf(it, base)
      if (at === 0) return column
      return it.optional && at === parts.length - 1 ? `coalesce('/' || ${column}, '')` : `'/' || ${column}`
    })
    .join(' || ')

/** How the object that a reference leads to is called from `t`, by a path or, where it has no key, by its id. */
export const callOf = (resource: Resource, attribute: string): string => {
  const parts = referenceParts(resource, attribute)
  return parts.length > 0 ? pathOf(parts, 't') : `t."${attribute}_id"`
}

/** The same from the row it leads to, the element of a set as well: what to join with that row, the call, and its parts. */
export const elementCallOf = (
  resource: Resource,
  attribute: string,
  base = 'o',
): { joins: string; call: string; columns: string[] } => {
  const to = resourceNamed(referenceIn(resource.attributes[attribute]!)!.to)
  const parts = referenceParts(resource, attribute).map((it) => ({ ...it, through: it.through.slice(1) }))
  const joins = joinsTo(to, parts, base).map((it) => ` left ${it.replace(/^left /, '')}`)
  const call = parts.length > 0 ? pathOf(parts, base) : `${base}.id`
  return { joins: joins.join(''), call, columns: parts.map((it) => columnOf(it, base)) }
}

const froms = new Map<Resource, string>()

export const fromOf = (resource: Resource): string => {
  const parts = referencesOf(resource).flatMap(({ attribute }) => referenceParts(resource, attribute))
  const text = froms.get(resource) ?? [`"${resource.name}" t`, ...joinsTo(resource, parts, 't')].join(' ')
  froms.set(resource, text)
  return text
}

/** What each part of an address is ordered by. An absent last part comes first, as the empty text. */
export const keyExpressions = (resource: Resource): string[] =>
  addressParts(resource).map((part) => {
    const column = columnOf(part, 't')
    return part.optional ? `coalesce(${column}, '') collate "C"` : column
  })

/** Names hold no `_`, so that none is taken for an id. */
export const looksLikeId = (resource: Resource, part: string) => part.startsWith(`${resource.prefix}_`)

const fits = (part: AddressPart, value: string | undefined, index: number): string => {
  if (value === undefined) {
    return part.through.length > 0 ? `${idOf(part, 't')} is null` : `${columnOf(part, 't')} is null`
  }
  const byId = part.object && looksLikeId(part.object, value)
  return `${byId ? idOf(part, 't') : columnOf(part, 't')} = $${index + 1}`
}

const isId = (resource: Resource, address: readonly string[]): boolean =>
  address.length === 1 && (resource.singleton === true || looksLikeId(resource, address[0]!))

/** Whether the columns of a row still say what the address that found the row says; what they refer to is not read again. */
export const isStillAt = (
  resource: Resource,
  address: readonly string[],
  row: Readonly<Record<string, unknown>>,
): boolean =>
  isId(resource, address) ||
  addressParts(resource).every(
    ({ through, column }, index) => through.length > 0 || row[column] === (address[index] ?? null),
  )

/** Where the object of an address is: by id, or by the parts of its key, each a name or an id. */
export const locate = (
  resource: Resource,
  address: readonly string[],
): { where: string; values: string[] } | undefined => {
  if (isId(resource, address)) return { where: 't.id = $1', values: [...address] }
  const parts = addressParts(resource)
  const fewest = parts.at(-1)?.optional ? parts.length - 1 : parts.length
  if (parts.length === 0 || address.length < fewest || address.length > parts.length) return undefined
  const where = parts.map((part, index) => fits(part, address[index], index)).join(' and ')
  return { where, values: [...address] }
}
