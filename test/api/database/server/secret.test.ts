// Secrets at rest: unreadable without the key, useless in another row, rotated by naming a new key first.
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { decrypt, encrypt } from '../../../../api/database/server/secret.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import { openStore } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { testDatabase } from '../../../support/database/database.ts'
import { issueToken } from '../../../support/database/tokens.ts'
import { administrator } from '../../../support/database/writer.ts'

const [old, young] = [randomBytes(32), randomBytes(32)]

describe('a stored secret', () => {
  it('does not open in another row', () => {
    const stored = encrypt([old], 'wsp_a/token', 'hush')
    expect(() => decrypt([old], 'wsp_b/token', stored)).to.throw()
  })

  it('does not open once a bit has changed', () => {
    const stored = encrypt([old], 'wsp_a/token', 'hush')
    stored[stored.length - 1]! ^= 1
    expect(() => decrypt([old], 'wsp_a/token', stored)).to.throw()
  })

  it('says which setting is missing when its key is', () => {
    const stored = encrypt([old], 'wsp_a/token', 'hush')
    expect(() => decrypt([young], 'wsp_a/token', stored)).to.throw(/POLDER_ENCRYPTION_KEY/)
  })

  it('opens with any of the keys, and is encrypted with the first', () => {
    const before = encrypt([old], 'wsp_a/token', 'hush')
    const after = encrypt([young, old], 'wsp_a/token', 'hush')
    expect(decrypt([young, old], 'wsp_a/token', before)).to.equal('hush')
    expect(decrypt([young], 'wsp_a/token', after)).to.equal('hush')
  })
})

describe('the whole database', () => {
  let database: Database
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.close())

  const dump = async () => {
    const tables = await database.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    )
    const rows = await Promise.all(
      tables.map(({ name }) => database.query(`select t::text from "${name}" t`)),
    )
    return JSON.stringify(rows)
  }
  const forms = (secret: string) => [secret, Buffer.from(secret).toString('hex'), btoa(secret).slice(0, -4)]

  it('TF-05 holds no credential of a cluster and no token in plain text', async () => {
    const how = { actor: await administrator(database), dryRun: false }
    const provider = { name: 'far', namespace: 'far', cluster: { server: 'https://far.example.com' } }
    const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----\n'
    const store = openStore(database)
    await store.create(resourceNamed('workspace_provider'), { ...provider, token: 'hush-hush-hush' }, how)
    const other = { ...provider, name: 'near', namespace: 'near', client_key: key }
    await store.create(resourceNamed('workspace_provider'), other, { ...how, idempotencyKey: 'k' })
    const { token } = await issueToken(database, how.actor, 'admin')
    const dumped = await dump()
    expect(dumped).to.contain('far.example.com')
    for (const secret of ['hush-hush-hush', key, 'MIIEvQIBADANBgkq', token, database.config.adminToken!]) {
      for (const form of forms(secret)) expect(dumped).not.to.contain(form)
    }
  })
})
