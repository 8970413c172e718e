// Allowlists of workspace providers over REST: entry by entry, and as a whole on the provider.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { inClusters } from '../support/database/in-clusters.ts'
import { refused } from '../support/refusal.ts'

const path = '/v1/workspace_provider_allowlist_entries'

describe('/v1/workspace_provider_allowlist_entries', () => {
  let api: Api
  beforeEach(async () => {
    api = await startApi()
    for (const name of ['acme', 'globex', 'initech']) await api.create('organizations', { name })
    for (const name of ['gpu', 'list', 'eu'])
      await api.create('workspace_providers', { name, namespace: name })
  })
  afterEach(() => api?.stop())

  const organizationsOf = async (provider: string) =>
    (await api.read(`workspace_provider_allowlist_entries?workspace_provider=${provider}`)).items.map(
      (it: Body) => it.organization,
    )
  const provider = async (name: string, body: Body) => {
    const { id } = await api.read(`workspace_providers/${name}`)
    return api.request('PATCH', `/v1/workspace_providers/${id}`, body)
  }

  it('WP-16 entries are added and taken off one by one', async () => {
    const entry = await api.create('workspace_provider_allowlist_entries', {
      workspace_provider: 'gpu',
      organization: 'acme',
    })
    expect(entry).to.include({ workspace_provider: 'gpu', organization: 'acme', namespace: null })
    expect(entry.id).to.match(/^wpa_/)
    expect((await api.request('PUT', `${path}/gpu/globex`, {})).status).to.equal(201)
    expect(await organizationsOf('gpu')).to.deep.equal(['acme', 'globex'])
    expect((await api.request('DELETE', `${path}/gpu/acme`)).status).to.equal(204)
    expect(await organizationsOf('gpu')).to.deep.equal(['globex'])
  })

  it('WP-16 an auditor and a member may not edit it', async () => {
    for (const [username, site_roles] of [
      ['auditor', ['auditor']],
      ['member', []],
    ] as const) {
      await api.create('users', { username, site_roles })
      const ask = api.as((await api.create('api_tokens', { user: username })).token)
      const expected = { status: 403, code: 'forbidden' }
      await refused(api, ['PUT', `${path}/gpu/acme`, {}], expected, ask)
      await refused(api, ['DELETE', `${path}/gpu/globex`], expected, ask)
    }
  })

  it('WP-16 the whole list is set on the provider, and replaces what was there', async () => {
    await api.request('PUT', `${path}/list/acme`, {})
    const { body } = await provider('list', { allowed_organizations: ['initech', 'globex'] })
    expect(body.allowed_organizations).to.deep.equal(['globex', 'initech'])
    expect(body.allowed_organization_ids).to.have.length(2)
    expect(await organizationsOf('list')).to.deep.equal(['globex', 'initech'])
    expect((await provider('list', { allowed_organizations: [] })).body.allowed_organizations).to.deep.equal(
      [],
    )
    expect(await organizationsOf('list')).to.deep.equal([])
  })

  it('409 managed_elsewhere for an entry beside the whole list; null gives the list back and keeps its entries', async () => {
    await provider('list', { allowed_organizations: ['acme'] })
    const expected = { status: 409, code: 'managed_elsewhere' }
    await refused(api, ['POST', path, { workspace_provider: 'list', organization: 'globex' }], expected)
    await refused(api, ['PUT', `${path}/list/globex`, {}], expected)
    await refused(api, ['DELETE', `${path}/list/acme`], expected)
    const { body } = await provider('list', { allowed_organizations: null })
    expect(body.allowed_organizations).to.equal(null)
    expect(await organizationsOf('list')).to.deep.equal(['acme'])
    expect((await api.request('DELETE', `${path}/list/acme`)).status).to.equal(204)
  })

  it('WP-18 an organization is taken off its allowlist (the refusal while it has workspaces there comes with them)', async () => {
    expect((await api.request('DELETE', `${path}/built-in/initech`)).status).to.equal(204)
    expect(await organizationsOf('built-in')).not.to.include('initech')
    await refused(api, ['DELETE', `${path}/built-in/initech`], { status: 404, code: 'not_found' })
    expect((await api.request('PUT', `${path}/built-in/initech`, {})).status).to.equal(201)
  })

  it('PUT takes over the row that came with the organization; POST of a written one is 409', async () => {
    const before = await api.read('workspace_provider_allowlist_entries/built-in/acme')
    const taken = await api.request('PUT', `${path}/built-in/acme`, {})
    expect([taken.status, taken.body.id]).to.deep.equal([201, before.id])
    const again = await api.request('PUT', `${path}/built-in/acme`, {})
    expect([again.status, again.body.id]).to.deep.equal([200, before.id])
    await api.read(`workspace_provider_allowlist_entries/${before.id}`)
    const body = { workspace_provider: 'built-in', organization: 'acme' }
    const { existing } = await refused(api, ['POST', path, body], { status: 409, code: 'taken' })
    expect(existing).to.deep.equal({ id: before.id, key: 'built-in/acme' })
  })

  it('409 region_not_allowed outside the regions of the organization, and for a provider without one', async () => {
    await provider('eu', { region: 'eu' })
    const { id } = await api.create('organizations', { name: 'confined', allowed_regions: ['eu'] })
    const expected = { status: 409, code: 'region_not_allowed' }
    await refused(api, ['PUT', `${path}/gpu/confined`, {}], expected)
    expect((await api.request('PUT', `${path}/eu/confined`, {})).status).to.equal(201)
    const { id: eu } = await api.read('workspace_providers/eu')
    await refused(api, ['PATCH', `/v1/workspace_providers/${eu}`, { region: 'us' }], {
      ...expected,
      attribute: 'region',
    })
    const { id: gpu } = await api.read('workspace_providers/gpu')
    await refused(api, ['PATCH', `/v1/workspace_providers/${gpu}`, { allowed_organizations: [id] }], {
      ...expected,
      attribute: 'allowed_organizations',
    })
  })

  it('409 cordoned for a cordoned organization', async () => {
    const { id } = await api.create('organizations', { name: 'cordoned', cordon_reason: 'Merged into acme.' })
    const expected = { status: 409, code: 'cordoned', detail: /Merged into acme\./ }
    await refused(api, ['PUT', `${path}/gpu/cordoned`, {}], expected)
    await refused(
      api,
      ['POST', '/v1/org_quotas', { organization: id, scope: 'member', limits: { cpu: '1' } }],
      expected,
    )
    await api.request('PATCH', `/v1/organizations/${id}`, { cordon_reason: null })
    expect((await api.request('PUT', `${path}/gpu/cordoned`, {})).status).to.equal(201)
  })

  it('422 for references to nothing, and immutable for another pair', async () => {
    await refused(api, ['POST', path, { workspace_provider: 'nowhere', organization: 'acme' }], {
      status: 422,
      code: 'unresolved',
      attribute: 'workspace_provider',
    })
    await refused(api, ['PUT', `${path}/gpu/nobody`, {}], {
      status: 422,
      code: 'unresolved',
      attribute: 'organization',
    })
    const pair = { workspace_provider: 'gpu', organization: 'globex' }
    const { id } = await api.create('workspace_provider_allowlist_entries', pair)
    await refused(api, ['PATCH', `${path}/${id}`, { organization: 'acme' }], {
      status: 422,
      code: 'immutable',
      attribute: 'organization',
    })
  })

  it('202 for an entry that was written to a cluster, with the row as it goes', async () => {
    await api.request('PUT', `${path}/gpu/initech`, {})
    await inClusters(api.database).written("p.name = 'gpu' and o.name = 'initech'")
    const { status, body } = await api.request('DELETE', `${path}/gpu/initech`)
    expect([status, body.deleting]).to.deep.equal([202, true])
    await refused(api, ['PUT', `${path}/gpu/initech`, {}], { status: 409, code: 'deleting' })
  })
})
