// P24: who fails to authenticate too often is told to wait, and nobody else is.
import { BlockList } from 'node:net'
import { expect } from 'chai'
import { routes } from '../../../../api/http/routes.ts'
import { type Api, type Ask, startApi } from '../../../support/api.ts'

const burst = 5

describe('P24 failed authentications', () => {
  let api: Api
  /** It stands still unless a test moves it. */
  let time = 0
  beforeEach(async () => {
    const trustedProxies = new BlockList()
    trustedProxies.addAddress('127.0.0.1')
    api = await startApi({ failedAuthenticationLimit: 1, trustedProxies }, { clock: () => time })
  })
  afterEach(() => api.stop())

  const from =
    (address: string, ask: Ask): Ask =>
    (method, path, body, headers) =>
      ask(method, path, body, { 'x-forwarded-for': address, ...headers })
  const statusOf = async (ask: Ask) => (await ask('GET', '/v1/organizations')).status
  const exhaust = async (address: string) => {
    for (let count = 0; count < burst; count++) {
      expect(await statusOf(from(address, api.as('polder_unknown')))).to.equal(401)
    }
  }

  it('401 until the limit, then 429 with Retry-After and words that name the address', async () => {
    await exhaust('192.0.2.1')
    for (const token of ['polder_unknown', '', 'not a token']) {
      const { status, headers, body } = await from('192.0.2.1', api.as(token))('GET', '/v1/organizations')
      expect([status, body.code]).to.deep.equal([429, 'too_many_requests'])
      expect(Number(headers.get('retry-after'))).to.equal(1)
      expect(body.detail).to.match(
        /^Too many authentications from 192\.0\.2\.1 failed\. .* send the request again in 1 s\.$/,
      )
    }
  })

  it('401 again after that time, once for each second', async () => {
    await exhaust('192.0.2.1')
    const unknown = from('192.0.2.1', api.as('polder_unknown'))
    time += 2000
    expect([await statusOf(unknown), await statusOf(unknown), await statusOf(unknown)]).to.deep.equal([
      401, 401, 429,
    ])
  })

  it('401 for another address, and for another /64 of IPv6 but not for another address of the same', async () => {
    await exhaust('192.0.2.1')
    await exhaust('2001:db8::1')
    const unknown = api.as('polder_unknown')
    expect(await statusOf(from('192.0.2.2', unknown))).to.equal(401)
    expect(await statusOf(from('2001:db8:0:1::1', unknown))).to.equal(401)
    expect(await statusOf(from('2001:db8:0:0:ffff::1', unknown))).to.equal(429)
  })

  it('200 for a token that worked before, whatever fails at its address, also after a revocation elsewhere', async () => {
    const known = from('192.0.2.1', api.request)
    expect(await statusOf(known)).to.equal(200)
    await exhaust('192.0.2.1')
    expect(await statusOf(known)).to.equal(200)
    const { id } = await api.create('api_tokens', { user: 'admin' })
    expect((await api.request('DELETE', `/v1/api_tokens/${id}`)).status).to.equal(204)
    expect(await statusOf(from('192.0.2.1', api.as('polder_unknown')))).to.equal(429)
    expect(await statusOf(known)).to.equal(200)
  })

  it('200 for a good token that nobody has used yet, whatever fails at its address', async () => {
    const { token } = await api.create('api_tokens', { user: 'admin' })
    await exhaust('192.0.2.1')
    expect(await statusOf(from('192.0.2.1', api.as('polder_unknown')))).to.equal(429)
    expect(await statusOf(from('192.0.2.1', api.as(token)))).to.equal(200)
  })

  it('200 for all who come at once from one address with good tokens that nobody has used yet', async () => {
    const many = Array.from({ length: 4 * burst })
    const tokens = await Promise.all(many.map(() => api.create('api_tokens', { user: 'admin' })))
    const seen = await Promise.all(tokens.map(({ token }) => statusOf(from('192.0.2.1', api.as(token)))))
    expect(seen).to.deep.equal(many.map(() => 200))
  })

  it('200 costs nothing: a good token is no failure, however often it asks', async () => {
    const { token } = await api.create('api_tokens', { user: 'admin' })
    for (let count = 0; count < 2 * burst; count++) {
      const fresh = (await api.create('api_tokens', { user: 'admin' })).token
      expect(await statusOf(from('192.0.2.1', api.as(fresh)))).to.equal(200)
    }
    expect(await statusOf(from('192.0.2.1', api.as(token)))).to.equal(200)
  })

  it('counts a token that expired or whose user is suspended, which are known here', async () => {
    await api.create('users', { username: 'gone' })
    const { token } = await api.create('api_tokens', { user: 'gone' })
    const gone = from('192.0.2.1', api.as(token))
    expect(await statusOf(gone)).to.equal(200)
    await api.request('PATCH', '/v1/users/gone', { suspended: true })
    const seen = []
    for (let count = 0; count <= burst; count++) seen.push(await statusOf(gone))
    expect(seen).to.deep.equal([...Array(burst).fill(401), 429])
  })

  it('429 before anything else is looked at, on every route that is not public', async () => {
    await exhaust('192.0.2.1')
    const unknown = from('192.0.2.1', api.as('polder_unknown'))
    for (const { method, path } of routes.filter((it) => !it.public)) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{broken'
      const url = `${path.replaceAll(/\{\w+\}/g, 'default')}?nonsense=%00`
      expect((await unknown(method, url, body)).status, `${method} ${path}`).to.equal(429)
    }
  })

  it('200 for /healthz and 401 for others, where a client that no trusted proxy names forges its address', async () => {
    const untrusting = await startApi({ failedAuthenticationLimit: 1 }, { clock: () => time })
    try {
      const forged = async (index: number) =>
        statusOf(from(`192.0.2.${index}`, untrusting.as('polder_unknown')))
      const seen = []
      for (let index = 0; index <= burst; index++) seen.push(await forged(index))
      expect(seen).to.deep.equal([...Array(burst).fill(401), 429])
      expect((await untrusting.as('')('GET', '/healthz')).status).to.equal(200)
    } finally {
      await untrusting.stop()
    }
  })
})
