// Custom roles over REST.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const read = { resource: 'image', action: 'read', scope: 'all' }
const own = { resource: 'workspace', action: 'delete', scope: 'own' }

describe('/v1/custom_roles', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    for (const name of ['acme', 'other']) await api.create('organizations', { name })
    await api.create('users', { username: 'alice' })
  })
  after(() => api.stop())

  it('BP-19 belongs to one organization, and the same name may be used in another', async () => {
    const one = await api.create('custom_roles', {
      organization: 'acme',
      name: 'editor',
      permissions: [read],
    })
    const two = await api.create('custom_roles', {
      organization: 'other',
      name: 'editor',
      permissions: [own],
    })
    expect(one).to.deep.include({
      organization: 'acme',
      name: 'editor',
      display_name: 'editor',
      description: '',
      permissions: [read],
      every_member: false,
    })
    expect(two.id).not.to.equal(one.id)
    expect((await api.read('custom_roles/acme/editor')).id).to.equal(one.id)
    await refused(
      api,
      ['POST', '/v1/custom_roles', { organization: 'acme', name: 'editor', permissions: [own] }],
      {
        status: 409,
        code: 'taken',
        attribute: 'name',
      },
    )
  })

  it('BP-19 works in the default organization, which is meant when none is named', async () => {
    const role = await api.create('custom_roles', { name: 'helper', permissions: [] })
    expect(role).to.deep.include({ organization: 'default', permissions: [] })
    const member = await api.create('org_memberships', { user: 'alice', roles: ['helper'] })
    expect(member.role_ids).to.deep.equal([role.id])
  })

  it('BP-19 gives nothing in another organization: it cannot be held there', async () => {
    const { id } = await api.create('custom_roles', {
      organization: 'acme',
      name: 'confined',
      permissions: [read],
    })
    const body = { organization: 'other', user: 'alice', roles: [id] }
    await refused(api, ['POST', '/v1/org_memberships', body], { status: 422, code: 'unresolved' })
  })

  it('BP-19 never moves to another organization', async () => {
    const { id } = await api.create('custom_roles', {
      organization: 'acme',
      name: 'rooted',
      permissions: [read],
    })
    await refused(api, ['PATCH', `/v1/custom_roles/${id}`, { organization: 'other' }], {
      status: 422,
      code: 'immutable',
      attribute: 'organization',
    })
  })

  it('permissions are a set: order does not matter, a change does', async () => {
    const { id, generation } = await api.create('custom_roles', {
      organization: 'acme',
      name: 'set',
      permissions: [read, own],
    })
    const change = async (permissions: Body[]) =>
      (await api.request('PATCH', `/v1/custom_roles/${id}`, { permissions })).body.generation
    expect(await change([own, read])).to.equal(generation)
    expect(await change([own])).to.equal(generation + 1)
  })

  const wrong: [string, Body, string, string?][] = [
    ['the name of a built-in role', { name: 'organization-admin', permissions: [] }, 'name'],
    ['no permissions', { name: 'x' }, 'permissions'],
    ['permissions that are null', { name: 'x', permissions: null }, 'permissions'],
    ['a permission twice', { name: 'x', permissions: [read, read] }, 'permissions[1]'],
    ['a wildcard', { name: 'x', permissions: [{ ...read, resource: '*' }] }, 'permissions[0].resource'],
    [
      'a permission without scope',
      { name: 'x', permissions: [{ resource: 'image', action: 'read' }] },
      'permissions[0].scope',
    ],
    [
      'own with an action that has no owner',
      { name: 'x', permissions: [{ ...own, action: 'create' }] },
      'permissions',
    ],
    [
      'an unknown key of a permission',
      { name: 'x', permissions: [{ ...read, deny: true }] },
      'permissions[0].deny',
      'unknown_attribute',
    ],
    ['a permission that is text', { name: 'x', permissions: ['image:read'] }, 'permissions[0]'],
  ]
  for (const [what, body, attribute, code = 'invalid'] of wrong) {
    it(`422 for ${what}`, () =>
      refused(api, ['POST', '/v1/custom_roles', body], { status: 422, code, attribute }))
  }

  it('deleting it takes it from its holders, who stay members', async () => {
    for (const name of ['passing', 'staying'])
      await api.create('custom_roles', { organization: 'acme', name, permissions: [read] })
    const { id } = await api.create('org_memberships', {
      organization: 'acme',
      user: 'alice',
      roles: ['passing', 'staying'],
    })
    expect((await api.request('DELETE', '/v1/custom_roles/acme/passing')).status).to.equal(204)
    expect((await api.read(`org_memberships/${id}`)).roles).to.deep.equal(['staying'])
  })

  it('PUT by organization and name is declarative', async () => {
    const path = '/v1/custom_roles/acme/pusher'
    const body = { description: 'pushes', permissions: [read], every_member: true }
    expect((await api.request('PUT', path, body)).status).to.equal(201)
    expect((await api.request('PUT', path, body)).body.generation).to.equal(1)
    const { status, body: reset } = await api.request('PUT', path, { permissions: [own] })
    expect(status).to.equal(200)
    expect(reset).to.deep.include({ description: '', every_member: false, permissions: [own], generation: 2 })
    await refused(api, ['PUT', path, {}], { status: 422, code: 'invalid', attribute: 'permissions' })
  })
})
