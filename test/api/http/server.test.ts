// What operators see: liveness, readiness, metrics, the reference page, the log, and a server that drains.

import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { expect } from 'chai'
import { openBearers } from '../../../api/database/read/bearers.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import { serveHttp } from '../../../api/http/server.ts'
import { openLog } from '../../../api/log.ts'
import { createMetrics } from '../../../api/metrics.ts'
import { type Api, startApi } from '../../support/api.ts'
import { testDatabase } from '../../support/database/database.ts'
import { until } from '../../support/until.ts'

const policy = /default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'/

describe('the server', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  it('is alive and ready, for anybody who asks', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await api.as('')('GET', path)).status).to.equal(200)
    }
  })

  it('every answer names the deployment and the request, refusals too', async () => {
    const { uid } = await api.read('deployments/deployment')
    for (const path of ['/v1/organizations', '/v1/nothing', '/healthz', '/v1/organizations/nobody']) {
      const { headers } = await api.request('GET', path)
      expect(headers.get('polder-deployment')).to.equal(uid)
      expect(headers.get('x-request-id')).to.match(/^[0-9a-f]{8}-\d+$/)
    }
    const given = await api.request('GET', '/healthz', undefined, { 'x-request-id': 'mine-1' })
    expect(given.headers.get('x-request-id')).to.equal('mine-1')
    const evil = await api.request('GET', '/healthz', undefined, { 'x-request-id': '{"level":60}' })
    expect(evil.headers.get('x-request-id')).not.to.equal('{"level":60}')
  })

  it('counts requests by route pattern, never by what the path held', async () => {
    await api.request('GET', '/v1/organizations/a-rare-name')
    await api.request('GET', '/another-rare-name')
    const { text } = await api.metrics.page()
    expect(text).to.include('route="/v1/organizations/{name}",status="404"')
    expect(text).to.include('route="none",status="404"')
    expect(text).not.to.include('rare-name')
  })

  it('the document and its page are served from here, and may load nothing from elsewhere', async () => {
    const document = await api.as('')('GET', '/openapi.json')
    expect([document.status, document.body.openapi]).to.deep.equal([200, '3.1.0'])
    const page = await api.as('')('GET', '/docs')
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).to.match(policy)
    expect(page.body.text).not.to.match(/https?:/)
    const parts = [...(page.body.text as string).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!)
    expect(parts).to.have.length(3)
    for (const path of parts) expect((await api.as('')('GET', path)).status, path).to.equal(200)
    expect((await api.as('')('GET', '/docs/package.json')).status).to.equal(404)
  })

  it('logs who asked for what under its request id, and no token', async () => {
    const { headers } = await api.request('POST', '/v1/organizations', { name: 'logged' })
    const id = headers.get('x-request-id')
    const line = api
      .logged()
      .split('\n')
      .find((it) => it.includes(`"requestId":"${id}"`))!
    expect(JSON.parse(line)).to.include({
      method: 'POST',
      path: '/v1/organizations',
      status: 201,
      user: 'admin',
    })
    await api.as('polder_some-secret-token')('GET', '/v1/organizations')
    expect(api.logged()).not.to.match(/some-secret-token|[Bb]earer/)
    expect(api.logged()).not.to.include(api.token)
  })

  it('secrets are struck out of whatever is logged', () => {
    const lines: string[] = []
    const log = openLog('info', { write: (it) => void lines.push(it) })
    const provider = { name: 'gpu', token: 'hidden-1', client_key: 'hidden-2' }
    log.info({ token: 'hidden-3', provider, request: { headers: { authorization: 'hidden-4' } } }, 'told')
    expect(lines.join()).to.include('gpu').and.not.to.include('hidden')
  })

  it('429 with Retry-After for a flood, and every answer says what is left', async () => {
    const narrow = await startApi({ rateLimit: 1 })
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => narrow.request('GET', '/v1/organizations')),
    )
    const refused = asked.filter((it) => it.status === 429)
    expect(refused.length).to.be.within(2, 3)
    expect(refused[0]!.body.code).to.equal('too_many_requests')
    expect(refused[0]!.headers.get('retry-after')).to.equal('1')
    expect(asked[0]!.headers.get('ratelimit')).to.match(/^"token";r=\d;t=\d$/)
    expect((await narrow.as('')('GET', '/healthz')).status).to.equal(200)
    await narrow.stop()
  })

  it('503 unavailable with Retry-After and not ready while the database is away; alive all the same', async () => {
    const lost = await startApi()
    await lost.request('GET', '/v1/organizations')
    const [{ name }] = (await lost.database.query('select current_database() as name')) as [{ name: string }]
    await api.database.query(`alter database "${name}" allow_connections false`)
    await api.database.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      name,
    ])
    for (const path of ['/v1/organizations', '/readyz']) {
      const { status, body, headers } = await lost.request('GET', path)
      expect([status, body.code], path).to.deep.equal([503, 'unavailable'])
      expect(Number(headers.get('retry-after'))).to.be.at.least(1)
    }
    expect((await lost.request('POST', '/v1/organizations', { name: 'x' })).status).to.equal(503)
    expect((await lost.request('GET', '/healthz')).status).to.equal(200)
    await api.database.query(`alter database "${name}" allow_connections true`)
    expect((await lost.request('GET', '/readyz')).status).to.equal(200)
    await lost.stop()
  })

  describe('draining', () => {
    const serve = async (drainSeconds: number) => {
      const database = await testDatabase()
      const server = await serveHttp({
        ...database.config,
        database,
        store: openStore(database),
        findBearer: openBearers(database),
        readKinds: async () => ({ kinds: [], policy: null }),
        log: openLog('silent'),
        metrics: createMetrics(),
        activate() {},
        drainSeconds,
      })
      return { ...server, database }
    }
    const ask = async (agent: Agent, url: string, headers = {}) => {
      const [answer] = (await once(get(url, { agent, headers }), 'response')) as [IncomingMessage]
      answer.resume()
      await once(answer, 'end')
      return answer
    }

    it('answers what is in progress, closes each connection after its answer, and is not ready', async () => {
      const { url, database, stop } = await serve(10)
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      const headers = { authorization: `Bearer ${database.config.adminToken}` }
      const lock = await database.connect()
      await lock.query('begin')
      await lock.query('lock table organization in access exclusive mode')
      const slow = ask(agent, `${url}/v1/organizations`, headers)
      // Queued behind the slow one, on the same connection.
      const next = ask(agent, `${url}/readyz`)
      await waiting(database)
      const stopped = stop()
      await lock.query('rollback')
      await lock.end()
      expect((await slow).statusCode).to.equal(200)
      expect((await slow).headers.connection).to.equal('close')
      await next.catch(() => undefined)
      await stopped
      await database.close()
      agent.destroy()
    })

    it('cuts off what is still in progress at the deadline', async () => {
      const { url, database, stop } = await serve(0)
      const headers = { authorization: `Bearer ${database.config.adminToken}` }
      const lock = await database.connect()
      await lock.query('begin')
      await lock.query('lock table organization in access exclusive mode')
      const slow = fetch(`${url}/v1/organizations`, { headers }).catch((error) => error)
      await waiting(database)
      await stop()
      expect(await slow).to.be.instanceOf(TypeError)
      await lock.end()
      await database.close()
    })
  })
})

/** Until a statement waits for a lock. */
const waiting = (database: Database) =>
  until(async () => {
    const rows = await database.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    expect(rows, 'statements that wait').not.to.deep.equal([])
  })
