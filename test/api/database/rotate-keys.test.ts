// Rotation of the keys that encrypt cluster credentials: nothing is lost, whoever is killed or writes meanwhile.
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { rotateKeys } from '../../../api/database/rotate-keys.ts'
import { decrypt, encrypt, keyFingerprint } from '../../../api/database/server/secret.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { blankRow, insertRows } from '../../../api/database/write/rows/rows.ts'
import { start } from '../../../api/main.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { startApi } from '../../support/api.ts'
import { testDatabase } from '../../support/database/database.ts'
import { defaultsOf } from '../../support/database/defaults-of.ts'
import { until } from '../../support/until.ts'

const [old, young] = [randomBytes(32), randomBytes(32)]
const noun = resourceNamed('workspace_provider')

describe('S28 a rotation of encryption keys', () => {
  let database: Database
  const logged: { facts: object; message: string }[] = []
  const at = (facts: object, message: string) => logged.push({ facts, message })
  const log = { info: at, warn: at }

  beforeEach(async () => {
    database = { ...(await testDatabase()), keys: [young, old] }
    logged.length = 0
  })
  afterEach(() => database.close())

  const provide = async (count: number, key = old) => {
    const rows = Array.from({ length: count }, (_, index) => {
      const { id, ...blank } = blankRow(noun) as { id: string }
      return {
        id,
        ...blank,
        ...defaultsOf(noun),
        name: `cluster-${index}`,
        namespace: `namespace-${index}`,
        cluster: { server: 'https://127.0.0.1:6443' },
        token_encrypted: encrypt([key], `${id}/token`, `token-${id}`),
        client_key_encrypted: encrypt([key], `${id}/client_key`, `key-${id}`),
      }
    })
    await insertRows(database, noun, rows)
  }
  const stored = () =>
    database.query<{ id: string; token: Buffer; client_key: Buffer }>(
      `select id, token_encrypted as token, client_key_encrypted as client_key
       from workspace_provider where token_encrypted is not null order by id`,
    )
  const opensWith = async (keys: Buffer[]) => {
    for (const { id, token, client_key } of await stored()) {
      expect(decrypt(keys, `${id}/token`, token)).to.equal(`token-${id}`)
      expect(decrypt(keys, `${id}/client_key`, client_key)).to.equal(`key-${id}`)
    }
  }
  const told = () => logged[0]!

  it('leaves every secret readable with the first key alone, over several batches, and tells its fingerprint', async () => {
    await provide(230)
    await rotateKeys(database, log)
    await opensWith([young])
    expect(told().facts).to.deep.equal({ key: keyFingerprint(young), reEncrypted: 460 })
    expect(keyFingerprint(young)).to.match(/^[0-9a-f]{8}$/)
    expect(JSON.stringify(logged)).not.to.include(young.toString('hex'))
  })

  it('changes nothing a second time, and no generation ever', async () => {
    await provide(2)
    await rotateKeys(database, log)
    const first = await stored()
    logged.length = 0
    await rotateKeys(database, log)
    expect(told().facts).to.include({ reEncrypted: 0 })
    expect(await stored()).to.deep.equal(first)
    const rows = await database.query<{ generation: number }>(
      'select distinct generation from workspace_provider where token_encrypted is not null',
    )
    expect(rows).to.deep.equal([{ generation: 1 }])
  })

  it('that is broken off after any batch leaves every secret readable, and is finished by the next one', async () => {
    await provide(230)
    for (const batches of [1, 2, 4]) {
      let left = batches
      const broken: Database = {
        ...database,
        transaction: async (work) => {
          if (left === 0) throw new Error('killed')
          left -= 1
          return database.transaction(work)
        },
      }
      const error = await rotateKeys(broken, log).catch((it: Error) => it)
      expect(error).to.have.property('message', 'killed')
      await opensWith([young, old])
    }
    await rotateKeys(database, log)
    await opensWith([young])
  })

  it('by several processes at once encrypts each secret once', async () => {
    await provide(230)
    await Promise.all([rotateKeys(database, log), rotateKeys(database, log), rotateKeys(database, log)])
    await opensWith([young])
    const sum = logged.reduce((all, { facts }) => all + (facts as { reEncrypted: number }).reEncrypted, 0)
    expect(sum).to.equal(460)
  })

  it('keeps a secret that somebody sets meanwhile', async () => {
    await provide(1)
    const [one] = await stored()
    const { id } = one!
    const fresh = encrypt([young], `${id}/token`, `token-${id}`)
    let rotated: Promise<void> | undefined
    await database.transaction(async ({ run }) => {
      await run('update workspace_provider set token_encrypted = $2 where id = $1', [id, fresh])
      rotated = rotateKeys(database, log)
      await until(async () => {
        expect(await database.query('select from pg_locks where not granted')).to.have.length(1)
      })
    })
    await rotated
    expect((await stored())[0]!.token).to.deep.equal(fresh)
    await opensWith([young])
  })

  it('leaves alone what no key reads, and names it', async () => {
    await provide(1, randomBytes(32))
    const before = await stored()
    await rotateKeys(database, log)
    expect(await stored()).to.deep.equal(before)
    const { id } = before[0]!
    expect(logged[1]!.facts).to.deep.equal({ count: 2, secrets: [`${id}/token`, `${id}/client_key`] })
    expect(logged[1]!.message).to.include('cannot be decrypted')
  })

  it('comes with a start', async () => {
    await provide(1)
    const config = { ...database.config, encryptionKeys: [young, old], port: 0, host: '127.0.0.1' }
    const running = await start(config)
    await running.stop()
    await opensWith([young])
  })

  it('is seen from outside: /readyz answers the fingerprint of the key that encrypts', async () => {
    const api = await startApi({ encryptionKeys: [young, old] })
    try {
      const { body } = await api.as('')('GET', '/readyz')
      expect(body).to.deep.equal({ status: 'ready', encryption_key: keyFingerprint(young) })
    } finally {
      await api.stop()
    }
  })
})
