// Nobody lifts themselves, and nobody locks the deployment: site roles over REST.
import { expect } from 'chai'
import { type Api, type Ask, type Body, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('site roles', () => {
  let api: Api
  let manager: Ask
  before(async () => {
    api = await startApi()
    await api.create('users', { username: 'manager', site_roles: ['site_manager'] })
    manager = api.as((await api.create('users/manager/tokens', {})).token)
    await api.create('users', { username: 'audit', site_roles: ['auditor'] })
    await api.create('users', { username: 'plain' })
  })
  after(() => api.stop())

  const forbidden = { status: 403, code: 'forbidden' }
  const aboutRoles = { ...forbidden, attribute: 'site_roles' }
  const may = async (...request: Parameters<Ask>) => {
    const { status, body } = await manager(...request)
    expect(status, JSON.stringify(body)).to.be.within(200, 204)
    return body
  }

  it('P12 403 for a site manager who gives site roles, to themselves or to others, by any verb', async () => {
    for (const path of ['/v1/users/manager', '/v1/users/plain']) {
      for (const site_roles of [
        ['site_admin'],
        ['site_admin', 'site_manager'],
        ['auditor', 'site_manager'],
      ]) {
        await refused(api, ['PATCH', path, { site_roles }], aboutRoles, manager)
        await refused(api, ['PUT', path, { site_roles }], aboutRoles, manager)
        await refused(api, ['PATCH', `${path}?dry_run=true`, { site_roles }], aboutRoles, manager)
      }
    }
    for (const site_roles of [['site_admin'], ['auditor']]) {
      await refused(api, ['POST', '/v1/users', { username: 'mole', site_roles }], aboutRoles, manager)
      await refused(api, ['PUT', '/v1/users/mole', { site_roles }], aboutRoles, manager)
    }
  })

  it('P12 403 for a site manager who takes site roles, also by a PUT that leaves them out', async () => {
    await refused(api, ['PATCH', '/v1/users/audit', { site_roles: [] }], aboutRoles, manager)
    await refused(api, ['PATCH', '/v1/users/audit', { site_roles: null }], aboutRoles, manager)
    await refused(api, ['PUT', '/v1/users/audit', {}], aboutRoles, manager)
  })

  it('P12 403 for a site manager who changes or deletes a site admin', async () => {
    for (const body of [{ suspended: true }, { email: 'mine@example.com' }, {}]) {
      await refused(api, ['PATCH', '/v1/users/admin', body], aboutRoles, manager)
    }
    await refused(api, ['PUT', '/v1/users/admin', { site_roles: ['site_admin'] }], aboutRoles, manager)
    await refused(api, ['DELETE', '/v1/users/admin'], aboutRoles, manager)
    await refused(api, ['DELETE', '/v1/users/admin?force=true'], aboutRoles, manager)
  })

  it('P12 403 for a site manager who reaches for tokens of somebody with site roles', async () => {
    const { id } = await api.create('users/audit/tokens', {})
    const [own] = (await api.read('users/admin/tokens')).items
    for (const [user, token] of [
      ['admin', own.id],
      ['audit', id],
    ]) {
      await refused(api, ['POST', `/v1/users/${user}/tokens`, {}], forbidden, manager)
      await refused(api, ['GET', `/v1/users/${user}/tokens`], forbidden, manager)
      await refused(api, ['DELETE', `/v1/users/${user}/tokens/${token}`], forbidden, manager)
    }
  })

  it('P12 a site manager creates, changes and deletes users, and issues tokens for them and themselves', async () => {
    await may('POST', '/v1/users', { username: 'hired', site_roles: [] })
    await may('PATCH', '/v1/users/hired', { suspended: true, service_account: true })
    await may('PUT', '/v1/users/hired', { email: 'hired@example.com' })
    await may('PATCH', '/v1/users/audit', { name: 'Audit', site_roles: ['auditor'] })
    await may('PUT', '/v1/users/audit', { site_roles: ['auditor'], suspended: true })
    for (const user of ['hired', 'manager']) {
      const { id } = await may('POST', `/v1/users/${user}/tokens`, {})
      const { items } = await may('GET', `/v1/users/${user}/tokens`)
      expect(items.map((it: Body) => it.id)).to.include(id)
      await may('DELETE', `/v1/users/${user}/tokens/${id}`)
    }
    await may('DELETE', '/v1/users/hired')
    await may('POST', '/v1/organizations', { name: 'acme' })
    await may('DELETE', '/v1/organizations/acme')
  })

  it('P16 a site manager lowers themselves, and has then lost it', async () => {
    const { id } = await api.create('users', { username: 'tired', site_roles: ['auditor', 'site_manager'] })
    const tired = api.as((await api.create('users/tired/tokens', {})).token)
    expect((await tired('PATCH', `/v1/users/${id}`, { site_roles: ['auditor'] })).status).to.equal(200)
    await refused(api, ['PATCH', `/v1/users/${id}`, { site_roles: ['site_manager'] }], forbidden, tired)
  })

  it('P12 a site admin gives and takes every site role', async () => {
    const { id } = await api.create('users', { username: 'second', site_roles: ['site_admin'] })
    for (const site_roles of [['site_manager'], ['auditor', 'site_admin'], []]) {
      expect((await api.request('PATCH', `/v1/users/${id}`, { site_roles })).body).to.deep.include({
        site_roles,
      })
    }
  })

  describe('P16 the last active site admin', () => {
    const last = { status: 409, code: 'last_site_admin' }
    const detail =
      /^User `admin` is the last site admin .* Give another user the site role `site_admin` first\.$/
    before(async () => {
      await api.create('users', { username: 'asleep', site_roles: ['site_admin'], suspended: true })
      await api.create('users', { username: 'robot', site_roles: ['site_admin'], service_account: true })
    })

    it('409 for losing the role, being suspended, becoming a service account or being deleted', async () => {
      const robot = api.as((await api.create('users/robot/tokens', {})).token)
      const changes: [Body, string][] = [
        [{ site_roles: [] }, 'site_roles'],
        [{ site_roles: ['site_manager'] }, 'site_roles'],
        [{ suspended: true }, 'suspended'],
        [{ service_account: true }, 'service_account'],
      ]
      for (const ask of [api.request, robot]) {
        for (const [body, attribute] of changes) {
          await refused(api, ['PATCH', '/v1/users/admin', body], { ...last, attribute, detail }, ask)
        }
        await refused(api, ['PUT', '/v1/users/admin', {}], { ...last, attribute: 'site_roles', detail }, ask)
        await refused(api, ['DELETE', '/v1/users/admin'], { ...last, detail }, ask)
        await refused(api, ['DELETE', '/v1/users/admin?dry_run=true'], { ...last, detail }, ask)
      }
    })

    it('200 for every other change, and for these when there is another', async () => {
      const { body } = await api.request('PATCH', '/v1/users/admin', {
        name: 'Ada',
        email: 'ada@example.com',
      })
      expect(body).to.include({ name: 'Ada' })
      await api.create('users', { username: 'successor', site_roles: ['site_admin'] })
      const successor = api.as((await api.create('users/successor/tokens', {})).token)
      expect((await successor('PATCH', '/v1/users/admin', { suspended: true })).status).to.equal(200)
      await refused(api, ['DELETE', '/v1/users/successor'], last, successor)
      expect((await successor('PATCH', '/v1/users/admin', { suspended: false })).status).to.equal(200)
    })
  })
})
