// A database from before the later migrations, with a row of every table, opened by what is there now.
import { expect } from 'chai'
import { drift } from '../../../../api/database/schema/drift.ts'
import { type Database, openDatabase } from '../../../../api/database/server/source.ts'
import { openStore } from '../../../../api/database/store.ts'
import { system } from '../../../../api/resources/system.ts'
import { resources } from '../../../../schemas/index.ts'
import { restoredConfig } from '../../../support/database/database.ts'
import { read } from '../../../support/sources.ts'

const baseline = read('test/api/database/schema/baseline.sql')

/** What two clusters had told by then: the one holds an organization and its role, the other is to let go of its own. */
const told = `
update workspace_provider_allowlist_entry e set namespace = 'polder-acme', namespace_uid = 'uid-1',
  namespace_created = true, observed = jsonb_build_object(o.id, 1, r.id, 1)
from organization o join custom_role r on r.organization_id = o.id where o.id = e.organization_id;
update workspace_provider_allowlist_entry set deletion_requested_at = now(), force = true, touched_at = '2026-01-02Z'
where namespace is null;
update workspace_provider set ready = true, observed_generation = 1,
  conditions = '[{"type": "Reachable", "status": "True"}, {"type": "Synced", "status": "True"}]' where touched_at is not null;
`

/** How many rows the baseline has, by table. */
const rowsBefore = Object.groupBy(
  [...baseline.matchAll(/^insert into "(\w+)"/gm)].map((it) => it[1]!),
  (table) => table,
)

describe('a database from before the later migrations', () => {
  let database: Database
  before(async () => {
    database = await openDatabase(await restoredConfig(baseline + told))
  })
  after(() => database?.close())

  it('has the tables that the schemas ask for', async () => {
    expect(await drift(database)).to.deep.equal([])
  })

  it('leaves the workspaces of every provider what they may reach and do', async () => {
    const open = `egress = 'all' and pod_security = 'baseline' and cpu_ratio = 100`
    const found = await database.query(`select from workspace_provider where ${open}`)
    expect(found).to.have.length(rowsBefore.workspace_provider!.length)
  })

  for (const [table, rows = []] of Object.entries(rowsBefore))
    it(`keeps every row of ${table}`, async () => {
      const [row] = await database.query<{ count: number }>(`select count(*)::integer from "${table}"`)
      expect(row?.count).to.equal(rows.length)
    })

  it('S13 keeps in placements what clusters hold of organizations and their roles, and are to let go of', async () => {
    const placements = await database.query(
      `select p.name, x.owner_type, x.namespace, x.namespace_uid, x.namespace_created, x.observed_generation,
         x.written_at is not null as written, x.deleting, x.force, jsonb_array_length(x.conditions) as conditions
       from placement x join workspace_provider p on p.id = x.workspace_provider_id order by p.name, x.owner_type desc`,
    )
    const role = { namespace: null, namespace_uid: null, namespace_created: false, written: false }
    const place = { namespace: 'polder-acme', namespace_uid: 'uid-1', namespace_created: true, written: true }
    const held = { name: 'acme', observed_generation: 1, deleting: false, force: false, conditions: 1 }
    expect(placements).to.deep.equal([
      { owner_type: 'organization', ...held, ...place },
      { owner_type: 'custom_role', ...held, ...role },
      {
        owner_type: 'organization',
        name: 'built-in',
        ...{ namespace: null, namespace_uid: null, namespace_created: false, observed_generation: 0 },
        ...{ written: true, deleting: true, force: true, conditions: 0 },
      },
    ])
  })

  it('WP-14 keeps what is known of clusters, but for conditions that are worked out by now, and looks at all again', async () => {
    const statuses = await database.query(
      `select p.name, s.ready, s.cluster_uid, s.kubernetes_version, s.observed_generation, s.conditions,
         s.written_at is not null as written,
         array(select q.key = 'provider' from reconcile_queue q where q.workspace_provider_id = p.id order by 1) as queued,
         (select count(*)::integer from provider_lease l where l.workspace_provider_id = p.id) as leases
       from workspace_provider p join workspace_provider_status s on s.workspace_provider_id = p.id order by 1`,
    )
    const all = { queued: [false, true], leases: 1 }
    const known = {
      ready: true,
      cluster_uid: 'acme',
      kubernetes_version: 'acme',
      observed_generation: 1,
      written: true,
    }
    const unknown = {
      ready: false,
      cluster_uid: null,
      kubernetes_version: null,
      observed_generation: 0,
      written: false,
    }
    expect(statuses).to.deep.equal([
      { name: 'acme', ...all, ...known, conditions: [{ type: 'Reachable', status: 'True' }] },
      { name: 'built-in', ...all, ...unknown, conditions: [] },
    ])
  })

  for (const resource of resources.filter(({ name }) => name in rowsBefore))
    it(`answers every ${resource.name}, in its list and by its id`, async () => {
      const store = openStore(database)
      const { items } = await store.list(resource, { filters: {}, limit: 500, actor: system })
      expect(items).to.have.length(rowsBefore[resource.name]!.length)
      for (const { value, text } of items) {
        const found = await store.read(resource, [value.id as string], system)
        expect(found?.text).to.equal(text)
      }
    })
})
