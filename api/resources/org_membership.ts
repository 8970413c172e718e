// The rules of org_membership: the last manager of an organization stays, unless a site role allows otherwise.
import { org_membership as schema } from '../../schemas/org_membership.ts'
import { apiError } from '../errors.ts'
import { isHeldEverywhere } from '../permissions/permit.ts'
import { organizationManager } from '../permissions/role-names.ts'
import type { Lookup, Rules, Write } from './rules.ts'

/** Whether a member will be no manager, whatever they are now. */
const resigns = ({ verb, sets: { roles } }: Write) =>
  verb === 'delete' || (roles !== undefined && !roles?.includes(organizationManager))

/** The managers of the organization, by the ids of their memberships; of those who resign now, only the one who asks. */
const managers: Lookup<string[], typeof schema> = {
  verbs: ['update', 'delete'],
  ask: (write) => (resigns(write) ? { organization_id: write.after.organization_id } : null),
  sql: `with asked as (select * from jsonb_to_recordset($1) as asked (id text, organization_id text))
    select asked.id, (
      select coalesce(json_agg(m.id order by m.id), '[]')
      from org_membership m join org_membership_role r on r.org_membership_id = m.id
      where m.organization_id = asked.organization_id and r.builtin = '${organizationManager}'
        and (m.id = asked.id or m.id <> all (array(select id from asked)))
    ) as value from asked`,
  otherwise: [],
}
const lookups = { managers }

export const org_membership: Rules<typeof schema, typeof lookups> = {
  lookups,
  refuse: ({ lookups: { managers }, ...write }) => {
    // Who holds the right in every place does not hold it as a manager of this organization.
    if (isHeldEverywhere(write.actor, write.verb, schema)) return
    if (!resigns(write) || managers.length !== 1 || managers[0] !== write.after.id) return
    return apiError(
      'last_manager',
      'The member is the last manager of the organization. Make another member a manager first, or ask a site manager.',
      { attribute: 'roles' },
    )
  },
}
