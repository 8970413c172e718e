// Quotas over REST.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

describe('/v1/org_quotas', () => {
  let api: Api
  beforeEach(async () => {
    api = await startApi()
    await api.create('organizations', { name: 'acme' })
    await api.create('workspace_providers', { name: 'gpu', namespace: 'gpu' })
  })
  afterEach(() => api?.stop())

  /** A quota over all providers and one on `gpu`, of the same scope. */
  const both = async () => {
    const shared = { organization: 'acme', scope: 'member' }
    const all = await api.create('org_quotas', {
      ...shared,
      limits: { cpu: '16', memory: '64Gi', gpu: null },
    })
    const one = await api.create('org_quotas', { ...shared, workspace_provider: 'gpu', limits: { gpu: '2' } })
    return { all, one }
  }

  it('on one provider or, with null, over all: two quotas, each with an address of its own', async () => {
    const { all, one } = await both()
    const limits = { cpu: '16', memory: '64Gi' }
    expect(all).to.deep.include({ workspace_provider: null, workspace_provider_id: null, limits })
    expect(one).to.deep.include({ workspace_provider: 'gpu' })
    expect((await api.read('org_quotas/acme/member')).id).to.equal(all.id)
    expect((await api.read('org_quotas/acme/member/gpu')).id).to.equal(one.id)
    expect((await api.read(`org_quotas/${one.id}`)).id).to.equal(one.id)
    const { items } = await api.read('org_quotas?organization=acme&workspace_provider=gpu')
    expect(items.map((it: Body) => it.id)).to.deep.equal([one.id])
  })

  it('409 for a second quota of the same scope, also where the provider is null', async () => {
    await both()
    for (const [provider, key] of [
      [null, 'acme/member'],
      ['gpu', 'acme/member/gpu'],
    ] as const) {
      const body = {
        organization: 'acme',
        scope: 'member',
        workspace_provider: provider,
        limits: { workspaces: 1 },
      }
      const { existing } = await refused(api, ['POST', '/v1/org_quotas', body], {
        status: 409,
        code: 'taken',
      })
      expect(existing.key).to.equal(key)
    }
  })

  it('one of two creates at once is refused, also where the provider is null', async () => {
    const body = (cpu: string) => ({ organization: 'acme', scope: 'organization', limits: { cpu } })
    const both = ['1', '2', '3', '4'].map((it) => api.request('POST', '/v1/org_quotas', body(it)))
    const statuses = (await Promise.all(both)).map((it) => it.status).sort()
    expect(statuses).to.deep.equal([201, 409, 409, 409])
  })

  it('BP-23 a limit is changed in place and lowered at will; what is absent is unlimited', async () => {
    const { id } = (await both()).all
    const limits = { cpu: '500m', memory: null }
    const { status, body } = await api.request('PATCH', `/v1/org_quotas/${id}`, { limits })
    expect([status, body.generation]).to.deep.equal([200, 2])
    expect(body.limits).to.deep.equal({ cpu: '500m' })
  })

  it('limits are equal by value: 1000m is 1, and no change', async () => {
    const { id } = (await both()).all
    await api.request('PATCH', `/v1/org_quotas/${id}`, { limits: { cpu: '1', memory: '1Gi' } })
    const { generation } = await api.read(`org_quotas/${id}`)
    const limits = { cpu: '1000m', memory: '1024Mi' }
    expect((await api.request('PATCH', `/v1/org_quotas/${id}`, { limits })).body.generation).to.equal(
      generation,
    )
  })

  it('422 immutable for scope and provider', async () => {
    const { all, one } = await both()
    const expected = { status: 422, code: 'immutable' }
    await refused(api, ['PATCH', `/v1/org_quotas/${all.id}`, { scope: 'organization' }], {
      ...expected,
      attribute: 'scope',
    })
    await refused(api, ['PATCH', `/v1/org_quotas/${all.id}`, { workspace_provider: 'gpu' }], {
      ...expected,
      attribute: 'workspace_provider',
    })
    await refused(api, ['PATCH', `/v1/org_quotas/${one.id}`, { workspace_provider: null }], {
      ...expected,
      attribute: 'workspace_provider',
    })
  })

  const limited = (limits: unknown) => ({ organization: 'acme', scope: 'member', limits })
  const wrong: [string, Body, string, string?][] = [
    ['no limits', limited({}), 'limits'],
    ['limits that are all null', limited({ cpu: null }), 'limits'],
    ['a quantity without sense', limited({ cpu: '16 cores' }), 'limits.cpu'],
    ['a negative quantity', limited({ memory: '-1Gi' }), 'limits.memory'],
    ['a quantity that is a number', limited({ cpu: 16 }), 'limits.cpu'],
    ['a fraction of a workspace', limited({ workspaces: 1.5 }), 'limits.workspaces'],
    ['a limit of something else', limited({ cpu: '1', disks: '3' }), 'limits.disks', 'unknown_attribute'],
    ['another scope', { organization: 'acme', scope: 'group', limits: { cpu: '1' } }, 'scope'],
  ]
  for (const [what, body, attribute, code = 'invalid'] of wrong) {
    it(`422 for ${what}`, () =>
      refused(api, ['POST', '/v1/org_quotas', body], { status: 422, code, attribute }))
  }

  it('422 unresolved for a provider that is not there', () => {
    const body = {
      organization: 'acme',
      scope: 'member',
      workspace_provider: 'nowhere',
      limits: { cpu: '1' },
    }
    return refused(api, ['POST', '/v1/org_quotas', body], {
      status: 422,
      code: 'unresolved',
      attribute: 'workspace_provider',
    })
  })

  it('PUT by key, with and without a provider', async () => {
    await api.create('organizations', { name: 'put' })
    for (const path of ['/v1/org_quotas/put/member', '/v1/org_quotas/put/member/gpu']) {
      const created = await api.request('PUT', path, { limits: { cpu: '1', workspaces: 3 } })
      expect(created.status, JSON.stringify(created.body)).to.equal(201)
      expect(
        (await api.request('PUT', path, { limits: { cpu: '1000m', workspaces: 3 } })).body.generation,
      ).to.equal(1)
      const { body } = await api.request('PUT', path, { limits: { cpu: '2' } })
      expect(body.limits).to.deep.equal({ cpu: '2' })
    }
    await refused(
      api,
      ['PUT', '/v1/org_quotas/put/member', { workspace_provider: 'gpu', limits: { cpu: '1' } }],
      {
        status: 422,
        code: 'key_mismatch',
        attribute: 'workspace_provider',
      },
    )
    await refused(api, ['PUT', '/v1/org_quotas/put/everyone', { limits: { cpu: '1' } }], {
      status: 422,
      code: 'invalid',
      attribute: 'scope',
    })
  })

  it('goes with its organization and with its provider', async () => {
    await both()
    const left = async () => (await api.read('org_quotas')).items.length
    expect((await api.request('DELETE', '/v1/workspace_providers/gpu')).status).to.equal(204)
    expect(await left()).to.equal(1)
    expect((await api.request('DELETE', '/v1/organizations/acme')).status).to.equal(204)
    expect(await left()).to.equal(0)
  })
})
