// The rules of workspace_provider_allowlist_entry: an organization has a place in a cluster while its entry stands.
import type { workspace_provider_allowlist_entry as schema } from '../../schemas/workspace_provider_allowlist_entry.ts'
import { apiError } from '../errors.ts'
import { inClusters } from './in-clusters.ts'
import { areOf } from './placements.ts'
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

const held = 'x.workspace_provider_id = t.workspace_provider_id and x.organization_id = t.organization_id'

const placement = (column: string) => `(select ${column} from placement x where ${areOf(held)})`

const synced = inClusters({
  called: 'organization',
  placed: 'e.id = t.id',
  owner: {
    type: 'organization',
    id: 't.organization_id',
    generation: '(select o.cluster_generation from organization o where o.id = t.organization_id)',
  },
  deletedLater: true,
  inOne: true,
})

export const workspace_provider_allowlist_entry: Rules<typeof schema, typeof lookups> = {
  columns: {
    automatic: { type: 'boolean', initial: false },
  },
  computed: () => ({
    ...synced.computed,
    namespace: placement('x.namespace'),
    conditions: `${placement(`jsonb_path_query_array(x.conditions, '$[*] ? (@.type != "Synced")')`)} || ${synced.computed.conditions}`,
  }),
  computedFrom: synced.computedFrom,
  held,
  reaches: [],
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
