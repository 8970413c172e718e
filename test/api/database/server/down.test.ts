// A database that goes away and comes back.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { configuration } from '../../../../api/config.ts'
import { firstStart } from '../../../../api/database/first-start.ts'
import { openBearers } from '../../../../api/database/read/bearers.ts'
import { type Embedded, startEmbedded } from '../../../../api/database/server/embedded.ts'
import { type Database, openDatabase } from '../../../../api/database/server/source.ts'
import { openStore } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { administrator, refusal } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')

describe('a database that is down', function () {
  this.timeout(60_000)
  let dataDir: string
  let embedded: Embedded
  let database: Database
  const config = () =>
    configuration({
      DATABASE_URL: `postgres://${embedded.user}@/postgres?host=${encodeURIComponent(embedded.host)}`,
      POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('hex'),
      POLDER_ADMIN_TOKEN: 'polder_test-administrator',
    })
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'polder-down-'))
    embedded = await startEmbedded(dataDir)
    database = await openDatabase(config())
    await firstStart(database)
  })
  afterEach(async () => {
    await database?.close()
    // It may be down, or up again.
    await (await startEmbedded(dataDir)).stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('is told as unavailable by every kind of question, and is used again when it is back', async () => {
    const how = { actor: await administrator(database), dryRun: false }
    const store = openStore(database)
    await closeAll()
    const works = [
      store.read(organization, ['default'], how.actor),
      store.list(organization, { actor: how.actor, filters: {}, limit: 1 }),
      store.create(organization, { name: 'acme' }, how),
      openBearers(database)('polder_any'),
    ]
    for (const work of works) {
      const { code, status, retryAfter } = await refusal(work)
      expect({ code, status }).to.deep.equal({ code: 'unavailable', status: 503 })
      expect(retryAfter).to.be.greaterThan(0)
    }
    embedded = await startEmbedded(dataDir)
    expect((await store.create(organization, { name: 'acme' }, how)).created).to.equal(true)
  })

  it('stops a start with a sentence that names the setting', async () => {
    await closeAll()
    const wrong = await openDatabase(config()).catch((cause) => cause)
    expect(wrong.message).to.match(/^The database that DATABASE_URL names cannot be used: .+/)
    expect(wrong.message).not.to.contain('postgres://')
  })

  /** The server stops only when nobody is connected, so the connections are ended first. */
  const closeAll = async () => {
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    await database.query('select pg_terminate_backend(pg_backend_pid())').catch(() => {})
    await embedded.stop()
  }
})
