// Users and their tokens over REST.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

describe('/v1/users', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  it('201 in no organization, with defaults filled in', async () => {
    const user = await api.create('users', { username: 'alice' })
    expect(user.id).to.match(/^usr_/)
    expect(user).to.deep.include({
      username: 'alice',
      email: null,
      name: 'alice',
      site_roles: [],
      suspended: false,
      service_account: false,
    })
    expect((await api.read(`org_memberships?user=${user.id}`)).items).to.deep.equal([])
  })

  it('an e-mail address is stored in lower case and unique in any case', async () => {
    const bob = await api.create('users', { username: 'bob', email: 'Bob@Example.COM' })
    expect(bob.email).to.equal('bob@example.com')
    const body = { username: 'robert', email: 'BOB@example.com' }
    await refused(api, ['POST', '/v1/users', body], { status: 409, code: 'taken', attribute: 'email' })
    expect((await api.read('users?email=BOB@EXAMPLE.com')).items[0].id).to.equal(bob.id)
    const { body: same, status } = await api.request('PATCH', `/v1/users/${bob.id}`, {
      email: 'BOB@EXAMPLE.COM',
    })
    expect([status, same.generation]).to.deep.equal([200, 1])
  })

  it('an address may be given back and taken by another', async () => {
    const { id } = await api.create('users', { username: 'one', email: 'shared@example.com' })
    await api.request('PATCH', `/v1/users/${id}`, { email: null })
    await api.create('users', { username: 'two', email: 'shared@example.com' })
  })

  const wrong: [string, Body, string][] = [
    ['an address without @', { username: 'x', email: 'example.com' }, 'email'],
    ['an address that is not ASCII', { username: 'x', email: 'müller@example.com' }, 'email'],
    ['an empty address', { username: 'x', email: '' }, 'email'],
    ['the implied role', { username: 'x', site_roles: ['member'] }, 'site_roles[0]'],
    ['a role twice', { username: 'x', site_roles: ['auditor', 'auditor'] }, 'site_roles[1]'],
    ['more roles than there are', { username: 'x', site_roles: Array(10_000).fill('auditor') }, 'site_roles'],
    ['a Greek look-alike', { username: 'αlice' }, 'username'],
    ['a username in capitals', { username: 'Alice' }, 'username'],
  ]
  for (const [what, body, attribute] of wrong) {
    it(`422 for ${what}`, () =>
      refused(api, ['POST', '/v1/users', body], { status: 422, code: 'invalid', attribute }))
  }

  it('site roles are answered sorted, whatever their order was', async () => {
    const user = await api.create('users', { username: 'roles', site_roles: ['site_manager', 'auditor'] })
    expect(user.site_roles).to.deep.equal(['auditor', 'site_manager'])
  })

  it('deleting a user takes memberships and tokens along', async () => {
    const { id } = await api.create('users', { username: 'leaver', site_roles: ['auditor'] })
    await api.create('org_memberships', { user: 'leaver', roles: ['organization_manager'] })
    const { token } = await api.create('users/leaver/tokens', {})
    expect((await api.as(token)('GET', '/v1/users/leaver')).status).to.equal(200)
    expect((await api.request('DELETE', '/v1/users/leaver')).status).to.equal(204)
    expect((await api.read('org_memberships')).items.map((it: Body) => it.user_id)).not.to.include(id)
    expect((await api.as(token)('GET', '/v1/users/alice')).status).to.equal(401)
  })

  describe('tokens', () => {
    before(() => api.create('users', { username: 'robot', service_account: true, site_roles: ['auditor'] }))
    const path = '/v1/users/robot/tokens'

    it('is shown once, when it is issued, and works', async () => {
      const issued = await api.create('users/robot/tokens', { description: 'for the pipeline' })
      expect(issued).to.include({ description: 'for the pipeline', expires_at: null })
      expect(issued.token.startsWith(issued.prefix)).to.equal(true)
      expect((await api.as(issued.token)('GET', '/v1/users/robot')).status).to.equal(200)
      const { items } = await api.read('users/robot/tokens')
      expect(items.map((it: Body) => it.id)).to.include(issued.id)
      expect(JSON.stringify(items)).not.to.include(issued.token)
      expect(JSON.stringify(await api.rows())).not.to.include(issued.token)
      expect(api.logged()).not.to.include(issued.token)
    })

    it('does not work any more at once when it is revoked, and others still do', async () => {
      const [one, two] = await Promise.all([
        api.create('users/robot/tokens', {}),
        api.create('users/robot/tokens', {}),
      ])
      const works = async (it: Body) => (await api.as(it.token)('GET', '/v1/users/robot')).status
      expect([await works(one), await works(two)]).to.deep.equal([200, 200])
      expect((await api.request('DELETE', `${path}/${one.id}`)).status).to.equal(204)
      expect([await works(one), await works(two)]).to.deep.equal([401, 200])
      await refused(api, ['DELETE', `${path}/${one.id}`], { status: 404, code: 'not_found' })
    })

    it('of another user cannot be revoked through this one', async () => {
      const { id } = await api.create('users/robot/tokens', {})
      await refused(api, ['DELETE', `/v1/users/alice/tokens/${id}`], { status: 404, code: 'not_found' })
    })

    it('is refused while its user is suspended, and works again afterwards', async () => {
      const { token } = await api.create('users/robot/tokens', {})
      const works = async () => (await api.as(token)('GET', '/v1/users/robot')).status
      const { id } = await api.read('users/robot')
      for (const [suspended, status] of [
        [false, 200],
        [true, 401],
        [false, 200],
      ] as const) {
        await api.request('PATCH', `/v1/users/${id}`, { suspended })
        expect(await works()).to.equal(status)
      }
    })

    it('loses a right at once when its user loses the role', async () => {
      const { id } = await api.create('users', { username: 'demoted', site_roles: ['site_admin'] })
      const { token } = await api.create('users/demoted/tokens', {})
      expect((await api.as(token)('GET', '/v1/users')).status).to.equal(200)
      await api.request('PATCH', `/v1/users/${id}`, { site_roles: [] })
      expect((await api.as(token)('GET', '/v1/users')).status).to.equal(403)
    })

    it('stops working when it expires', async () => {
      const { token } = await api.create('users/robot/tokens', {
        expires_at: new Date(Date.now() + 700).toISOString(),
      })
      const ask = async () => (await api.as(token)('GET', '/v1/users/robot')).status
      expect(await ask()).to.equal(200)
      const deadline = Date.now() + 5000
      while ((await ask()) === 200) expect(Date.now()).to.be.below(deadline)
      expect(await ask()).to.equal(401)
    })

    it('422 for a time that is past or is none, and for what nobody asked', async () => {
      const expected = { status: 422, code: 'invalid', attribute: 'expires_at' }
      await refused(api, ['POST', path, { expires_at: '2020-01-01T00:00:00Z' }], expected)
      const never = ['tomorrow', '2030-02-31T12:00:00Z', '9999-12-31T23:59:59-23:59', '2030-01-01T00:00:60Z']
      for (const expires_at of never) await refused(api, ['POST', path, { expires_at }], expected)
      await refused(api, ['POST', path, { scopes: [] }], {
        status: 422,
        code: 'unknown_attribute',
        attribute: 'scopes',
      })
      await refused(api, ['POST', '/v1/users/nobody/tokens', {}], { status: 404, code: 'not_found' })
    })

    it('P9 409 for a user who is suspended', async () => {
      await api.create('users', { username: 'asleep', suspended: true })
      await refused(api, ['POST', '/v1/users/asleep/tokens', {}], {
        status: 409,
        code: 'suspended',
        detail: /^User `asleep` is suspended .* Set `suspended` to false first\.$/,
      })
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
        const { expires_at } = await strict.create('users/robot/tokens', {})
        expect(Date.parse(expires_at)).to.be.within(before, Date.now() + 30 * day)
        const within = new Date(Date.now() + 29 * day).toISOString()
        expect(await strict.create('users/robot/tokens', { expires_at: within })).to.include({
          expires_at: within,
        })
      })

      it('422 for one beyond it and for one that never ends, naming the latest time', async () => {
        for (const expires_at of [new Date(Date.now() + 31 * day).toISOString(), null]) {
          const { detail } = await refused(strict, ['POST', path, { expires_at }], {
            status: 422,
            code: 'invalid',
            attribute: 'expires_at',
          })
          const latest =
            /^A token may live 30 days at most in this deployment\. Give a time until (\S+Z), or leave/.exec(
              detail,
            )?.[1]
          expect(Date.parse(latest!)).to.be.closeTo(Date.now() + 30 * day, 10_000)
        }
      })

      it("the operator's own token is exempt", async () => {
        const [own] = (await strict.read('users/admin/tokens')).items
        expect(own).to.include({ description: 'POLDER_ADMIN_TOKEN', expires_at: null })
      })
    })
  })
})
