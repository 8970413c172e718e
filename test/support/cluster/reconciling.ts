// A reconciler at work on a database of its own, and the rows to give it work.
import { expect } from 'chai'
import type { Config } from '../../../api/config.ts'
import { encrypt } from '../../../api/database/server/secret.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import { blankRow, insertRows } from '../../../api/database/write/rows/rows.ts'
import { createMetrics } from '../../../api/metrics.ts'
import { createReconciler } from '../../../api/reconciler/reconciler.ts'
import { providerLabels, selectorOf } from '../../../api/resources/objects/object.ts'
import { system } from '../../../api/resources/system.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { testDatabase } from '../database/database.ts'
import { defaultsOf } from '../database/defaults-of.ts'
import { until } from '../until.ts'

type Row = Record<string, unknown>
type Condition = {
  type: string
  status: string
  reason: string
  message: string
  last_transition_time: string
}
type Event = {
  organization_id: string | null
  type: string
  reason: string
  message: string
  count: number
}
const entries = 'workspace_provider_allowlist_entry'
export type Reconciling = Awaited<ReturnType<typeof startReconciling>>

/** Without `kubeconfig` the provider `built-in` has no cluster. `now` is the wall clock. */
export const startReconciling = async (more: Partial<Config> = {}, now = () => new Date()) => {
  const database = await testDatabase(more)
  const logged: { level: string; facts: object; message: string }[] = []
  const at = (level: string) => (facts: object, message: string) => logged.push({ level, facts, message })
  const log = { info: at('info'), warn: at('warn'), error: at('error') }
  const metrics = createMetrics()
  const { config } = database
  const create = () => createReconciler({ database, config, log, metrics, now, random: Math.random })
  let reconciler = create()
  const [deployment] = await database.query<{ uid: string }>('select uid from deployment')

  const insert = async (noun: string, values: Row) => {
    const resource = resourceNamed(noun)
    const row = { ...blankRow(resource), ...defaultsOf(resource), ...values } as Row & { id: string }
    await insertRows(database, resource, [row])
    reconciler.activate()
    return row.id
  }
  const store = openStore(database)
  /** The columns of a row, what is answered of it, and of an entry what its cluster holds. */
  const row = async (noun: string, id: string): Promise<(Row & { conditions: Condition[] }) | undefined> => {
    const answer = await store.read(resourceNamed(noun), [id], system)
    const [stored] = await database.query<Row>(`select * from ${noun} where id = $1`, [id])
    if (!answer || !stored) return undefined
    const { conditions, ...rest } = answer.value as { conditions: Condition[] }
    const ready = (rest as { status?: { state: string } }).status?.state === 'ready'
    return { ...stored, ...(await placementOf(noun, id)), ...rest, ready, conditions }
  }
  const placementOf = async (noun: string, id: string): Promise<Row | undefined> => {
    const statement =
      noun === entries
        ? `select p.namespace_uid, p.namespace_created, p.written_at, s.observed,
             p.conditions @> '[{"type": "Synced", "status": "True"}]' as synced
           from ${entries} e
             join placement p on (p.workspace_provider_id, p.owner_id) = (e.workspace_provider_id, e.organization_id),
             lateral (select json_object_agg(x.owner_id, x.observed_generation) as observed from placement x
               where (x.workspace_provider_id, x.organization_id) = (e.workspace_provider_id, e.organization_id)) s
           where e.id = $1`
        : 'select written_at, cluster_uid from workspace_provider_status where workspace_provider_id = $1'
    return (await database.query<Row>(statement, [id]))[0]
  }

  return {
    database,
    logged,
    metrics,
    deployment: deployment!.uid,
    insert,
    row,
    addOrganization: (name: string) => insert('organization', { name }),
    addProvider: (cluster: Pick<Cluster, 'server' | 'caData' | 'adminToken'>, values: Row) =>
      addProvider(database, insert, cluster, values),
    /** `placement`: what the cluster is said to hold already, by column. */
    async allow(workspace_provider_id: string, organization_id: string, placement: Row = {}) {
      const row: Row = { ...blankRow(resourceNamed(entries)), workspace_provider_id, organization_id }
      await database.transaction(async (session) => {
        await insertRows(session, resourceNamed(entries), [row])
        for (const [name, value] of Object.entries(placement)) {
          await session.run(
            `update placement set ${name} = $3 where workspace_provider_id = $1 and owner_id = $2`,
            [workspace_provider_id, organization_id, value],
          )
        }
      })
      reconciler.activate()
      return row.id as string
    },
    /** As a writer does with something that reaches clusters: both generations move, and the reconciler hears of it. */
    async change(noun: string, id: string, values: Row) {
      const names = Object.keys(values)
      const sets = names.map((name, index) => `${name} = $${index + 2}`).join(', ')
      const json = (value: unknown) =>
        typeof value === 'object' && value && !Buffer.isBuffer(value) ? JSON.stringify(value) : value
      const moved = 'generation = generation + 1, cluster_generation = generation + 1'
      await database.run(`update ${noun} set ${sets}, ${moved} where id = $1`, [
        id,
        ...names.map((name) => json(values[name])),
      ])
      reconciler.activate()
    },
    async remove(noun: string, id: string, force = false) {
      await store.delete(resourceNamed(noun), [id], { actor: system, dryRun: false, force })
      reconciler.activate()
    },
    /** What operators are told of a provider, the newest first. */
    async events(provider: string) {
      const filters = { workspace_provider: [provider] }
      const { items } = await store.list(resourceNamed('event'), { filters, limit: 100, actor: system })
      return items.map(({ value }) => value as Event)
    },
    async condition(noun: string, id: string, type: string) {
      const found = (await row(noun, id))?.conditions.find((it) => it.type === type)
      expect(found, `${noun} has no condition ${type} yet`).not.to.equal(undefined)
      return found!
    },
    ready: (id: string) =>
      until(async () => {
        const provider = await row('workspace_provider', id)
        expect(provider?.ready, JSON.stringify(provider?.conditions)).to.equal(true)
        return provider!
      }),
    synced: (id: string) =>
      until(async () => {
        const entry = await row('workspace_provider_allowlist_entry', id)
        expect(entry?.synced, JSON.stringify(entry?.conditions)).to.equal(true)
        return entry as Row & { namespace: string; namespace_uid: string; conditions: Condition[] }
      }),
    gone: (noun: string, id: string) =>
      until(async () => expect(await row(noun, id)).to.equal(undefined), 60_000),
    activate: () => reconciler.activate(),
    idle: () => reconciler.idle(),
    /** As a restart of the process does. */
    async restart() {
      await reconciler.stop()
      reconciler = create()
    },
    async stop() {
      await reconciler.stop()
      await database.close()
    },
  }
}

