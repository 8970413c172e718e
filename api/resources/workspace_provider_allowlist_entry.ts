// The rules of workspace_provider_allowlist_entry, which is also the binding that the reconciler works on.
import type { workspace_provider_allowlist_entry as schema } from '../../schemas/workspace_provider_allowlist_entry.ts'
import { apiError } from '../errors.ts'
import { allows, outsideRegions } from './regions.ts'
import type { Lookup, Rules } from './rules.ts'

/** The organization that is to be allowed, and its regions. */
const organization: Lookup<{ name: string; allowed_regions: string[] | null } | null, typeof schema> = {
  verbs: ['create', 'update'],
  ask: ({ after }) => ({ organization_id: after.organization_id }),
  sql: `select asked.id, (
      select json_build_object('name', name, 'allowed_regions', allowed_regions)
      from organization where id = asked.organization_id
    ) as value from jsonb_to_recordset($1) as asked (id text, organization_id text)`,
  otherwise: null,
}

/** The provider on whose allowlist it is to stand. */
const provider: Lookup<
  { name: string; region: string | null; authoritative: boolean } | null,
  typeof schema
> = {
  verbs: ['create', 'update', 'delete'],
  ask: ({ after }) => ({ workspace_provider_id: after.workspace_provider_id }),
  sql: `select asked.id, (
      select json_build_object('name', name, 'region', region, 'authoritative', authoritative)
      from workspace_provider where id = asked.workspace_provider_id
    ) as value from jsonb_to_recordset($1) as asked (id text, workspace_provider_id text)`,
  otherwise: null,
}
const lookups = { organization, provider }

const ready = '(select p.ready from workspace_provider p where p.id = t.workspace_provider_id)'

export const workspace_provider_allowlist_entry: Rules<typeof schema, typeof lookups> = {
  columns: {
    automatic: { type: 'boolean', initial: false },
    namespace_uid: { type: 'text', initial: null },
    namespace_created: { type: 'boolean', initial: false },
    touched_at: { type: 'timestamptz', initial: null },
    observed: { type: 'jsonb', initial: {} },
    synced: { type: 'boolean', initial: false },
    observed_generation: { type: 'integer', initial: 0 },
  },
  computed: () => ({
    reconciled: `((t.synced and t.observed_generation >= t.generation) or not ${ready})`,
    observed_generation: `case when ${ready} then t.observed_generation else t.generation end`,
  }),
  lookups,
  refuse: ({ lookups: { organization, provider } }) => {
    if (provider?.authoritative) {
      return apiError(
        'managed_elsewhere',
        `\`allowed_organizations\` of the workspace provider \`${provider.name}\` decides its allowlist. ` +
          'Change that list, or set the list to null to manage entries one by one.',
        { attribute: 'workspace_provider' },
      )
    }
    if (!organization || !provider || allows(organization.allowed_regions, provider.region)) return
    return apiError('region_not_allowed', outsideRegions(provider, organization), {
      attribute: 'workspace_provider',
    })
  },
}
