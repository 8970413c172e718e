// Organizations over REST.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { inClusters } from '../support/database/in-clusters.ts'
import { refused } from '../support/refusal.ts'

const ids = (items: Body[]) => items.map((it) => it.id)

describe('/v1/organizations', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const create = (body: Body) => api.create('organizations', body)
  const entriesOf = async (organization: string): Promise<Body[]> =>
    (await api.read(`workspace_provider_allowlist_entries?organization=${organization}`)).items

  it('ORG-04 the first start has created the default organization', async () => {
    const { status, body } = await api.request('GET', '/v1/organizations/default')
    expect(status).to.equal(200)
    expect(body).to.include({ name: 'default', display_name: 'default', default: true, generation: 1 })
  })

  it('201 with every attribute answered, defaults filled in', async () => {
    const { status, headers, body } = await api.request('POST', '/v1/organizations', { name: 'plain' })
    expect(status).to.equal(201)
    expect(headers.get('location')).to.equal(`/v1/organizations/${body.id}`)
    expect(body.id).to.match(/^org_[a-z0-9]{16}$/)
    expect(body).to.deep.include({
      name: 'plain',
      display_name: 'plain',
      description: '',
      icon: null,
      labels: {},
      allowed_regions: null,
      cordon_reason: null,
      deletion_protection: false,
      force_destroy: false,
      default: false,
      generation: 1,
    })
    expect(body).not.to.have.property('deleting')
  })

  it('is renamed in place, and what follows the name goes along', async () => {
    const { id } = await create({ name: 'before' })
    const { status, body } = await api.request('PATCH', `/v1/organizations/${id}`, { name: 'after' })
    expect(status).to.equal(200)
    expect(body).to.include({ id, name: 'after', display_name: 'after', generation: 2 })
    expect((await api.request('GET', '/v1/organizations/before')).status).to.equal(404)
    expect((await api.request('GET', '/v1/organizations/after')).body.id).to.equal(id)
  })

  it('S6 a name in the body that differs from the path renames with PATCH and is refused with PUT', async () => {
    const { id } = await create({ name: 'by-name' })
    const other = { name: 'by-name-two' }
    await refused(api, ['PUT', '/v1/organizations/by-name', other], {
      status: 422,
      code: 'key_mismatch',
      attribute: 'name',
      detail: /To rename, send a PATCH\.$/,
    })
    const { status, body } = await api.request('PATCH', '/v1/organizations/by-name', other)
    expect([status, body.id, body.name]).to.deep.equal([200, id, 'by-name-two'])
  })

  it('409 when the name is taken, with what has it', async () => {
    const { id } = await create({ name: 'taken' })
    const expected = { status: 409, code: 'taken', attribute: 'name' }
    const request = ['POST', '/v1/organizations', { name: 'taken', description: 'another' }] as const
    const { existing } = await refused(api, [...request], expected)
    expect(existing).to.deep.equal({ id, key: 'taken' })
    const { id: other } = await create({ name: 'not-taken' })
    for (const address of [other, 'not-taken']) {
      await refused(api, ['PATCH', `/v1/organizations/${address}`, { name: 'taken' }], expected)
    }
  })

  it('404 for what is not there, by name and by id', async () => {
    const expected = { status: 404, code: 'not_found' }
    await refused(api, ['GET', '/v1/organizations/nobody'], expected)
    await refused(api, ['GET', '/v1/organizations/org_0000000000000000'], expected)
    await refused(api, ['PATCH', '/v1/organizations/nobody', {}], expected)
    await refused(api, ['DELETE', '/v1/organizations/nobody'], expected)
  })

  const wrong: [string, Body, string][] = [
    ['a name in capitals', { name: 'Acme' }, 'name'],
    ['a Cyrillic look-alike', { name: 'асme' }, 'name'],
    ['a name like an id', { name: 'org_0000000000000000' }, 'name'],
    ['a name that is too long', { name: 'a'.repeat(33) }, 'name'],
    ['no name', {}, 'name'],
    ['a name that is null', { name: null }, 'name'],
    ['an empty list of regions', { name: 'x', allowed_regions: [] }, 'allowed_regions'],
    ['a region twice', { name: 'x', allowed_regions: ['eu', 'eu'] }, 'allowed_regions[1]'],
    ['a label that is a number', { name: 'x', labels: { a: 1 } }, 'labels["a"]'],
    ['an empty display name', { name: 'x', display_name: '' }, 'display_name'],
    ['an icon over http', { name: 'x', icon: 'http://example.com/a.svg' }, 'icon'],
    ['an icon in itself', { name: 'x', icon: 'data:image/svg+xml,<svg/>' }, 'icon'],
    ['an icon that runs', { name: 'x', icon: 'javascript:alert(1)' }, 'icon'],
    ['an icon with a line end', { name: 'x', icon: 'https://example.com/a\n' }, 'icon'],
    ['an icon without a host', { name: 'x', icon: 'https:///a.svg' }, 'icon'],
    ['an icon with a password', { name: 'x', icon: 'https://me:secret@example.com/a.svg' }, 'icon'],
    ['an icon with a quotation mark', { name: 'x', icon: 'https://example.com/"onload=' }, 'icon'],
    ['an icon at a port that is none', { name: 'x', icon: 'https://example.com:99999/' }, 'icon'],
    ['text where a boolean belongs', { name: 'x', deletion_protection: 'true' }, 'deletion_protection'],
  ]
  for (const [what, body, attribute] of wrong) {
    it(`422 for ${what}`, () =>
      refused(api, ['POST', '/v1/organizations', body], { status: 422, code: 'invalid', attribute }))
  }

  it('200 for an icon at an https URL, with path, query and port', async () => {
    await create({ name: 'icons' })
    for (const icon of [
      'https://example.com',
      'https://cdn.example.com:8443/a/b%20c@2x.png?v=1&w=(2)#top',
      'https://[2001:db8::1]/icon.svg',
    ]) {
      const { status, body } = await api.request('PATCH', '/v1/organizations/icons', { icon })
      expect([status, body.icon]).to.deep.equal([200, icon])
    }
  })

  it('422 for an attribute that is not there, and for one that the server sets', async () => {
    const expected = { status: 422, code: 'unknown_attribute' }
    await refused(api, ['POST', '/v1/organizations', { name: 'x', nmae: 'y' }], {
      ...expected,
      attribute: 'nmae',
    })
    const request = ['POST', '/v1/organizations', { name: 'x', default: true }] as const
    await refused(api, [...request], { ...expected, attribute: 'default', detail: /server sets/ })
  })

  it('422 names everything that is wrong at once', async () => {
    const body = { name: 'Acme', labels: { a: 1 }, colour: 'red' }
    const { errors } = await refused(api, ['POST', '/v1/organizations', body], {
      status: 422,
      code: 'unknown_attribute',
    })
    expect(errors.map((it: Body) => it.attribute)).to.have.members(['colour', 'name', 'labels["a"]'])
  })

  it('409 protected while deletion_protection is true, 204 after it is false', async () => {
    const { id } = await create({ name: 'keep', deletion_protection: true })
    const request = ['DELETE', `/v1/organizations/${id}`] as const
    await refused(api, [...request], { status: 409, code: 'protected', detail: /deletion_protection/ })
    await api.request('PATCH', `/v1/organizations/${id}`, { deletion_protection: false })
    expect((await api.request(...request)).status).to.equal(204)
  })

  it('ORG-06 the default organization cannot be deleted', async () => {
    await refused(api, ['DELETE', '/v1/organizations/default'], { status: 409, code: 'is_default' })
    const force = ['DELETE', '/v1/organizations/default?force=true'] as const
    await refused(api, [...force], { status: 409, code: 'is_default' })
  })

  it('ORG-14 relations go with their organization (nothing it can own exists yet)', async () => {
    const { id } = await create({ name: 'whole' })
    await api.request('POST', '/v1/users', { username: 'whole-user' })
    await api.request('POST', '/v1/custom_roles', {
      organization: 'whole',
      name: 'role',
      permissions: [{ resource: 'image', action: 'read', scope: 'all' }],
    })
    await api.request('POST', '/v1/org_memberships', {
      organization: 'whole',
      user: 'whole-user',
      roles: ['role', 'organization_manager'],
    })
    await api.request('POST', '/v1/org_quotas', {
      organization: 'whole',
      scope: 'member',
      limits: { workspaces: 3 },
    })
    const nouns = ['custom_roles', 'org_memberships', 'org_quotas', 'workspace_provider_allowlist_entries']
    const count = async () => {
      const pages = await Promise.all(nouns.map((it) => api.request('GET', `/v1/${it}?organization=${id}`)))
      return pages.map((it) => it.body.items.length)
    }
    expect(await count()).to.deep.equal([1, 1, 1, 1])
    expect((await api.request('DELETE', '/v1/organizations/whole')).status).to.equal(204)
    expect(await count()).to.deep.equal([0, 0, 0, 0])
    expect((await api.request('GET', '/v1/users/whole-user')).status).to.equal(200)
  })

  it('WP-17 a new organization is on the allowlist of built-in, and on no other', async () => {
    await api.request('POST', '/v1/workspace_providers', { name: 'elsewhere', namespace: 'elsewhere' })
    await create({ name: 'welcome' })
    const entries = await entriesOf('welcome')
    expect(entries.map((it) => it.workspace_provider)).to.deep.equal(['built-in'])
  })

  it('WP-17 not where the region of built-in is not allowed to it', async () => {
    await api.request('PATCH', '/v1/workspace_providers/built-in', { region: 'eu' })
    await create({ name: 'american', allowed_regions: ['us'] })
    expect(await entriesOf('american')).to.deep.equal([])
    await create({ name: 'european', allowed_regions: ['eu', 'us'] })
    expect(await entriesOf('european')).to.have.length(1)
    await api.request('PATCH', '/v1/workspace_providers/built-in', { region: null })
  })

  it('WP-17 not while the allowlist of built-in is authoritative', async () => {
    await api.request('PATCH', '/v1/workspace_providers/built-in', { allowed_organizations: ['default'] })
    await create({ name: 'late' })
    expect(await entriesOf('late')).to.deep.equal([])
    await api.request('PATCH', '/v1/workspace_providers/built-in', { allowed_organizations: null })
    await create({ name: 'later' })
    expect(await entriesOf('later')).to.have.length(1)
  })

  it('WP-17 regions take it off built-in, where it stands only automatically', async () => {
    await create({ name: 'narrowed' })
    await create({ name: 'touched' })
    await inClusters(api.database).written("o.name = 'touched'")
    for (const name of ['narrowed', 'touched']) {
      const path = `/v1/organizations/${name}`
      const tried = await api.request('PATCH', `${path}?dry_run=true`, { allowed_regions: ['asia'] })
      expect(tried.status).to.equal(200)
      expect((await entriesOf(name)).map((it) => it.deleting)).to.deep.equal([undefined])
      const { status, body } = await api.request('PATCH', path, { allowed_regions: ['asia'] })
      expect(status, JSON.stringify(body)).to.equal(200)
      expect(body.allowed_regions).to.deep.equal(['asia'])
    }
    expect(await entriesOf('narrowed')).to.deep.equal([])
    expect((await entriesOf('touched')).map((it) => it.deleting)).to.deep.equal([true])
  })

  it('409 region_not_allowed on built-in too, once somebody wrote the entry or listed the organization', async () => {
    await create({ name: 'wanted' })
    await create({ name: 'listed' })
    await api.request('PUT', '/v1/workspace_provider_allowlist_entries/built-in/wanted', {})
    const narrow = async (name: string) => {
      const before = await entriesOf(name)
      const request = ['PATCH', `/v1/organizations/${name}`, { allowed_regions: ['asia'] }] as const
      await refused(api, [...request], {
        status: 409,
        code: 'region_not_allowed',
        attribute: 'allowed_regions',
        detail: /`built-in`/,
      })
      expect(await entriesOf(name)).to.deep.equal(before)
    }
    await narrow('wanted')
    const path = '/v1/workspace_providers/built-in'
    await api.request('PATCH', path, { allowed_organizations: ['default', 'wanted', 'listed'] })
    await api.request('PATCH', path, { allowed_organizations: null })
    await narrow('listed')
  })

  it('409 region_not_allowed when its regions would exclude a provider that it uses', async () => {
    await api.request('POST', '/v1/workspace_providers', {
      name: 'asian',
      namespace: 'asian',
      region: 'asia',
    })
    await create({ name: 'abroad' })
    await api.request('POST', '/v1/workspace_provider_allowlist_entries', {
      workspace_provider: 'asian',
      organization: 'abroad',
    })
    const { id } = (await api.request('GET', '/v1/organizations/abroad')).body
    await refused(api, ['PATCH', `/v1/organizations/${id}`, { allowed_regions: ['eu'] }], {
      status: 409,
      code: 'region_not_allowed',
      attribute: 'allowed_regions',
    })
  })

  it('lists filter by name, id and every label', async () => {
    const one = await create({ name: 'label-one', labels: { team: 'a', tier: 'gold' } })
    const two = await create({ name: 'label-two', labels: { team: 'a', tier: 'lead' } })
    const list = async (query: string) =>
      ids((await api.request('GET', `/v1/organizations?${query}`)).body.items)
    expect(await list('labels=team=a')).to.deep.equal([one.id, two.id])
    expect(await list('labels=team=a&labels=tier=lead')).to.deep.equal([two.id])
    expect(await list('labels=team=b')).to.deep.equal([])
    expect(await list('name=label-one')).to.deep.equal([one.id])
    expect(await list(`id=${two.id}&id=${one.id}&id=org_0000000000000000`)).to.deep.equal([one.id, two.id])
  })

  describe('removed later, once something was written to a cluster', () => {
    const written = async (name: string): Promise<string> => {
      const { id } = await create({ name })
      await inClusters(api.database).written(`o.id = '${id}'`)
      return id
    }

    it('DELETE answers 202 with the row, and again', async () => {
      const id = await written('leaving')
      for (const _ of [1, 2]) {
        const { status, body } = await api.request('DELETE', `/v1/organizations/${id}`)
        expect(status).to.equal(202)
        expect(body).to.include({ id, name: 'leaving', deleting: true })
      }
      expect((await api.request('GET', '/v1/organizations/leaving')).body.deleting).to.equal(true)
    })

    it('409 deleting for whoever wants its name, or wants to change or use it', async () => {
      const id = await written('going')
      expect((await api.request('DELETE', `/v1/organizations/${id}`)).status).to.equal(202)
      const expected = { status: 409, code: 'deleting' }
      await refused(api, ['POST', '/v1/organizations', { name: 'going' }], expected)
      await refused(api, ['PATCH', `/v1/organizations/${id}`, { description: 'x' }], expected)
      await refused(api, ['PUT', '/v1/organizations/going', { description: 'x' }], expected)
      await api.request('POST', '/v1/users', { username: 'going-user' })
      const body = { organization: 'going', user: 'going-user' }
      await refused(api, ['POST', '/v1/org_memberships', body], expected)
    })
  })
})
