// What only somebody authenticated may see is kept by no cache, and neither is a refusal.
import { expect } from 'chai'
import { routes } from '../../../api/http/routes.ts'
import { type Api, type Ask, startApi } from '../../support/api.ts'

describe('Cache-Control: no-store', () => {
  let api: Api
  before(async () => {
    api = await startApi({ failedAuthenticationLimit: 0, rateLimit: 0 })
    await api.create('users', { username: 'member' })
  })
  after(() => api.stop())

  const expectNoStore = async (ask: Ask, statuses: number[]) => {
    for (const { method, path, body } of routes.filter((it) => !it.public)) {
      const url = path.replaceAll(/\{\w+\}/g, 'nothing')
      const { status, headers } = await ask(method, url, body ? {} : undefined)
      expect(status, `${method} ${path}`).to.be.oneOf(statuses)
      expect(headers.get('cache-control'), `${method} ${path} ${status}`).to.equal('no-store')
    }
  }

  it('is in the answer to an administrator on every route, whether it succeeds or not', () =>
    expectNoStore(api.request, [200, 201, 202, 204, 404, 409, 422]))

  it('401 and 403 carry it too, and whatever a member is told', async () => {
    await expectNoStore(api.as('polder_unknown'), [401])
    const { token } = await api.create('api_tokens', { user: 'member' })
    await expectNoStore(api.as(token), [200, 403, 404, 422])
  })

  it('201, 304 and 204 carry it, a token with its secret among them', async () => {
    const path = '/v1/users/member'
    const issued = await api.request('POST', '/v1/api_tokens', { user: 'member' })
    const read = await api.request('GET', path)
    const etag = { 'if-none-match': read.headers.get('etag')! }
    const answers = [
      issued,
      read,
      await api.request('GET', path, undefined, etag),
      await api.request('DELETE', `/v1/api_tokens/${issued.body.id}`),
    ]
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 200, 304, 204])
    for (const { headers } of answers) expect(headers.get('cache-control')).to.equal('no-store')
  })

  it('404 and 405 outside of every route carry it', async () => {
    for (const [method, path] of [
      ['GET', '/v1/nothing'],
      ['POST', '/healthz'],
    ] as const) {
      expect((await api.request(method, path)).headers.get('cache-control')).to.equal('no-store')
    }
  })
})
