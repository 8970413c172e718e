// The migrations make what the schemas say.
import { expect } from 'chai'
import { drift } from '../../../../api/database/schema/drift.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import { testDatabase } from '../../../support/database.ts'

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

  it('finds none between what is committed', async () => {
    expect(await drift(database)).to.deep.equal([])
  })
})
