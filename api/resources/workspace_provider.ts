// The rules of workspace_provider: allowed addresses, its normalized address, and its allowlist.

import { isolation } from '../../schemas/isolation.ts'
import type { Row } from '../../schemas/types.ts'
import type { workspace_provider as schema } from '../../schemas/workspace_provider.ts'
import { apiError } from '../errors.ts'
import { blocking } from './blocking.ts'
import { normalizedServer, refusedServer } from './cluster-server.ts'
import { refuseCredential } from './credential.ts'
import { defaultOne, isDefault } from './default-one.ts'
import { providerStatus } from './provider-status.ts'
import { refusedPrefix } from './refused-prefix.ts'
import { allows, outsideRegions } from './regions.ts'
import type { Lookup, RuleInput, Rules } from './rules.ts'

/** The other provider that has the row's namespace of its cluster. */
const namespaceOwner: Lookup<{ id: string; name: string } | null, typeof schema> = {
  verbs: ['create', 'update'],
  ask: ({ before, after: { address, namespace } }) =>
    before?.address === address ? null : { address, namespace },
  sql: `select asked.id, (
      select json_build_object('id', p.id, 'name', p.name) from workspace_provider p
      where p.address = asked.address and p.namespace = asked.namespace and p.id <> asked.id
    ) as value from jsonb_to_recordset($1) as asked (id text, address text, namespace text)`,
  otherwise: null,
}

/** The confined organizations that will stand on the provider's allowlist, and the regions they allow. */
const organizationsOf: Lookup<{ id: string; name: string; allowed_regions: string[] }[], typeof schema> = {
  verbs: ['create', 'update'],
  ask: ({ changed, sets: { allowed_organizations: listed } }) =>
    changed.has('region') || listed ? { listed } : null,
  sql: `select asked.id, (
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'allowed_regions', o.allowed_regions)
        order by o.name), '[]')
      from organization o where o.allowed_regions is not null and o.id = any (coalesce(asked.listed, array(
        select e.organization_id from workspace_provider_allowlist_entry e
        where e.workspace_provider_id = asked.id and e.deletion_requested_at is null)))
    ) as value from jsonb_to_recordset($1) as asked (id text, listed text[])`,
  otherwise: [],
}
const lookups = { isDefault, namespaceOwner, organizationsOf }
type Input = RuleInput<typeof schema, typeof lookups>

const serverOf = ({ cluster }: Row<typeof schema>) => cluster?.server

const refuseDeletion = ({ before, lookups: { isDefault } }: Input) => {
  if (before?.built_in) {
    return apiError(
      'built_in',
      `The workspace provider \`${before.name}\` is built in and cannot be deleted. Cordon the provider to refuse new workspaces.`,
    )
  }
  if (isDefault) return defaultOne('workspace_provider', before?.name)
}

const refuseCluster = ({ after, settings }: Input) => {
  const server = serverOf(after)
  if (server === undefined) return
  if (after.built_in) {
    return apiError(
      'built_in',
      'The built-in provider is the cluster that Polder runs in. Register another provider for this cluster.',
      { attribute: 'cluster' },
    )
  }
  const detail = refusedServer(server, { allowLoopback: settings.allowLoopbackClusters })
  return detail ? apiError('invalid', detail, { attribute: 'cluster.server' }) : undefined
}

const refuseEgress = ({ after: { egress, egress_cidrs: cidrs } }: Input) => {
  if ((egress === 'cidrs') === cidrs.length > 0) return
  const detail =
    egress === 'cidrs'
      ? 'With the egress `cidrs`, `egress_cidrs` lists at least one network. Add a network, or choose another egress.'
      : '`egress_cidrs` has a meaning with the egress `cidrs` only. Set `egress` to `cidrs`, or leave `egress_cidrs` out.'
  return apiError('invalid', detail, { attribute: 'egress_cidrs' })
}

const refuseRegions = ({ after, changed, lookups: { organizationsOf } }: Input) => {
  if (!changed.has('region') && !changed.has('allowed_organizations')) return
  const all = organizationsOf.filter(({ allowed_regions }) => !allows(allowed_regions, after.region))
  const [outside] = all
  if (!outside) return
  return apiError('region_not_allowed', outsideRegions(after, outside), {
    attribute: changed.has('allowed_organizations') ? 'allowed_organizations' : 'region',
    blockers: blocking('organization', all),
  })
}

const refuseOwned = ({ after, lookups: { namespaceOwner: owner } }: Input) => {
  if (!owner) return
  return apiError(
    'namespace_owned',
    `The namespace \`${after.namespace}\` of this cluster belongs to the workspace provider \`${owner.name}\`. ` +
      'Choose another namespace: a namespace belongs to one provider.',
    { attribute: 'namespace', blockers: blocking('workspace_provider', [owner]) },
  )
}

export const workspace_provider: Rules<typeof schema, typeof lookups> = {
  columns: {
    authoritative: { type: 'boolean', initial: false },
    address: { type: 'text', initial: 'host' },
  },
  unique: { workspace_provider_namespace_owner: ['address', 'namespace'] },
  onlyOne: { workspace_provider_built_in: { columns: ['built_in'], where: 'built_in' } },
  computed: providerStatus,
  held: 'x.workspace_provider_id = t.id',
  reaches: [
    ...(['cluster', 'token', 'client_certificate', 'client_key', 'gpu_resource', 'paused', 'width'] as const),
    ...(Object.keys(isolation) as (keyof typeof isolation)[]),
  ],
  claims: `select workspace_provider_id as id, written_at is not null as held from workspace_provider_status
    where workspace_provider_id = any($1) order by 1 for update`,
  turns: `select id, 'provider', 0 from workspace_provider where id = any($1)
    union all select workspace_provider_id, organization_id, shard_of(organization_id)
    from workspace_provider_allowlist_entry where workspace_provider_id = any($1)`,
  unversioned: 'last_contact',
  lookups,
  fill: (row) => {
    const server = serverOf(row)
    const parsed = server !== undefined && URL.canParse(server)
    return { ...row, address: parsed ? normalizedServer(server) : 'host' }
  },
  refuse: (input) =>
    input.verb === 'delete'
      ? refuseDeletion(input)
      : (refuseCluster(input) ??
        refusedPrefix(input.after) ??
        refuseEgress(input) ??
        refuseCredential(input) ??
        refuseOwned(input) ??
        refuseRegions(input)),
}
