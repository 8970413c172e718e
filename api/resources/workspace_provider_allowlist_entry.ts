// What is peculiar to an allowlist entry: it is also the binding that the reconciler works on.
import type { workspace_provider_allowlist_entry as schema } from '../../schemas/workspace_provider_allowlist_entry.ts'
import { apiError } from '../errors.ts'
import { allows, inWords } from './regions.ts'
import type { Rules } from './rules.ts'

export const workspace_provider_allowlist_entry: Rules<typeof schema> = {
  columns: {
    automatic: { type: 'boolean', initial: false },
    namespace_uid: { type: 'text', initial: null },
    namespace_created: { type: 'boolean', initial: false },
    touched_at: { type: 'timestamptz', initial: null },
    observed: { type: 'jsonb', initial: {} },
    synced: { type: 'boolean', initial: false },
    observed_generation: { type: 'integer', initial: 0 },
  },
  lookups: ['organization', 'provider'],
  refuse: ({ verb, lookups: { organization, provider } }) => {
    if (!organization || !provider) return
    if (provider.authoritative) {
      return apiError(
        'managed_elsewhere',
        `\`allowed_organizations\` of the workspace provider \`${provider.name}\` decides its allowlist. ` +
          'Change that list, or set it to null to manage entries one by one.',
        { attribute: 'workspace_provider' },
      )
    }
    if (verb === 'delete' || allows(organization.allowed_regions, provider.region)) return
    return apiError(
      'region_not_allowed',
      `The workspace provider \`${provider.name}\` has ${inWords(provider.region)}, and the organization \`${organization.name}\` allows ` +
        `${organization.allowed_regions?.join(', ')} only.`,
      { attribute: 'workspace_provider' },
    )
  },
}
