// The rules of organization: when it cannot be deleted, and which providers its regions exclude.
import type { organization as schema } from '../../schemas/organization.ts'
import { apiError } from '../errors.ts'
import { blocking } from './blocking.ts'
import { defaultOne, isDefault } from './default-one.ts'
import { inClusters } from './in-clusters.ts'
import { areOf } from './placements.ts'
import { allows, inWords } from './regions.ts'
import type { Effect, Lookup, RuleInput, Rules } from './rules.ts'

/** The providers on whose allowlists somebody put the organization. Locked are also those where it stands automatically. */
const providersOf: Lookup<{ id: string; name: string; region: string | null }[], typeof schema> = {
  verbs: ['update'],
  ask: ({ changed }) => (changed.has('allowed_regions') ? {} : null),
  sql: `with asked as (select * from jsonb_to_recordset($1) as asked (id text)), kept as (
      select p.id, p.name, p.region, e.organization_id, e.automatic
      from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
      where e.organization_id = any (array(select id from asked)) and e.deletion_requested_at is null
      order by p.id for share of p)
    select asked.id, (
      select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'region', k.region) order by k.name), '[]')
      from kept k where k.organization_id = asked.id and not k.automatic
    ) as value from asked`,
  otherwise: [],
}
const lookups = { isDefault, providersOf }
type Input = RuleInput<typeof schema, typeof lookups>

const refuseDeletion = ({ before, lookups: { isDefault } }: Input) => {
  if (before?.deletion_protection) {
    return apiError(
      'protected',
      `The organization \`${before.name}\` is protected from deletion. Set \`deletion_protection\` to false first.`,
      { attribute: 'deletion_protection' },
    )
  }
  if (isDefault) return defaultOne('organization', before?.name)
}

const refuseRegions = ({ after, lookups: { providersOf } }: Input) => {
  const all = providersOf.filter(({ region }) => !allows(after.allowed_regions, region))
  const [outside] = all
  if (!outside) return
  return apiError(
    'region_not_allowed',
    `The organization \`${after.name}\` is on the allowlist of the workspace provider \`${outside.name}\`, which has ` +
      `${inWords(outside.region)}. Remove the organization from the allowlist first, or allow the region. (DELETE /v1/workspace_provider_allowlist_entries/${outside.name}/${after.name})`,
    { attribute: 'allowed_regions', blockers: blocking('workspace_provider', all) },
  )
}

/** A new organization stands on the allowlist of `built-in`, where its regions and the provider's own list allow it (WP-17). */
const allowBuiltIn: Effect<typeof schema> = {
  verbs: ['create'],
  ask: ({ after }) => ({ allowed_regions: after.allowed_regions }),
  adds: 'workspace_provider_allowlist_entry',
  sql: `select asked.id as organization_id, p.id as workspace_provider_id, true as automatic
    from workspace_provider p, jsonb_to_recordset($1) as asked (id text, allowed_regions text[])
    where p.built_in and not p.authoritative
      and (asked.allowed_regions is null or p.region = any (asked.allowed_regions))
    for share of p`,
}

/** Regions take an organization off the allowlists where it stands only automatically (WP-17). */
const withdrawAutomatic: Effect<typeof schema> = {
  verbs: ['update'],
  ask: ({ after, changed }) =>
    changed.has('allowed_regions') && after.allowed_regions
      ? { allowed_regions: after.allowed_regions }
      : null,
  removes: 'workspace_provider_allowlist_entry',
  sql: `select outside.id from jsonb_to_recordset($1) as asked (id text, allowed_regions text[]),
    lateral (
      select e.id from workspace_provider_allowlist_entry e
      join workspace_provider p on p.id = e.workspace_provider_id
      where e.organization_id = asked.id and e.automatic
        and (p.region is null or p.region <> all (asked.allowed_regions)) offset 0
    ) outside`,
}

const placed = 'e.organization_id = t.id'
const held = 'x.organization_id = t.id'
const synced = inClusters({
  called: 'organization',
  placed,
  owner: { type: 'organization', id: 't.id', generation: 't.cluster_generation' },
  deletedLater: true,
})

export const organization: Rules<typeof schema, typeof lookups> = {
  lookups,
  effects: [allowBuiltIn, withdrawAutomatic],
  computed: () => ({
    default: 'exists (select from deployment where default_organization_id = t.id)',
    namespaces: `(select coalesce(json_object_agg(p.name, x.namespace order by p.name), '{}')
      from placement x join workspace_provider p on p.id = x.workspace_provider_id
      where ${areOf(held)} and x.namespace is not null)`,
    ...synced.computed,
  }),
  computedFrom: synced.computedFrom,
  placed,
  held,
  reaches: ['namespace_labels', 'namespace_annotations', 'paused'],
  turns: `select workspace_provider_id, organization_id, shard_of(organization_id)
    from workspace_provider_allowlist_entry where organization_id = any($1)`,
  refuse: (input) => {
    if (input.verb === 'delete') return refuseDeletion(input)
    if (input.changed.has('allowed_regions')) return refuseRegions(input)
  },
}
