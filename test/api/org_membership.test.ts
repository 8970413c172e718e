// Memberships over REST: one person in one organization, with the roles held there.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const permissions = [{ resource: 'image', action: 'read', scope: 'all' }]

describe('/v1/org_memberships', () => {
  let api: Api
  const role: Record<string, string> = {}
  beforeEach(async () => {
    api = await startApi()
    for (const name of ['acme', 'other']) await api.create('organizations', { name })
    for (const username of ['alice', 'bob', 'carol', 'dave', 'erin']) await api.create('users', { username })
    for (const name of ['builder', 'reviewer']) {
      role[name] = (await api.create('custom_roles', { organization: 'acme', name, permissions })).id
    }
    await api.create('custom_roles', { organization: 'other', name: 'foreign', permissions })
  })
  afterEach(() => api?.stop())

  it('BP-03 a user belongs to many organizations with different roles in each', async () => {
    const one = await api.create('org_memberships', {
      organization: 'acme',
      user: 'alice',
      roles: ['builder', 'organization_manager'],
    })
    const two = await api.create('org_memberships', { organization: 'other', user: 'alice' })
    expect(one).to.deep.include({
      organization: 'acme',
      user: 'alice',
      roles: ['builder', 'organization_manager'],
    })
    expect(one.role_ids).to.deep.equal([role.builder, 'organization_manager'])
    expect(two.roles).to.deep.equal([])
    expect(two.user_id).to.equal(one.user_id)
    const { items } = await api.read('org_memberships?user=alice')
    expect(items).to.deep.equal([one, two])
    expect(await api.read('org_memberships/acme/alice')).to.deep.equal(one)
    expect(await api.read(`org_memberships/${one.organization_id}/${one.user_id}`)).to.deep.equal(one)
    expect(await api.read(`org_memberships/${one.id}`)).to.deep.equal(one)
  })

  it('BP-06 an omitted organization is the default one', async () => {
    const { organization } = await api.create('org_memberships', { user: 'alice' })
    expect(organization).to.equal('default')
  })

  it('ORG-08 organization-admin is another name of the manager', async () => {
    const { roles } = await api.create('org_memberships', {
      organization: 'acme',
      user: 'bob',
      roles: ['organization-admin'],
    })
    expect(roles).to.deep.equal(['organization_manager'])
    const both = {
      organization: 'acme',
      user: 'carol',
      roles: ['organization_manager', 'organization-admin'],
    }
    await refused(api, ['POST', '/v1/org_memberships', both], {
      status: 422,
      code: 'invalid',
      attribute: 'roles[1]',
    })
  })

  it('ORG-08 the member role is implied: listing it is refused', () => {
    const body = { organization: 'acme', user: 'carol', roles: ['organization_member'] }
    return refused(api, ['POST', '/v1/org_memberships', body], {
      status: 422,
      code: 'invalid',
      attribute: 'roles[0]',
      detail: /implied/,
    })
  })

  it('ORG-08 custom roles are held by name or id, mixed with built-in ones, and keep their holders when renamed', async () => {
    const { id } = await api.create('org_memberships', {
      organization: 'acme',
      user: 'carol',
      roles: ['organization_manager', role.builder, 'reviewer'],
    })
    expect((await api.read(`org_memberships/${id}`)).roles).to.deep.equal([
      'builder',
      'organization_manager',
      'reviewer',
    ])
    await api.request('PATCH', `/v1/custom_roles/${role.reviewer}`, { name: 'auditor' })
    expect((await api.read(`org_memberships/${id}`)).roles).to.deep.equal([
      'auditor',
      'builder',
      'organization_manager',
    ])
    const twice = { organization: 'acme', user: 'dave', roles: ['builder', role.builder] }
    await refused(api, ['POST', '/v1/org_memberships', twice], {
      status: 422,
      code: 'invalid',
      attribute: 'roles[1]',
    })
  })

  it("422 unresolved for a role that is not there, and for another organization's", async () => {
    for (const name of ['nothing', 'foreign', 'rol_0000000000000000']) {
      const body = { organization: 'acme', user: 'dave', roles: ['builder', name] }
      await refused(api, ['POST', '/v1/org_memberships', body], {
        status: 422,
        code: 'unresolved',
        attribute: 'roles[1]',
      })
    }
  })

  it('422 unresolved for an organization or a user that is not there', async () => {
    await refused(api, ['POST', '/v1/org_memberships', { organization: 'nobody', user: 'dave' }], {
      status: 422,
      code: 'unresolved',
      attribute: 'organization',
    })
    await refused(api, ['POST', '/v1/org_memberships', { organization: 'acme', user: 'nobody' }], {
      status: 422,
      code: 'unresolved',
      attribute: 'user',
    })
  })

  it('409 for a pair that is there, with its id', async () => {
    const { id } = await api.create('org_memberships', { organization: 'acme', user: 'alice' })
    const body = { organization: 'acme', user: 'alice', roles: ['builder'] }
    const { existing } = await refused(api, ['POST', '/v1/org_memberships', body], {
      status: 409,
      code: 'taken',
    })
    expect(existing).to.deep.equal({ id, key: 'acme/alice' })
  })

  it('422 immutable for another organization or user; the same one, spelled otherwise, is no change', async () => {
    const pair = { organization: 'acme', user: 'alice' }
    const { id, generation, organization_id, user_id } = await api.create('org_memberships', pair)
    const expected = { status: 422, code: 'immutable' }
    await refused(api, ['PATCH', `/v1/org_memberships/${id}`, { organization: 'other' }], {
      ...expected,
      attribute: 'organization',
    })
    await refused(api, ['PATCH', `/v1/org_memberships/${id}`, { user: 'bob' }], {
      ...expected,
      attribute: 'user',
    })
    const same = { organization: organization_id, user: user_id }
    const { status, body } = await api.request('PATCH', `/v1/org_memberships/${id}`, same)
    expect([status, body.generation]).to.deep.equal([200, generation])
  })

  it('PUT of a pair creates and replaces, completely', async () => {
    const path = '/v1/org_memberships/acme/erin'
    const created = await api.request('PUT', path, { roles: ['builder'] })
    expect([created.status, created.body.roles]).to.deep.equal([201, ['builder']])
    const again = await api.request('PUT', path, { roles: ['builder'] })
    expect([again.status, again.body.generation]).to.deep.equal([200, 1])
    const emptied = await api.request('PUT', path, { organization: 'acme', user: created.body.user_id })
    expect(emptied.status).to.equal(200)
    expect(emptied.body).to.deep.include({ id: created.body.id, roles: [], generation: 2 })
    await refused(api, ['PUT', path, { user: 'bob' }], {
      status: 422,
      code: 'key_mismatch',
      attribute: 'user',
      detail: /Leave `user` out of the body\.$/,
    })
    await refused(api, ['PUT', `/v1/org_memberships/${created.body.id}`, {}], {
      status: 405,
      code: 'method_not_allowed',
    })
  })

  it('DELETE by pair, by id, and 404 afterwards', async () => {
    const pair = { organization: 'acme', user: 'erin' }
    const path = '/v1/org_memberships/acme/erin'
    for (const byId of [false, true]) {
      const { id } = await api.create('org_memberships', pair)
      const address = byId ? `/v1/org_memberships/${id}` : path
      expect((await api.request('DELETE', address)).status).to.equal(204)
      await refused(api, ['DELETE', path], { status: 404, code: 'not_found' })
    }
    expect((await api.request('GET', '/v1/users/erin')).status).to.equal(200)
  })

  it('lists filter by organization and user, by name or id', async () => {
    for (const user of ['carol', 'bob', 'alice'])
      await api.create('org_memberships', { organization: 'acme', user })
    await api.create('org_memberships', { organization: 'other', user: 'alice' })
    const { organization_id, user_id } = await api.read('org_memberships/acme/alice')
    const keys = async (query: string) =>
      (await api.read(`org_memberships?${query}`)).items.map((it: Body) => `${it.organization}/${it.user}`)
    expect(await keys(`organization=${organization_id}`)).to.deep.equal([
      'acme/alice',
      'acme/bob',
      'acme/carol',
    ])
    expect(await keys(`organization=acme&user=${user_id}`)).to.deep.equal(['acme/alice'])
    expect(await keys('organization=nobody')).to.deep.equal([])
  })
})
