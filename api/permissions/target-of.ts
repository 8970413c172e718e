// Reads the place and the owner of a row, as its schema names them (P1): from its columns, and as SQL.
import { placeAttribute } from '../../schemas/place.ts'
import type { Noun, Target } from './grant.ts'

const column = (attribute: string) => (attribute === 'id' ? 'id' : `${attribute}_id`)

/** The column that holds the id of the organization whose grants decide; nothing for what belongs to the deployment. */
export const placeColumn = (noun: Noun): string | undefined => {
  const attribute = noun.place === 'id' ? 'id' : placeAttribute(noun)
  return attribute && column(attribute)
}

/** The column that holds the id of the user whose own a row is. */
export const ownerColumn = ({ owner }: Noun): string | undefined =>
  owner === undefined ? undefined : column(owner)

/** Selects what `targetOf` reads of a row `t`. */
export const targetSql = (noun: Noun): string => {
  const [place, owner] = [placeColumn(noun), ownerColumn(noun)]
  const roles = owner && `(select o.site_roles from "user" o where o.id = t.${owner}) as owner_site_roles`
  const columns = [...new Set(['id', place, owner])].flatMap((it) => (it ? [`t.${it}`] : []))
  return [...columns, ...(roles ? [roles] : [])].join(', ')
}

/** `row` by columns. A user is their own owner, whose site roles are on the row. */
export const targetOf = (noun: Noun, row: Readonly<Record<string, unknown>>): Target => {
  const idIn = (name: string | undefined) =>
    name === undefined ? null : ((row[name] ?? null) as string | null)
  const roles = row.owner_site_roles ?? (noun.owner === 'id' ? row.site_roles : undefined)
  return {
    place: idIn(placeColumn(noun)),
    owner: idIn(ownerColumn(noun)),
    ownerSiteRoles: roles as readonly string[] | undefined,
  }
}
