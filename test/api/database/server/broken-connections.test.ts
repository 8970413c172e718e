// Connections that end in the middle of a transaction, or while it is committed.

import { expect } from 'chai'
import { openBearers } from '../../../../api/database/read/bearers.ts'
import { type Database, openDatabase } from '../../../../api/database/server/source.ts'
import { openStore, type Store } from '../../../../api/database/store.ts'
import { serveHttp } from '../../../../api/http/server.ts'
import { openLog } from '../../../../api/log.ts'
import { createMetrics } from '../../../../api/metrics.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { testDatabase } from '../../../support/database/database.ts'
import { startLosingProxy } from '../../../support/database/losing-proxy.ts'
import { administrator, refusal, type Writer } from '../../../support/database/writer.ts'
import { until } from '../../../support/until.ts'

const organization = resourceNamed('organization')

describe('a connection that breaks', () => {
  let direct: Database
  let database: Database
  let store: Store
  let how: Writer['how']
  let proxy: Awaited<ReturnType<typeof startLosingProxy>>
  before(async () => {
    direct = await testDatabase()
    const url = new URL(direct.config.databaseUrl!.replace('@/', '@localhost/'))
    proxy = await startLosingProxy(url.searchParams.get('host')!)
    url.searchParams.set('host', proxy.directory)
    const databaseUrl = url.href.replace('@localhost/', '@/')
    database = await openDatabase({ ...direct.config, databaseUrl })
    store = openStore(database)
    how = { actor: await administrator(direct), dryRun: false, complete: false, force: false }
  })
  after(async () => {
    await database.close()
    await proxy.stop()
    await direct.close()
  })

  const create = (body: object, more = {}) => store.create(organization, { ...body }, { ...how, ...more })
  const read = (name: string) => store.read(organization, [name], how.actor)

  it('between two statements of a transaction ends that transaction alone, and the process goes on', async () => {
    const before = (await read('default'))!.value.description
    const work = database.transaction(async (session) => {
      await session.run(`update organization set description = 'half'`)
      const [own] = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
      await direct.query('select pg_terminate_backend($1)', [own!.pid])
      await until(async () => {
        const alive = await direct.run('select from pg_stat_activity where pid = $1', [own!.pid])
        expect(alive).to.equal(0)
      })
      await session.run(`update organization set description = 'whole'`)
    })
    expect(await work.catch((cause) => cause.message)).to.match(/terminat|not queryable/i)
    expect((await read('default'))!.value.description).to.equal(before)
  })

  it('on a connection of its own ends no process either', async () => {
    const client = await database.connect()
    const ended = new Promise((resolve) => client.once('end', resolve))
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await direct.query('select pg_terminate_backend($1)', [rows[0].pid])
    await ended
  })

  const unknown = async (work: () => Promise<unknown>) => {
    proxy.lose()
    const { code, status, detail, retryAfter } = await refusal(work())
    expect({ code, status }).to.deep.equal({ code: 'outcome_unknown', status: 503 })
    expect(retryAfter).to.be.above(0)
    expect(detail).to.match(
      /it is unknown whether the change was stored\. Sending the same request again is safe\.$/,
    )
  }

  it('S9 during the commit of a create is told as unknown, and the same create again finds what was stored', async () => {
    for (const [name, key] of [['with-key', 'one'], ['without-key']] as const) {
      const again = () => create({ name }, { idempotencyKey: key })
      await unknown(again)
      const stored = await read(name)
      expect((await again()).item.value.id).to.equal(stored!.value.id)
    }
  })

  it('during the commit of a change or a delete is told as unknown, and the same again changes nothing twice', async () => {
    await create({ name: 'kept' })
    const change = () => store.update(organization, ['kept'], { description: 'new' }, how)
    await unknown(change)
    expect((await read('kept'))!.value).to.deep.include({ description: 'new', generation: 2 })
    expect((await change()).generation).to.equal(2)
    const put = () => store.put(organization, { name: 'kept', description: 'put' }, how)
    await unknown(put)
    expect((await put()).item.generation).to.equal(3)
    const remove = () => store.delete(organization, ['kept'], how)
    await unknown(remove)
    expect((await refusal(remove())).code).to.equal('not_found')
  })

  it('503 outcome_unknown over REST wakes the reconciler, as every write does that may have been stored', async () => {
    let activations = 0
    const activate = () => {
      activations += 1
    }
    const readKinds = async () => ({ kinds: [], policy: null })
    const log = openLog('silent')
    const parts = { database, store, findBearer: openBearers(database), readKinds, log, activate }
    const server = await serveHttp({ ...parts, metrics: createMetrics(), ...database.config })
    const authorization = `Bearer ${database.config.adminToken}`
    const headers = { authorization, 'content-type': 'application/json' }
    const body = JSON.stringify({ description: 'over REST' })
    const change = () => fetch(`${server.url}/v1/organizations/default`, { method: 'PATCH', headers, body })
    proxy.lose()
    const answer = await change()
    expect(answer.status).to.equal(503)
    expect(answer.headers.get('retry-after')).to.equal('2')
    expect(await answer.json()).to.include({ code: 'outcome_unknown' })
    expect(activations).to.equal(1)
    expect((await change()).status).to.equal(200)
    await server.stop()
  })
})
