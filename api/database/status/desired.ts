// Reads what the cluster of one provider should have, and its last conditions, in two statements.
import type { NamespaceMetadata, ProviderSettings, Quota, Role } from '../../resources/objects/object.ts'
import { aboutSecret, decrypt } from '../server/secret.ts'
import type { Database } from '../server/source.ts'

type Condition = {
  type: string
  status: 'True' | 'False' | 'Unknown'
  reason: string
  message: string
  last_transition_time: string
  observed_generation: number
}
export type DesiredProvider = ProviderSettings & {
  id: string
  name: string
  deployment: string
  generation: number
  deleting: boolean
  force: boolean
  built_in: boolean
  cluster: { server: string; ca_data?: string | null } | null
  token: string | null
  client_certificate: string | null
  client_key: string | null
  namespace: string
  /** Why a stored secret cannot be read, when it cannot. */
  unreadable: string | null
  stored: {
    /** Whether its shared namespace may have been claimed. */
    touched: boolean
    cluster_uid: string | null
    ready: boolean
    kubernetes_version: string | null
    last_contact: string | null
    conditions: Condition[]
    observed_generation: number
  }
}
export type Binding = {
  id: string
  generation: number
  deleting: boolean
  force: boolean
  organization_id: string
  organization_name: string
  organization_generation: number
  organization_settings: NamespaceMetadata
  roles: (Role & { generation: number })[]
  quotas: (Quota & { generation: number })[]
  stored: {
    namespace: string | null
    namespace_uid: string | null
    namespace_created: boolean
    touched: boolean
    observed: Record<string, number>
    synced: boolean
    conditions: Condition[]
    observed_generation: number
  }
}
export type Desired = { provider: DesiredProvider; bindings: Binding[] }

type Secrets = { token_encrypted: Buffer | null; client_key_encrypted: Buffer | null }

export const providerIds = async (database: Database) =>
  (await database.query<{ id: string }>('select id from workspace_provider order by created_at, id')).map(
    ({ id }) => id,
  )

/** The ids of the organizations on a provider's allowlist, those that are being taken off included. */
export const organizationsOn = async (database: Database, provider: string) =>
  (
    await database.query<{ organization_id: string }>(
      'select organization_id from workspace_provider_allowlist_entry where workspace_provider_id = $1',
      [provider],
    )
  ).map(({ organization_id }) => organization_id)

/** Null when there is no such provider any more. */
export const readDesired = async (database: Database, id: string): Promise<Desired | null> => {
  const [row] = await database.query<Omit<DesiredProvider, 'token' | 'client_key'> & Secrets>(
    `select p.id, p.name, d.uid as deployment, p.generation, p.deletion_requested_at is not null as deleting, p.force,
       p.built_in, p.cluster, p.token_encrypted, p.client_certificate, p.client_key_encrypted, p.namespace,
       p.namespace_mode, p.gpu_resource, p.adopt, p.egress, p.egress_cidrs, p.pod_security, p.cpu_ratio,
       p.default_limits, p.max_load_balancers, p.max_node_ports, p.namespace_labels, p.namespace_annotations,
       json_build_object('touched', p.touched_at is not null, 'cluster_uid', p.cluster_uid, 'ready', p.ready, 'kubernetes_version', p.kubernetes_version,
         'last_contact', p.last_contact, 'conditions', p.conditions,
         'observed_generation', p.observed_generation) as stored
     from workspace_provider p, deployment d where p.id = $1`,
    [id],
  )
  if (!row) return null
  const { token_encrypted, client_key_encrypted, ...rest } = row
  const opened = open(database, id, { token: token_encrypted, client_key: client_key_encrypted })
  return { provider: { ...rest, ...opened }, bindings: await readBindings(database, id) }
}

const open = (database: Database, id: string, secrets: Record<'token' | 'client_key', Buffer | null>) => {
  const read = (name: 'token' | 'client_key') =>
    secrets[name] && decrypt(database.keys, aboutSecret(id, name), secrets[name])
  try {
    return { token: read('token'), client_key: read('client_key'), unreadable: null }
  } catch (error) {
    return { token: null, client_key: null, unreadable: (error as Error).message }
  }
}

// Whatever is being deleted takes its bindings with it, whichever row says so.
const readBindings = (database: Database, provider: string) =>
  database.query<Binding>(
    `select e.id, e.generation, o.id as organization_id, o.name as organization_name,
       o.generation as organization_generation,
       json_build_object('namespace_labels', o.namespace_labels,
         'namespace_annotations', o.namespace_annotations) as organization_settings,
       coalesce(e.deletion_requested_at, o.deletion_requested_at, p.deletion_requested_at) is not null as deleting,
       (e.force or o.force or p.force) as force,
       coalesce((select json_agg(json_build_object('id', r.id, 'generation', r.generation,
           'permissions', r.permissions, 'every_member', r.every_member) order by r.id)
         from custom_role r where r.organization_id = o.id), '[]') as roles,
       coalesce((select json_agg(json_build_object('id', q.id, 'generation', q.generation,
           'scope', q.scope, 'limits', q.limits) order by q.id)
         from org_quota q where q.organization_id = o.id
           and coalesce(q.workspace_provider_id, p.id) = p.id), '[]') as quotas,
       json_build_object('namespace', e.namespace, 'namespace_uid', e.namespace_uid,
         'namespace_created', e.namespace_created, 'touched', e.touched_at is not null,
         'observed', e.observed, 'synced', e.synced, 'conditions', e.conditions,
         'observed_generation', e.observed_generation) as stored
     from workspace_provider_allowlist_entry e
       join organization o on o.id = e.organization_id
       join workspace_provider p on p.id = e.workspace_provider_id
     where p.id = $1 order by e.created_at, e.id`,
    [provider],
  )
