// The migrations make what the schemas say.
import { expect } from 'chai'
import { drift } from '../../../../api/database/schema/drift.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import { testDatabase } from '../../../support/database/database.ts'

describe('drift between schemas and migrations', () => {
  let database: Database
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.close())

  it('names a column that a migration forgot', async () => {
    await database.query('alter table custom_role drop column every_member')
    expect(await drift(database)).to.deep.equal([
      'ALTER TABLE "custom_role" ADD "every_member" boolean NOT NULL',
    ])
    await database.query('alter table custom_role add column every_member boolean not null')
  })

  it('names what a migration forgot of a join table', async () => {
    const name = 'org_membership_role_custom_role_fkey'
    const [{ it } = { it: '' }] = await database.query<{ it: string }>(
      'select pg_get_constraintdef(oid) as it from pg_constraint where conname = $1',
      [name],
    )
    await database.query(`alter table org_membership_role drop constraint ${name}, add column since text`)
    expect(await drift(database)).to.deep.equal([
      'The table org_membership_role has a column since that no schema asks for.',
      `The table org_membership_role has no constraint ${name}: ${it}.`,
    ])
    await database.query(`alter table org_membership_role add constraint ${name} ${it}, drop column since`)
  })

  it('finds none between what is committed', async () => {
    expect(await drift(database)).to.deep.equal([])
  })
})
