// A quota: what an organization, or each of its members, may use.
import { limits, refuseNoLimit } from './limits.ts'
import { organization } from './organization.ts'
import { resource } from './resource.ts'
import { optional, reference, required, text } from './vocabulary.ts'

export const org_quota = resource({
  name: 'org_quota',
  prefix: 'quo',
  description:
    'A quota of an organization as a whole, or of each of its members, on one workspace provider or on all of them together. A limit may be set below current use; nothing new starts until use has fallen.',
  within: organization,
  key: ['scope', 'workspace_provider'],
  clustered: 'deleted at once',
  attributes: {
    scope: required(text({ oneOf: ['organization', 'member'] }), {
      description:
        '`organization`: the limits apply to all members together. `member`: the limits apply to each member.',
      requiresReplace: true,
    }),
    workspace_provider: optional(reference('workspace_provider'), {
      description: 'The provider that the limits apply to, by name or id. Null means all providers together.',
      requiresReplace: true,
    }),
    limits: required(limits, {
      description: 'The limits, at least one. What has no limit is unlimited.',
      refuse: refuseNoLimit('delete the quota'),
    }),
  },
})
