// Nobody lifts themselves, and nobody locks the deployment: site roles over REST.
import { expect } from 'chai'
import { type Api, type Ask, type Body, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('site roles', () => {
  let api: Api
  let manager: Ask
  beforeEach(async () => {
    api = await startApi()
    await api.create('users', { username: 'manager', site_roles: ['site_manager'] })
    manager = api.as((await api.create('api_tokens', { user: 'manager' })).token)
    await api.create('users', { username: 'audit', site_roles: ['auditor'] })
    await api.create('users', { username: 'plain' })
  })
  afterEach(() => api?.stop())

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

  it('P12 403 and 404 for a site manager who reaches for tokens of somebody with site roles', async () => {
    const { id } = await api.create('api_tokens', { user: 'audit' })
    const [own] = (await api.read('api_tokens?user=admin')).items
    const unknown = { status: 404, code: 'not_found' }
    for (const [user, token] of [
      ['admin', own.id],
      ['audit', id],
    ]) {
      await refused(api, ['POST', '/v1/api_tokens', { user }], forbidden, manager)
      expect((await manager('GET', `/v1/api_tokens?user=${user}`)).body.items).to.deep.equal([])
      await refused(api, ['GET', `/v1/api_tokens/${token}`], unknown, manager)
      await refused(api, ['DELETE', `/v1/api_tokens/${token}`], unknown, manager)
    }
  })

  it('P12 a site manager creates, changes and deletes users, and issues tokens for them and themselves', async () => {
    await may('POST', '/v1/users', { username: 'hired', site_roles: [] })
    await may('PATCH', '/v1/users/hired', { suspended: true, service_account: true })
    await may('PUT', '/v1/users/hired', { email: 'hired@example.com' })
    await may('PATCH', '/v1/users/audit', { name: 'Audit', site_roles: ['auditor'] })
    await may('PUT', '/v1/users/audit', { site_roles: ['auditor'], suspended: true })
    for (const user of ['hired', 'manager']) {
      const { id } = await may('POST', '/v1/api_tokens', { user })
      const { items } = await may('GET', `/v1/api_tokens?user=${user}`)
      expect(items.map((it: Body) => it.id)).to.include(id)
      await may('DELETE', `/v1/api_tokens/${id}`)
    }
    await may('DELETE', '/v1/users/hired')
    await may('POST', '/v1/organizations', { name: 'acme' })
    await may('DELETE', '/v1/organizations/acme')
  })

  it('P16 a site manager lowers themselves, and has then lost it', async () => {
    const { id } = await api.create('users', { username: 'tired', site_roles: ['auditor', 'site_manager'] })
    const tired = api.as((await api.create('api_tokens', { user: 'tired' })).token)
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

  describe('P14 a promotion', () => {
    afterEach(() => api.request('DELETE', '/v1/users/rising'))

    const works = async (...tokens: string[]) =>
      Promise.all(tokens.map(async (it) => (await api.as(it)('GET', '/v1/organizations')).status))
    const issue = async (ask: Ask, user = 'rising') => {
      const { status, body } = await ask('POST', '/v1/api_tokens', { user })
      expect(status, JSON.stringify(body)).to.equal(201)
      return body.token as string
    }
    const promote = async (verb: string) => {
      const { status } = await api.request(verb, '/v1/users/rising', { site_roles: ['site_admin'] })
      expect(status).to.equal(200)
    }
    const revoked = () => api.database.run('select from revoked_token')

    for (const verb of ['PATCH', 'PUT']) {
      it(`401 for a token that a site manager issued for a user whom a ${verb} promotes`, async () => {
        await api.create('users', { username: 'rising' })
        const both = [await issue(manager), await issue(api.request)]
        await api.request('PATCH', '/v1/users/rising?dry_run=true', { site_roles: ['site_admin'] })
        await api.request('PATCH', '/v1/users/rising', { name: 'Rising' })
        expect(await works(...both)).to.deep.equal([200, 200])
        const before = await revoked()
        await promote(verb)
        expect(await works(...both)).to.deep.equal([401, 200])
        expect((await revoked()) - before).to.equal(1)
      })
    }

    it('401 for a token whose issuer was deleted, suspended or demoted since, and for what it issued', async () => {
      await api.create('users', { username: 'rising', site_roles: ['site_manager'] })
      const issued: string[] = []
      const copies: string[] = []
      for (const issuer of ['deleted', 'napping', 'demoted', 'pipeline']) {
        await api.create('users', { username: issuer, site_roles: ['site_admin'], service_account: true })
        const token = await issue(api.as(await issue(api.request, issuer)))
        issued.push(token)
        copies.push(await issue(api.as(token)))
      }
      await api.request('DELETE', '/v1/users/deleted')
      await api.request('PATCH', '/v1/users/napping', { suspended: true })
      await api.request('PATCH', '/v1/users/demoted', { site_roles: ['site_manager'] })
      expect(await works(...issued, ...copies)).to.deep.equal(Array(8).fill(200))
      await promote('PATCH')
      expect(await works(...issued)).to.deep.equal([401, 401, 401, 200])
      expect(await works(...copies)).to.deep.equal([401, 401, 401, 200])
    })

    it('200 for every token of a site admin who gains another role, and of a user who loses one', async () => {
      await api.create('users', { username: 'rising' })
      const token = await issue(manager)
      await api.database.run(`update "user" set site_roles = '{site_admin}' where username = 'rising'`)
      for (const site_roles of [['auditor', 'site_admin'], ['auditor'], []]) {
        await api.request('PATCH', '/v1/users/rising', { site_roles })
        expect(await works(token)).to.deep.equal([200])
      }
    })
  })

  describe('P16 the last active site admin', () => {
    const last = { status: 409, code: 'last_site_admin' }
    const detail =
      /^User `admin` is the last site admin .* Give another user the site role `site_admin` first\.$/
    beforeEach(async () => {
      await api.create('users', { username: 'asleep', site_roles: ['site_admin'], suspended: true })
      await api.create('users', { username: 'robot', site_roles: ['site_admin'], service_account: true })
    })

    it('409 for losing the role, being suspended, becoming a service account or being deleted', async () => {
      const robot = api.as((await api.create('api_tokens', { user: 'robot' })).token)
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
      const successor = api.as((await api.create('api_tokens', { user: 'successor' })).token)
      expect((await successor('PATCH', '/v1/users/admin', { suspended: true })).status).to.equal(200)
      await refused(api, ['DELETE', '/v1/users/successor'], last, successor)
      expect((await successor('PATCH', '/v1/users/admin', { suspended: false })).status).to.equal(200)
    })
  })
})
