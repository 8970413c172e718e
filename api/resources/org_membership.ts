// What is peculiar to a membership: the last manager stays, unless someone above the organization says otherwise.
import type { org_membership as schema } from '../../schemas/org_membership.ts'
import { apiError } from '../errors.ts'
import type { Rules } from './rules.ts'

const above = ['site_admin', 'site_manager']

export const org_membership: Rules<typeof schema> = {
  lookups: ['managers'],
  refuse: ({ verb, actor, after, sets, lookups: { managers } }) => {
    if (actor.siteRoles.some((role) => above.includes(role))) return
    const resigns = verb === 'delete' || (sets.roles && !sets.roles.includes('organization_manager'))
    if (!resigns || managers.length !== 1 || managers[0] !== after.id) return
    return apiError(
      'last_manager',
      'The member is the last manager of the organization. Make someone else a manager first, or ask a site manager.',
      { attribute: 'roles' },
    )
  },
}
