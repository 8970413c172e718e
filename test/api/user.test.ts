// Users over REST.
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
    const { token } = await api.create('api_tokens', { user: 'leaver' })
    expect((await api.as(token)('GET', '/v1/users/leaver')).status).to.equal(200)
    expect((await api.request('DELETE', '/v1/users/leaver')).status).to.equal(204)
    expect((await api.read('org_memberships')).items.map((it: Body) => it.user_id)).not.to.include(id)
    expect((await api.as(token)('GET', '/v1/users/alice')).status).to.equal(401)
  })
})
