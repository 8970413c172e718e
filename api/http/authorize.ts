// Which routes site roles open: two of them all, one the reading ones, a member the organizations of their own.
// What a site manager may not do to users and tokens is decided on the row (api/resources/site-roles.ts).
import { apiError } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'
import { deed } from './in-words.ts'
import type { Route } from './route.ts'

type Roles = Pick<Actor, 'siteRoles'>

const manages = ({ siteRoles }: Roles) =>
  siteRoles.includes('site_admin') || siteRoles.includes('site_manager')
const audits = ({ siteRoles }: Roles) => siteRoles.includes('auditor')

/** Whether lists show everything; otherwise they show what the actor belongs to. */
export const seesAll = (actor: Roles) => manages(actor) || audits(actor)

/** Denied unless a line here allows it: a new route is closed until somebody opens it. */
export const permits = (actor: Roles, route: Route): boolean =>
  manages(actor) ||
  (audits(actor) && route.method === 'GET') ||
  // Each item needs the permission of the write that it stands for.
  route.does === 'create_dry_runs' ||
  (route.does === 'list' && route.resource?.name === 'organization')

/** Throws `forbidden` with who may. */
export const authorize = (actor: Actor, route: Route): void => {
  if (permits(actor, route)) return
  const who =
    route.method === 'GET' ? 'site admins, site managers and auditors' : 'site admins and site managers'
  throw apiError('forbidden', `User \`${actor.username}\` may not ${deed(route)}: only ${who} may.`)
}
