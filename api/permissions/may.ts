// Decides whether a user may do something: the one function that does, without I/O, from grants and the parts of a row.
import type { Action, Grant, Grants, Noun, Refusal, Target } from './grant.ts'
import { grantedBy, siteRoles } from './site-roles.ts'

/** The grants that let an action through for at least some rows of a resource. */
export const grantsFor = ({ held }: Grants, action: Action, { name }: Noun): Grant[] =>
  held.filter(
    ({ actions, resource }) =>
      actions.includes(action) &&
      (typeof resource === 'string' ? resource === name : !resource.except.includes(name)),
  )

const isIn = ({ memberOf }: Grants, place: Grant['place'], target: Target) => {
  if (place === 'everywhere') return true
  if (target.place === null) return false
  return place === 'memberships' ? memberOf.includes(target.place) : target.place === place.organization
}

const inTheWay = ({ ownerWithout = [] }: Grant, { ownerSiteRoles = siteRoles }: Target) =>
  ownerWithout.filter((it) => ownerSiteRoles.includes(it))

const isOfOwner = (grants: Grants, grant: Grant, target: Target) => {
  if (target.owner === null) return grant.scope === 'all' && grant.ownerWithout === undefined
  return (grant.scope === 'all' || target.owner === grants.user) && inTheWay(grant, target).length === 0
}

const reaches = (grants: Grants, grant: Grant, target: Target) =>
  isIn(grants, grant.place, target) && isOfOwner(grants, grant, target)

/** Whether the grant reaches every row, whatever is known of it. */
export const isUnlimited = ({ place, scope, ownerWithout }: Grant) =>
  place === 'everywhere' && scope === 'all' && ownerWithout === undefined

/** Which site roles let anybody do it. */
const allowed = (action: Action, noun: Noun, target: Target | undefined) =>
  siteRoles.filter((role) => {
    const nobody: Grants = { user: '', memberOf: [], held: grantedBy([role]) }
    return grantsFor(nobody, action, noun).some((it) =>
      target ? reaches(nobody, it, target) : it.place === 'everywhere' && it.scope === 'all',
    )
  })

/**
 * Nothing where the action is allowed. Without a target it asks whether the action is allowed anywhere at all: who is
 * refused then is refused whatever the row is.
 */
export const may = (grants: Grants, action: Action, noun: Noun, target?: Target): Refusal | undefined => {
  const all = grantsFor(grants, action, noun)
  if (target ? all.some((it) => reaches(grants, it, target)) : all.length > 0) return
  const ownerHolds = target ? all.flatMap((it) => inTheWay(it, target)) : []
  return { allowed: allowed(action, noun, target), ownerHolds: [...new Set(ownerHolds)] }
}
