// Several processes of the API on one database: what one of them writes, the others act on.
import { expect } from 'chai'
import { openStore } from '../../api/database/store.ts'
import { system } from '../../api/resources/system.ts'
import { resourceNamed } from '../../schemas/index.ts'
import { startReplicas } from '../support/replicas.ts'
import { until } from '../support/until.ts'

const workspace_provider = resourceNamed('workspace_provider')

describe('replicas', function () {
  this.timeout(60_000)
  let deployment: Awaited<ReturnType<typeof startReplicas>>
  before(async () => {
    deployment = await startReplicas(2)
  })
  after(() => deployment?.stop())

  /** Hears what the replicas tell each other. */
  const listen = async () => {
    const client = await deployment.database.connect()
    const heard = { count: 0 }
    client.on('notification', () => {
      heard.count += 1
    })
    await client.query('listen polder')
    return { heard, end: () => client.end() }
  }

  it('tell each other of a write, and neither of a read, a dry run nor a refusal', async () => {
    const { heard, end } = await listen()
    const { request } = deployment.replicas[0]!
    expect((await request('GET', '/v1/organizations')).status).to.equal(200)
    expect((await request('POST', '/v1/organizations?dry_run=true', { name: 'acme' })).status).to.equal(201)
    expect((await request('POST', '/v1/organizations', { name: '?' })).status).to.equal(422)
    expect((await request('POST', '/v1/organizations', { name: 'acme' })).status).to.equal(201)
    await until(() => expect(heard.count).to.equal(1))
    await end()
  })

  it('are woken by a notification, and reconcile what they did not write themselves', async () => {
    const { database, replicas } = deployment
    const cluster = { server: 'https://127.0.0.1:1' }
    const provider = { name: 'foreign', namespace: 'foreign', cluster, token: 'secret' }
    // The replicas have just been woken, so that none looks by itself for ten seconds.
    await database.run("select pg_notify('polder', '')")
    await openStore(database).create(workspace_provider, provider, { actor: system, dryRun: false })
    await database.run("select pg_notify('polder', '')")
    await until(async () => {
      const { body } = await replicas[0]!.request('GET', '/v1/workspace_providers/foreign')
      expect(body.conditions).not.to.deep.equal([])
    }, 3000)
  })
})
