// Computes the grants of a user from what is known of the user at the request.
import type { Grants } from './grant.ts'
import { grantedBy } from './site-roles.ts'

/** Who asks: what the look-up of their token tells; `user` is an id. */
export type Asker = {
  readonly user: string
  readonly username: string
  readonly siteRoles: readonly string[]
}

export const grantsOf = ({ user, siteRoles }: Pick<Asker, 'user' | 'siteRoles'>): Grants => ({
  user,
  memberOf: [],
  held: grantedBy(siteRoles),
})
