// What the catalogue of PostgreSQL must say, and TypeORM does not see.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import { testDatabase } from '../../../support/database/database.ts'

describe('the catalogue', () => {
  let database: Database
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.close())

  const constraint = async (name: string) => {
    const rows = await database.query<{ it: string }>(
      'select pg_get_constraintdef(oid) as it from pg_constraint where conname = $1',
      [name],
    )
    return rows[0]?.it
  }

  it('counts an absent part of a natural key as a value', async () => {
    expect(await constraint('org_quota_key')).to.match(/^UNIQUE NULLS NOT DISTINCT/)
    expect(await constraint('org_membership_role_key')).to.match(/^UNIQUE NULLS NOT DISTINCT/)
  })

  it('ORG-06 leaves the deployment no way to be without a default organization', async () => {
    const columns = await database.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = 'deployment'::regclass and attnotnull and attname like 'default_%' order by 1`,
    )
    expect(columns.map(({ name }) => name)).to.deep.equal([
      'default_organization_id',
      'default_workspace_provider_id',
    ])
    expect(await constraint('deployment_default_organization_fkey')).to.match(/ON DELETE RESTRICT$/)
    expect(await constraint('deployment_default_workspace_provider_fkey')).to.match(/ON DELETE RESTRICT$/)
    expect(await constraint('deployment_one')).to.contain("'deployment'")
  })

  it('WP-07 has room for one built-in provider', async () => {
    const rows = await database.query<{ it: string }>(
      "select indexdef as it from pg_indexes where indexname = 'workspace_provider_built_in'",
    )
    expect(rows[0]?.it).to.match(/^CREATE UNIQUE INDEX .* WHERE built_in$/)
  })

  it('WP-21 gives a namespace of a cluster one owner', async () => {
    expect(await constraint('workspace_provider_namespace_owner')).to.equal('UNIQUE (address, namespace)')
  })

  it('sorts every natural key the same, whatever the locale', async () => {
    const rows = await database.query<{ column: string }>(
      `select format('%s.%s', a.attrelid::regclass, a.attname) as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       join pg_collation l on l.oid = a.attcollation
       where c.contype = 'u' and c.conname like '%\\_key' and a.attname not like '%\\_id' and l.collname <> 'C'`,
    )
    expect(rows).to.deep.equal([])
  })

  it('finds the rows that go with a deleted one by an index', async () => {
    const rows = await database.query<{ it: string }>(
      `select conname as it from pg_constraint c where contype = 'f' and conrelid <> 'deployment'::regclass
       and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[cardinality(c.conkey)])`,
    )
    expect(rows).to.deep.equal([])
  })

  it('ORG-02 keeps a membership from a role of another organization', async () => {
    expect(await constraint('org_membership_role_custom_role_fkey')).to.equal(
      'FOREIGN KEY (organization_id, custom_role_id) REFERENCES custom_role(organization_id, id) ON DELETE CASCADE',
    )
    expect(await constraint('org_membership_role_org_membership_fkey')).to.equal(
      'FOREIGN KEY (organization_id, org_membership_id) REFERENCES org_membership(organization_id, id) ON DELETE CASCADE',
    )
  })
})
