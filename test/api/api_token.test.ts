// API tokens over REST: answered once, as wide as their user, short-lived where the operator says so, gone when deleted.
import { expect } from 'chai'
import { type Api, type Ask, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'
import { until } from '../support/until.ts'

const path = '/v1/api_tokens'
const invalid = { status: 422, code: 'invalid' }

describe('api_token', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    await api.create('users', { username: 'robot', service_account: true, site_roles: ['auditor'] })
    await api.create('users', { username: 'ann' })
  })
  after(() => api.stop())

  const issue = (user: string, more: Body = {}) => api.create('api_tokens', { user, ...more })
  const listed = async (ask: Ask = api.request, query = '') => {
    const { status, body } = await ask('GET', `${path}${query}`)
    expect(status).to.equal(200)
    return body.items as Body[]
  }
  const works = async ({ token }: Body) => (await api.as(token)('GET', '/v1/organizations')).status
  const ids = (items: Body[]) => items.map(({ id }) => id)

  describe('the secret', () => {
    it('TF-05 is answered once, by the create, and stands in no other answer, row or line of the log', async () => {
      const issued = await issue('robot', { description: 'for the pipeline' })
      expect(issued).to.include({ user: 'robot', description: 'for the pipeline', expires_at: null })
      expect(issued.token).to.match(/^polder_[\w-]{43}$/)
      expect(issued.prefix).to.equal(issued.token.slice(0, 12))
      expect(await works(issued)).to.equal(200)
      const { token, ...shown } = issued
      expect(await api.read(`api_tokens/${issued.id}`)).to.deep.equal(shown)
      expect(await listed()).to.deep.include(shown)
      expect(JSON.stringify(await api.rows())).not.to.include(token)
      expect(api.logged()).not.to.include(token)
    })

    it('is another for each token', async () => {
      const [one, two] = await Promise.all([issue('robot'), issue('robot')])
      expect(one.token).not.to.equal(two.token)
    })

    it('S8 200 with `token_lost` and without `token` for a create that is sent again, which issues no other', async () => {
      const again = () =>
        api.request('POST', path, { user: 'robot', description: 'again' }, { 'idempotency-key': 'again' })
      const first = await again()
      expect(first.status).to.equal(201)
      expect(first.body).not.to.have.property('token_lost')
      const { token, ...shown } = first.body
      for (const second of [await again(), await again()]) {
        expect(second.status).to.equal(200)
        expect(second.body).to.deep.equal({ ...shown, token_lost: true })
      }
      expect((await listed()).filter(({ description }) => description === 'again')).to.have.length(1)
      expect(await works({ token })).to.equal(200)
      await api.request('DELETE', `${path}/${shown.id}`)
      const third = await again()
      expect(third.status).to.equal(201)
      expect(third.body.token).to.be.a('string').that.does.not.equal(token)
    })

    it('is in no answer of a dry run, which issues no token', async () => {
      const before = await listed()
      const alone = await api.request('POST', `${path}?dry_run=true`, { user: 'robot' })
      expect(alone.status).to.equal(201)
      expect(alone.body).to.include({ user: 'robot' }).and.not.have.any.keys('token', 'token_lost')
      const item = { verb: 'create', type: 'api_token', body: { user: 'robot' } }
      const { body } = await api.request('POST', '/v1/dry_runs', { items: [item, item] })
      for (const result of body.results) {
        expect(result.status).to.equal(201)
        expect(result.body).not.to.have.any.keys('token', 'token_lost')
      }
      expect(await listed()).to.deep.equal(before)
    })
  })

  describe('its doors', () => {
    it('405 for PATCH and PUT: what a token reaches never changes', async () => {
      const { id } = await issue('robot')
      for (const method of ['PATCH', 'PUT']) {
        const refusal = { status: 405, code: 'method_not_allowed', detail: /GET, HEAD, DELETE, not/ }
        await refused(api, [method, `${path}/${id}`, { description: 'other' }], refusal)
      }
      const { body } = await api.request('POST', '/v1/dry_runs', {
        items: [{ verb: 'update', type: 'api_token', id, body: { description: 'other' } }],
      })
      expect(body.results[0].body).to.include({
        status: 405,
        detail: 'Objects of the type `api_token` have no `update`.',
      })
    })

    it('404 for a token that is not there, by its id alone', async () => {
      for (const address of ['tok_aaaaaaaaaaaaaaaa', 'robot']) {
        const detail = new RegExp(`^The api_token \`${address}\` does not exist\\.$`)
        await refused(api, ['GET', `${path}/${address}`], { status: 404, code: 'not_found', detail })
        await refused(api, ['DELETE', `${path}/${address}`], { status: 404, code: 'not_found', detail })
      }
      const items = [{ verb: 'delete', type: 'api_token', id: 'robot/a' }]
      const { body } = await api.request('POST', '/v1/dry_runs', { items })
      expect(body.results[0].body.detail).to.equal('No api_token has the address `robot/a`. Give its id.')
    })

    it('lists are paged, and narrowed by user, by id or name', async () => {
      await api.create('users', { username: 'paged' })
      const made = ids(await Promise.all([issue('paged'), issue('paged'), issue('paged')]))
      const { id } = await api.read('users/paged')
      for (const user of ['paged', id]) {
        expect(ids(await listed(api.request, `?user=${user}`))).to.have.members(made)
      }
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Body = await api.read(`api_tokens?user=paged&limit=2${cursor && `&cursor=${cursor}`}`)
        seen.push(...ids(page.items))
        cursor = page.next_cursor
      }
      expect(seen).to.have.members(made).and.have.length(3)
    })

    it('422 for a user who does not exist, for no user, and for what nobody asked', async () => {
      const unresolved = { status: 422, code: 'unresolved', attribute: 'user' }
      await refused(api, ['POST', path, { user: 'nobody' }], unresolved)
      await refused(api, ['POST', path, {}], { ...invalid, attribute: 'user' })
      const unknown = { status: 422, code: 'unknown_attribute' }
      for (const name of ['scopes', 'token', 'prefix', 'token_digest', 'issued_by']) {
        await refused(api, ['POST', path, { user: 'robot', [name]: 'x' }], { ...unknown, attribute: name })
      }
    })
  })

  describe('its life', () => {
    it('ends at once when it is deleted, and others go on', async () => {
      const [one, two] = await Promise.all([issue('robot'), issue('robot')])
      expect([await works(one), await works(two)]).to.deep.equal([200, 200])
      expect((await api.request('DELETE', `${path}/${one.id}?dry_run=true`)).status).to.equal(204)
      expect(await works(one)).to.equal(200)
      const revoked = () => api.database.run('select from revoked_token')
      const before = await revoked()
      expect((await api.request('DELETE', `${path}/${one.id}`)).status).to.equal(204)
      expect([await works(one), await works(two)]).to.deep.equal([401, 200])
      expect((await revoked()) - before).to.equal(1)
      await refused(api, ['DELETE', `${path}/${one.id}`], { status: 404, code: 'not_found' })
    })

    it('401 while its user is suspended, and 200 again afterwards', async () => {
      const issued = await issue('robot')
      for (const [suspended, status] of [
        [false, 200],
        [true, 401],
        [false, 200],
      ] as const) {
        await api.request('PATCH', '/v1/users/robot', { suspended })
        expect(await works(issued)).to.equal(status)
      }
    })

    it('loses a right at once when its user loses the role', async () => {
      await api.create('users', { username: 'demoted', site_roles: ['site_admin'] })
      const ask = api.as((await issue('demoted')).token)
      expect((await ask('GET', '/v1/users')).status).to.equal(200)
      await api.request('PATCH', '/v1/users/demoted', { site_roles: [] })
      expect((await ask('GET', '/v1/users')).status).to.equal(403)
    })

    it('401 when it has expired', async () => {
      const issued = await issue('robot', { expires_at: new Date(Date.now() + 700).toISOString() })
      expect(await works(issued)).to.equal(200)
      await until(async () => expect(await works(issued)).to.equal(401))
    })

    it('422 for an end that is past or is no time', async () => {
      const past = { ...invalid, attribute: 'expires_at' }
      const never = ['tomorrow', '2030-02-31T12:00:00Z', '9999-12-31T23:59:59-23:59', '2030-01-01T00:00:60Z']
      for (const expires_at of ['2020-01-01T00:00:00Z', ...never]) {
        await refused(api, ['POST', path, { user: 'robot', expires_at }], past)
      }
    })

    it('P9 409 for a user who is suspended', async () => {
      await api.create('users', { username: 'asleep', suspended: true })
      await refused(api, ['POST', path, { user: 'asleep' }], {
        status: 409,
        code: 'suspended',
        attribute: 'user',
        detail: /^User `asleep` is suspended .* Set `suspended` to false first\.$/,
      })
    })
  })

  describe('P12 of a member', () => {
    let ann: Ask
    let robots: Body
    before(async () => {
      ann = api.as((await issue('ann')).token)
      robots = await issue('robot')
    })

    it('201, 200 and 204 for tokens of their own, by name or id', async () => {
      const { id: user } = await api.read('users/ann')
      for (const spelled of ['ann', user]) {
        const { status, body } = await ann('POST', path, { user: spelled })
        expect(status, JSON.stringify(body)).to.equal(201)
        expect((await ann('GET', `${path}/${body.id}`)).body).to.include({ id: body.id, user: 'ann' })
        expect(ids(await listed(ann))).to.include(body.id)
        expect((await ann('DELETE', `${path}/${body.id}`)).status).to.equal(204)
        expect(await works(body)).to.equal(401)
      }
    })

    it('lists nobody else’s, whatever the filter, and counts none', async () => {
      for (const { user } of await listed(ann)) expect(user).to.equal('ann')
      expect(await listed(ann, '?user=robot')).to.deep.equal([])
      expect(await listed(ann, `?id=${robots.id}`)).to.deep.equal([])
      expect((await ann('GET', `${path}?user=robot&count=true`)).body.total_count).to.equal(0)
    })

    it('P4 404 for a token of somebody else, as for one that never existed', async () => {
      for (const method of ['GET', 'DELETE']) {
        const refusals: Body[] = []
        for (const id of [robots.id, 'tok_aaaaaaaaaaaaaaaa']) {
          const { status, body } = await ann(method, `${path}/${id}`)
          refusals.push([status, body.code, body.detail.replace(id, '…')])
        }
        expect(refusals[0], method).to.deep.equal(refusals[1])
        expect(refusals[0]![0]).to.equal(404)
      }
      expect(await works(robots)).to.equal(200)
    })

    it('P4 403 for a token for anybody else, in the same words whether that user exists', async () => {
      const words: string[] = []
      for (const user of ['robot', 'admin', 'nobody']) {
        const forbidden = { status: 403, code: 'forbidden' }
        words.push((await refused(api, ['POST', path, { user }], forbidden, ann)).detail)
      }
      const expected = 'User `ann` may not create api tokens: only site admins and site managers may.'
      expect(words).to.deep.equal(Array(3).fill(expected))
    })

    it('204 for the token in hand, which then is worth nothing', async () => {
      const { id, token } = await issue('ann')
      expect((await api.as(token)('DELETE', `${path}/${id}`)).status).to.equal(204)
      expect((await api.as(token)('GET', path)).status).to.equal(401)
    })
  })

  it('P12 an auditor lists every token, and deletes none of others', async () => {
    const auditor = api.as((await issue('robot')).token)
    const anns = await issue('ann')
    expect(ids(await listed(auditor))).to.include(anns.id)
    await refused(api, ['DELETE', `${path}/${anns.id}`], { status: 403, code: 'forbidden' }, auditor)
  })

  describe('where the operator sets the longest life', () => {
    const day = 86_400_000
    let strict: Api
    before(async () => {
      strict = await startApi({ tokenMaxDays: 30 })
      await strict.create('users', { username: 'robot' })
    })
    after(() => strict.stop())

    it('201 with the latest time for one without `expires_at`, and with its own for one within', async () => {
      const before = Date.now() + 30 * day
      const { expires_at } = await strict.create('api_tokens', { user: 'robot' })
      expect(Date.parse(expires_at)).to.be.within(before, Date.now() + 30 * day)
      const within = new Date(Date.now() + 29 * day).toISOString()
      const issued = await strict.create('api_tokens', { user: 'robot', expires_at: within })
      expect(issued.expires_at).to.equal(within)
    })

    it('422 for one beyond it and for one that never ends, naming the latest time', async () => {
      for (const expires_at of [new Date(Date.now() + 31 * day).toISOString(), null]) {
        const expected = { ...invalid, attribute: 'expires_at' }
        const { detail } = await refused(strict, ['POST', path, { user: 'robot', expires_at }], expected)
        const words =
          /^A token may live 30 days at most in this deployment\. Give a time until (\S+Z), or leave/
        expect(Date.parse(words.exec(detail)![1]!)).to.be.closeTo(Date.now() + 30 * day, 10_000)
      }
    })

    it("the operator's own token is exempt", async () => {
      const { items } = await strict.read('api_tokens?user=admin')
      expect(items[0]).to.include({
        description: 'POLDER_ADMIN_TOKEN',
        expires_at: null,
        prefix: strict.token.slice(0, 4),
      })
    })
  })
})
