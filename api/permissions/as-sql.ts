// The rows that somebody may reach, as a condition of SQL on the row `t`: what `may` decides, for lists and reads.
import type { Action, Grant, Grants, Noun } from './grant.ts'
import { grantsFor, isUnlimited } from './may.ts'
import { ownerColumn, placeColumn } from './target-of.ts'

/** Gives a value to the statement and answers its `$1`. */
type Parameter = (value: unknown) => string

const inPlace = (grants: Grants, { place }: Grant, noun: Noun, parameter: Parameter): string => {
  if (place === 'everywhere') return 'true'
  const column = placeColumn(noun)
  if (column === undefined) return 'false'
  return place === 'memberships'
    ? `exists (select from org_membership m where m.organization_id = t.${column} and m.user_id = ${parameter(grants.user)})`
    : `t.${column} = ${parameter(place.organization)}`
}

const ofOwner = (grants: Grants, { scope }: Grant, noun: Noun, parameter: Parameter): string => {
  if (scope === 'all') return 'true'
  const column = ownerColumn(noun)
  return column === undefined ? 'false' : `t.${column} = ${parameter(grants.user)}`
}

const ofPlainOwner = ({ ownerWithout }: Grant, noun: Noun, parameter: Parameter): string => {
  if (ownerWithout === undefined) return 'true'
  const column = ownerColumn(noun)
  if (column === undefined) return 'false'
  return `exists (select from "user" o where o.id = t.${column} and not o.site_roles && ${parameter(ownerWithout)}::text[])`
}

/** Nothing where every row is reached, so that whoever may see all asks what they always asked; `false` where none is. */
export const asSql = (
  grants: Grants,
  action: Action,
  noun: Noun,
  parameter: Parameter,
): string | undefined => {
  const all = grantsFor(grants, action, noun)
  if (all.some(isUnlimited)) return
  const conditions = all.map((it) => {
    const parts = [
      inPlace(grants, it, noun, parameter),
      ofOwner(grants, it, noun, parameter),
      ofPlainOwner(it, noun, parameter),
    ]
    return `(${parts.filter((part) => part !== 'true').join(' and ') || 'true'})`
  })
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`
}
