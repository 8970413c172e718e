// The rows that somebody may reach, as a condition of SQL on the row `t`: what `may` decides, for lists and reads.
import type { Action, Grant, Grants, Noun } from './grant.ts'
import { grantsFor, isUnlimited } from './may.ts'
import { ownerColumn, placeColumn } from './target-of.ts'

/** Binds a value to the statement and answers its `$1`. */
export type Bind = (value: unknown) => string

const inPlace = (grants: Grants, { place }: Grant, noun: Noun, bind: Bind): string => {
  if (place === 'everywhere') return 'true'
  const column = placeColumn(noun)
  if (column === undefined) return 'false'
  return place === 'memberships'
    ? `exists (select from org_membership m where m.organization_id = t.${column} and m.user_id = ${bind(grants.user)})`
    : `t.${column} = ${bind(place.organization)}`
}

const ofOwner = (grants: Grants, { scope }: Grant, noun: Noun, bind: Bind): string => {
  if (scope === 'all') return 'true'
  const column = ownerColumn(noun)
  return column === undefined ? 'false' : `t.${column} = ${bind(grants.user)}`
}

const ofPlainOwner = ({ ownerWithout }: Grant, noun: Noun, bind: Bind): string => {
  if (ownerWithout === undefined) return 'true'
  const column = ownerColumn(noun)
  if (column === undefined) return 'false'
  return `exists (select from "user" o where o.id = t.${column} and not o.site_roles && ${bind(ownerWithout)}::text[])`
}

/** Nothing where every row is reached, so that whoever may see all asks what they always asked; `false` where none is. */
export const asSql = (grants: Grants, action: Action, noun: Noun, bind: Bind): string | undefined => {
  const all = grantsFor(grants, action, noun)
  if (all.some(isUnlimited)) return
  const conditions = all.map((it) => {
    const parts = [
      inPlace(grants, it, noun, bind),
      ofOwner(grants, it, noun, bind),
      ofPlainOwner(it, noun, bind),
    ]
    return `(${parts.filter((part) => part !== 'true').join(' and ') || 'true'})`
  })
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`
}