const addProvider = async (
  database: Database,
  insert: (noun: string, values: Row) => Promise<string>,
  { server, caData, adminToken }: Pick<Cluster, 'server' | 'caData' | 'adminToken'>,
  { token = adminToken, ...values }: Row,
) => {
  const { id } = blankRow(resourceNamed('workspace_provider')) as { id: string }
  return insert('workspace_provider', {
    id,
    name: values.namespace,
    cluster: { server, ca_data: caData },
    address: new URL(server).host,
    token_encrypted: token ? sealed(database, id, token as string) : null,
    ...values,
  })
}

export const sealed = (database: Database, provider: string, token: string) =>
  encrypt(database.keys, `${provider}/token`, token)

/** As much of a Kubernetes object as tests look at. */
export type Held = {
  metadata: {
    name: string
    namespace?: string
    uid: string
    resourceVersion: string
    managedFields: { manager: string }[]
    labels: Record<string, string>
  }
  subjects: { name: string }[]
}
const kinds = [
  '/api/v1/namespaces',
  '/api/v1/resourcequotas',
  '/api/v1/limitranges',
  '/api/v1/serviceaccounts',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/rbac.authorization.k8s.io/v1/roles',
  '/apis/rbac.authorization.k8s.io/v1/rolebindings',
]

/** Everything in the cluster that a provider holds: `<plural>/<namespace>/<name>` → the object. */
export const held = async (cluster: Cluster, deployment: string, provider: string) => {
  const selector = encodeURIComponent(selectorOf(providerLabels(deployment, provider)))
  const lists = await Promise.all(
    kinds.map(async (path) => {
      const { body } = await cluster.request('GET', `${path}?labelSelector=${selector}`)
      return body.items.map((it: Held) => {
        const { name, namespace = '' } = it.metadata
        return [`${path.split('/').at(-1)}/${namespace}/${name}`, it] as const
      })
    }),
  )
  return new Map<string, Held>(lists.flat())
}
