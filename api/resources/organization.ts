// What is peculiar to an organization: when it cannot go, and which providers its regions rule out.
import type { organization as schema } from '../../schemas/organization.ts'
import { apiError } from '../errors.ts'
import { blocking } from './blocking.ts'
import { defaultOne } from './default-one.ts'
import { allows, inWords } from './regions.ts'
import type { RuleInput, Rules } from './rules.ts'

const refuseDeletion = ({ before, lookups: { isDefault } }: RuleInput<typeof schema>) => {
  if (before?.deletion_protection) {
    return apiError(
      'protected',
      `The organization \`${before.name}\` is protected from deletion. Set \`deletion_protection\` to false first.`,
      { attribute: 'deletion_protection' },
    )
  }
  if (isDefault) return defaultOne('organization', before?.name)
}

const refuseRegions = ({ after, lookups: { providersOf } }: RuleInput<typeof schema>) => {
  const all = providersOf.filter(({ region }) => !allows(after.allowed_regions, region))
  const [outside] = all
  if (!outside) return
  return apiError(
    'region_not_allowed',
    `The organization \`${after.name}\` stands on the allowlist of the workspace provider \`${outside.name}\`, which has ` +
      `${inWords(outside.region)}. Take the organization off first, or allow the region. (DELETE /v1/workspace_provider_allowlist_entries/${outside.name}/${after.name})`,
    { attribute: 'allowed_regions', blockers: blocking('workspace_provider', all) },
  )
}

export const organization: Rules<typeof schema> = {
  lookups: ['isDefault', 'providersOf'],
  refuse: (input) => {
    if (input.verb === 'delete') return refuseDeletion(input)
    if (input.changed.has('allowed_regions')) return refuseRegions(input)
  },
}
