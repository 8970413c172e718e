// Who writes where nobody asked: no user, without a token, and allowed everything.
import { siteAdmin } from '../permissions/role-names.ts'
import type { Actor } from './rules.ts'

export const system: Actor = { token: '', user: '', username: 'system', siteRoles: [siteAdmin] }
