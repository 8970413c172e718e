// One relation, three writers: entries, the list of the provider, and the server for a new organization.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { inClusters } from '../../../support/database/in-clusters.ts'
import { overtaking } from '../../../support/database/overtaking.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

describe('the allowlist', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    const cluster = { server: 'https://k.example.com' }
    await store.create(workspace_provider, { name: 'gpu', namespace: 'gpu', region: 'us', cluster }, how)
  })
  afterEach(() => database.close())

  const create = (name: string, more = {}) => store.create(organization, { name, ...more }, how)
  const allow = (name: string) => store.create(entry, { workspace_provider: 'gpu', organization: name }, how)
  const set = (allowed_organizations: string[] | null, provider = 'gpu') =>
    store.update(workspace_provider, [provider], { allowed_organizations }, how)
  const of = async (provider: string) => {
    const { items } = await store.list(entry, {
      actor: how.actor,
      filters: { workspace_provider: [provider] },
      limit: 500,
    })
    return items.map(({ value }) => value.organization)
  }

  it('WP-17 has a new organization on built-in and on no other', async () => {
    await create('acme')
    expect(await of('built-in')).to.deep.equal(['acme', 'default'])
    expect(await of('gpu')).to.deep.equal([])
  })

  it('WP-17 leaves it off while the list of built-in decides, and where its region is not allowed', async () => {
    await create('confined', { allowed_regions: ['eu'] })
    expect(await of('built-in')).to.deep.equal(['default'])
    await set(['default'], 'built-in')
    await create('late')
    expect(await of('built-in')).to.deep.equal(['default'])
    await set(null, 'built-in')
    await store.update(workspace_provider, ['built-in'], { region: 'eu' }, how)
    await create('near', { allowed_regions: ['eu'] })
    expect(await of('built-in')).to.deep.equal(['default', 'near'])
  })

  it('WP-17 leaves it off where the list of built-in takes over while it is created', async () => {
    const { commit } = await overtaking(
      database,
      'update workspace_provider set authoritative = true where built_in',
    )
    const created = create('acme')
    await commit()
    await created
    const entries =
      'select from workspace_provider_allowlist_entry e join organization o on o.id = e.organization_id'
    expect(await database.run(`${entries} where o.name = 'acme'`)).to.equal(0)
  })

  it('the entry that the server wrote is there for the first writer, and for no second one', async () => {
    await create('acme')
    const body = { workspace_provider: 'built-in', organization: 'acme' }
    const [before] = (
      await store.list(entry, { actor: how.actor, filters: { organization: ['acme'] }, limit: 1 })
    ).items
    const taken = await store.put(entry, body, how)
    expect(taken.created).to.equal(true)
    expect(taken.item.value.id).to.equal(before!.value.id)
    expect((await store.put(entry, body, how)).created).to.equal(false)
    await store.read(entry, ['built-in', 'acme'], how.actor)
    expect((await refusal(store.create(entry, body, how))).code).to.equal('taken')
  })

  it('TF-06 refuses entries beside a list, and takes them again when the list is given up', async () => {
    await create('acme')
    await create('beta')
    await allow('acme')
    expect((await set(['acme', 'beta'])).value.allowed_organizations).to.deep.equal(['acme', 'beta'])
    await create('gamma')
    expect((await refusal(allow('gamma'))).code).to.equal('managed_elsewhere')
    const off = store.delete(entry, ['gpu', 'acme'], how)
    expect((await refusal(off)).code).to.equal('managed_elsewhere')
    expect((await set(null)).value.allowed_organizations).to.equal(null)
    expect(await of('gpu')).to.deep.equal(['acme', 'beta'])
    await allow('gamma')
    expect(await of('gpu')).to.deep.equal(['acme', 'beta', 'gamma'])
  })

  it('the list takes off whom it does not name, later where a cluster has seen them', async () => {
    await create('acme')
    await create('beta')
    await set(['acme', 'beta', 'default'])
    await inClusters(database).written("o.name = 'beta'")
    const { value } = await set(['default'])
    expect(value.allowed_organizations).to.deep.equal(['default'])
    const rows = (
      await store.list(entry, { actor: how.actor, filters: { workspace_provider: ['gpu'] }, limit: 9 })
    ).items
    expect(rows.map((it) => [it.value.organization, it.value.deleting])).to.deep.equal([
      ['beta', true],
      ['default', undefined],
    ])
    expect((await refusal(set(['beta']))).code).to.equal('deleting')
  })

  it('the same list in another order or spelling changes nothing', async () => {
    const { item } = await create('acme')
    const first = await set(['default', 'acme'])
    const again = await set([item.value.id as string, 'default'])
    expect(again.generation).to.equal(first.generation)
    const twice = await refusal(set(['acme', item.value.id as string]))
    expect(twice).to.include({ code: 'invalid', attribute: 'allowed_organizations[1]' })
  })

  it('names the region that keeps an organization and a provider apart, and the way out', async () => {
    await create('confined', { allowed_regions: ['eu'] })
    const detail =
      'The workspace provider `gpu` has region `us`, and the organization `confined` allows eu only. ' +
      'Give the provider an allowed region, or change `allowed_regions` of the organization.'
    expect(await refusal(allow('confined'))).to.include({ code: 'region_not_allowed', detail })
    expect(await refusal(set(['confined']))).to.include({
      code: 'region_not_allowed',
      attribute: 'allowed_organizations',
      detail,
    })
    await create('free')
    await store.delete(entry, ['built-in', 'free'], how)
    await allow('free')
    const narrow = store.update(organization, ['free'], { allowed_regions: ['eu'] }, how)
    expect(await refusal(narrow)).to.include({ code: 'region_not_allowed', attribute: 'allowed_regions' })
    await store.update(organization, ['free'], { allowed_regions: ['eu', 'us'] }, how)
    const move = store.update(workspace_provider, ['gpu'], { region: 'asia' }, how)
    expect(await refusal(move)).to.include({ code: 'region_not_allowed', attribute: 'region' })
  })
})
