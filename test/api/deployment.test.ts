// The one deployment over REST.
import { expect } from 'chai'
import { type Api, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const path = '/v1/deployments/deployment'

describe('/v1/deployments', () => {
  let api: Api
  beforeEach(async () => {
    api = await startApi()
  })
  afterEach(() => api?.stop())

  const defaults = async () => {
    const { items } = await api.read('organizations')
    return items.flatMap((it: { name: string; default: boolean }) => (it.default ? [it.name] : []))
  }

  it('is there from the first start, and is the only one', async () => {
    const { items, next_cursor } = await api.read('deployments')
    expect(items).to.have.length(1)
    expect(next_cursor).to.equal(null)
    expect(items[0]).to.deep.include({
      id: 'deployment',
      default_organization: 'default',
      default_workspace_provider: 'built-in',
    })
    expect(items[0].default_organization_id).to.match(/^org_/)
    const { body, headers } = await api.request('GET', path)
    expect(body).to.deep.equal(items[0])
    expect(headers.get('polder-deployment')).to.equal(body.uid)
  })

  it('409 singleton for POST and DELETE', async () => {
    await refused(api, ['POST', '/v1/deployments', {}], { status: 409, code: 'singleton' })
    await refused(api, ['DELETE', path], { status: 409, code: 'singleton' })
    await refused(api, ['GET', '/v1/deployments/other'], { status: 404, code: 'not_found' })
  })

  it('ORG-06 the default cannot be un-set: null leaves it as it is', async () => {
    const before = await api.rows()
    const nothing = { default_organization: null, default_workspace_provider: null }
    for (const body of [nothing, {}]) {
      for (const method of ['PATCH', 'PUT']) {
        const answer = await api.request(method, path, body)
        expect(answer.status).to.equal(200)
        expect(answer.body.default_organization).to.equal('default')
        expect(await api.rows()).to.deep.equal(before)
      }
    }
    await refused(api, ['PATCH', path, { default_organization: 'nobody' }], {
      status: 422,
      code: 'unresolved',
      attribute: 'default_organization',
    })
    await refused(api, ['PATCH', path, { default_organization: '' }], {
      status: 422,
      code: 'invalid',
      attribute: 'default_organization',
    })
  })

  it('ORG-07 the default moves in one step, and the one before can then be deleted', async () => {
    const { id } = await api.create('organizations', { name: 'first' })
    await api.create('organizations', { name: 'second' })
    const { body } = await api.request('PATCH', path, { default_organization: 'second' })
    expect(body).to.include({ default_organization: 'second', generation: 2 })
    expect(await defaults()).to.deep.equal(['second'])
    expect(
      (await api.request('PATCH', path, { default_organization: id })).body.default_organization,
    ).to.equal('first')
    expect(await defaults()).to.deep.equal(['first'])
    await refused(api, ['DELETE', '/v1/organizations/first'], { status: 409, code: 'is_default' })
    expect((await api.request('DELETE', '/v1/organizations/second')).status).to.equal(204)
  })

  it('ORG-07 concurrent moves leave exactly one default organization at every moment', async () => {
    const names = ['race-a', 'race-b', 'race-c', 'race-d']
    for (const name of names) await api.create('organizations', { name })
    const moves = names
      .flatMap((name) => [name, name])
      .map((it) => api.request('PATCH', path, { default_organization: it }))
    const seen = await Promise.all([...moves.map((it) => it.then(defaults)), defaults(), defaults()])
    for (const it of seen) expect(it).to.have.length(1)
    for (const it of await Promise.all(moves)) expect(it.status).to.equal(200)
    expect(names).to.include.members(await defaults())
  })

  it('ORG-06 a move that races with the deletion of its target leaves a default that is there', async () => {
    for (let round = 0; round < 5; round++) {
      await api.create('organizations', { name: `gone-${round}` })
      const [moved, deleted] = await Promise.all([
        api.request('PATCH', path, { default_organization: `gone-${round}` }),
        api.request('DELETE', `/v1/organizations/gone-${round}`),
      ])
      expect([
        [200, 409],
        [422, 204],
        [409, 204],
      ]).to.deep.include([moved.status, deleted.status])
      expect(await defaults()).to.have.length(1)
      await api.request('PATCH', path, { default_organization: 'default' })
    }
  })

  it('the default provider moves likewise, and cannot be deleted while it is the default', async () => {
    await api.create('workspace_providers', { name: 'other', namespace: 'other' })
    const { body } = await api.request('PATCH', path, { default_workspace_provider: 'other' })
    expect(body.default_workspace_provider).to.equal('other')
    await refused(api, ['DELETE', '/v1/workspace_providers/other'], { status: 409, code: 'is_default' })
    await api.request('PATCH', path, { default_workspace_provider: 'built-in' })
    expect((await api.request('DELETE', '/v1/workspace_providers/other')).status).to.equal(204)
  })
})
