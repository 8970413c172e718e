// The actor of writes by the server itself: no user, no token, and allowed everything.
import { siteAdmin } from '../permissions/role-names.ts'
import type { Actor } from './rules.ts'

export const system: Actor = { token: '', user: '', username: 'system', siteRoles: [siteAdmin] }
