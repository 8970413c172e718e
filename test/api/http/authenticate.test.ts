// Who asks: a bearer token that is known, unexpired and whose user is not suspended; everyone else gets 401.
import { expect } from 'chai'
import type { Bearer } from '../../../api/database/read/bearers.ts'
import type { ApiError } from '../../../api/errors.ts'
import { authentication } from '../../../api/http/authenticate.ts'
import { routes } from '../../../api/http/routes.ts'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('authentication', () => {
  let api: Api
  before(async () => {
    api = await startApi({ failedAuthenticationLimit: 0 })
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

describe('what is remembered of a token', () => {
  const actor = { token: 'tok_1', user: 'usr_1', username: 'ada', siteRoles: ['site_admin'] }
  const good: Bearer = { actor, expiresAt: null, suspended: false }
  const unlimited = { take() {} }
  const nowhere = () => 'unknown'

  /** Look-ups wait until the test answers them, in order. */
  const waiting = () => {
    const asked: ((found: Bearer | null) => void)[] = []
    const time = { ms: 0 }
    const find = () => new Promise<Bearer | null>((resolve) => asked.push(resolve))
    return { asked, time, authenticate: authentication(find, unlimited, { clock: () => time.ms }) }
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'known',
      (cause: ApiError) => cause.code,
    )

  it('is believed without another look-up', async () => {
    const { asked, authenticate } = waiting()
    const first = authenticate('Bearer secret', nowhere)
    asked[0]!(good)
    await first
    expect(await authenticate('Bearer secret', nowhere)).to.equal(actor)
    expect(asked).to.have.length(1)
  })

  it('is believed too where it is nothing, until somebody may have issued it', async () => {
    const { asked, authenticate } = waiting()
    const first = codeOf(authenticate('Bearer secret', nowhere))
    asked[0]!(null)
    expect(await first).to.equal('unauthenticated')
    expect(await codeOf(authenticate('Bearer secret', nowhere))).to.equal('unauthenticated')
    expect(asked).to.have.length(1)
    authenticate.forget()
    const issued = authenticate('Bearer secret', nowhere)
    asked[1]!(good)
    expect(await issued).to.equal(actor)
  })

  it('is forgotten when somebody may have lost a right', async () => {
    const { asked, authenticate } = waiting()
    const first = authenticate('Bearer secret', nowhere)
    asked[0]!(good)
    await first
    authenticate.forget()
    const second = codeOf(authenticate('Bearer secret', nowhere))
    asked[1]!(null)
    expect(await second).to.equal('unauthenticated')
  })

  it('is looked up anew 200 ms after its last look-up began, since another process may have revoked it', async () => {
    const { asked, time, authenticate } = waiting()
    const first = authenticate('Bearer secret', nowhere)
    time.ms = 150
    asked[0]!(good)
    await first
    time.ms = 199
    await authenticate('Bearer secret', nowhere)
    expect(asked).to.have.length(1)
    time.ms = 200
    const second = codeOf(authenticate('Bearer secret', nowhere))
    asked[1]!(null)
    expect(await second).to.equal('unauthenticated')
  })

  it('is not what a look-up found that began before a revocation', async () => {
    const { asked, authenticate } = waiting()
    const overtaken = authenticate('Bearer secret', nowhere)
    authenticate.forget()
    asked[0]!(good)
    await overtaken
    const next = codeOf(authenticate('Bearer secret', nowhere))
    expect(asked).to.have.length(2)
    asked[1]!(null)
    expect(await next).to.equal('unauthenticated')
  })
})
