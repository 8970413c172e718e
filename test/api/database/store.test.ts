// What the store keeps: rows, generations, secrets, sets, keys, and nothing of a dry run.
import { expect } from 'chai'
import type { Database } from '../../../api/database/server/source.ts'
import type { Store } from '../../../api/database/store.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { openWriter, refusal, type Writer } from '../../support/database/writer.ts'

const organization = resourceNamed('organization')
const user = resourceNamed('user')
const org_membership = resourceNamed('org_membership')
const custom_role = resourceNamed('custom_role')
const org_quota = resourceNamed('org_quota')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

describe('the store', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
  })
  afterEach(() => database?.close())

  /** One row of each noun. */
  const createAll = async () => {
    const acme = await store.create(organization, { name: 'acme', labels: { a: 'b' } }, how)
    await store.create(user, { username: 'alice', email: 'Alice@Example.com' }, how)
    await store.create(custom_role, { organization: 'acme', name: 'reader', permissions: [] }, how)
    const roles = ['reader', 'organization-admin']
    const membership = await store.create(org_membership, { organization: 'acme', user: 'alice', roles }, how)
    await store.create(org_quota, { organization: 'acme', scope: 'member', limits: { cpu: '1000m' } }, how)
    const provider = { name: 'gpu', namespace: 'gpu', cluster: { server: 'https://k:6443' }, token: 'abc' }
    const gpu = await store.create(workspace_provider, provider, how)
    await store.create(entry, { organization: 'acme', workspace_provider: 'gpu' }, how)
    return { acme: acme.item.value, membership: membership.item.value, gpu: gpu.item.value }
  }

  it('answers what was created, with defaults, names and ids', async () => {
    const { acme, membership, gpu } = await createAll()
    expect(acme).to.deep.include({
      name: 'acme',
      display_name: 'acme',
      description: '',
      icon: null,
      labels: { a: 'b' },
      allowed_regions: null,
      deletion_protection: false,
      default: false,
      reconciled: true,
      generation: 1,
    })
    expect(membership.roles).to.deep.equal(['organization_manager', 'reader'])
    expect((membership.role_ids as string[])[1]).to.match(/^rol_/)
    expect(gpu).to.deep.include({ address: 'k:6443', cluster: { server: 'https://k:6443' } })
    expect(gpu).not.to.have.property('token')
    for (const resource of [
      organization,
      user,
      custom_role,
      org_membership,
      org_quota,
      workspace_provider,
      entry,
    ]) {
      const { items } = await store.list(resource, { actor: how.actor, filters: {}, limit: 500 })
      expect(items, resource.name).not.to.deep.equal([])
    }
    expect((await store.read(org_quota, ['acme', 'member'], how.actor))?.value.workspace_provider).to.equal(
      null,
    )
  })

  it('a write that changes nothing writes nothing', async () => {
    await createAll()
    const quota = ['acme', 'member']
    const same = { limits: { cpu: '1' } }
    const item = await store.update(org_quota, quota, same, { ...how, complete: false })
    expect(item.generation).to.equal(1)
    const more = await store.update(org_quota, quota, { limits: { cpu: '2' } }, { ...how, complete: false })
    expect(more.generation).to.equal(2)
    const token = await store.update(
      workspace_provider,
      ['gpu'],
      { token: 'abc' },
      { ...how, complete: false },
    )
    expect(token.generation).to.equal(1)
    const roles = { roles: ['organization_manager', 'reader'] }
    const member = await store.update(org_membership, ['acme', 'alice'], roles, { ...how, complete: false })
    expect(member.generation).to.equal(1)
  })

  it('refuses a name that is taken, naming who has it', async () => {
    await store.create(organization, { name: 'acme' }, how)
    const it = await refusal(store.create(organization, { name: 'acme', icon: 'x' }, how))
    expect(it.code).to.equal('taken')
    expect(it.existing?.key).to.equal('acme')
  })
})
