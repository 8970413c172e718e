// The membership of one user in one organization, with the roles of the user there.
import { organization } from './organization.ts'
import { resource } from './resource.ts'
import { defaulted, reference, required, setOf } from './vocabulary.ts'

export const org_membership = resource({
  name: 'org_membership',
  prefix: 'mem',
  description:
    'The membership of one user in one organization, with the roles of the user there. Additive: memberships of other users stay as they are.',
  within: organization,
  key: ['user'],
  attributes: {
    user: required(reference('user'), {
      description: 'The member, by username or id.',
      requiresReplace: true,
    }),
    roles: defaulted(
      setOf(reference('custom_role', { organization_manager: ['organization-admin'] }), { max: 64 }),
      {
        description:
          'The roles of the member: `organization_manager` (also spelled `organization-admin`) and custom roles of the organization, by name or id. `organization_member` is implied.',
        default: [],
        implied: 'organization_member',
      },
    ),
  },
})
