// Who asks: a bearer token that is known, unexpired and whose user is not suspended; everyone else gets 401.
import { expect } from 'chai'
import { routes } from '../../../api/http/routes.ts'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('authentication', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const headers: [string, string | undefined][] = [
    ['no Authorization', undefined],
    ['another scheme', 'Basic YWRtaW46YWRtaW4='],
    ['a bearer without token', 'Bearer'],
    ['two tokens', 'Bearer one two'],
    ['an unknown token', 'Bearer polder_unknown'],
    ['a token of 10,000 characters', `Bearer ${'x'.repeat(10_000)}`],
    ['bytes that are not ASCII', 'Bearer pölder'],
  ]
  for (const [what, authorization] of headers) {
    it(`401 for ${what}, with the challenge`, async () => {
      const answer = await api.as('')(
        'GET',
        '/v1/organizations',
        undefined,
        authorization ? { authorization } : {},
      )
      expect(answer.status).to.equal(401)
      expect(answer.headers.get('www-authenticate')).to.equal('Bearer realm="polder"')
      expect(answer.body.code).to.equal('unauthenticated')
    })
  }

  it('the scheme may be written in any case', async () => {
    const authorization = `bearer ${api.token}`
    const answer = await api.as('')('GET', '/v1/organizations', undefined, { authorization })
    expect(answer.status).to.equal(200)
  })

  it('401 before anything else is looked at, on every route that is not public', async () => {
    for (const { method, path } of routes.filter((it) => !it.public)) {
      const url = `${path.replaceAll(/\{\w+\}/g, 'default')}?nonsense=%00`
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{broken'
      await refused(api, [method, url, body], { status: 401, code: 'unauthenticated' }, api.as(''))
    }
  })
})
