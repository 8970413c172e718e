// How rows go: at once, or later when a cluster holds something of them; and what goes with them.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { inClusters } from '../../../support/database/in-clusters.ts'
import { writeAsMember } from '../../../support/database/write-list.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const custom_role = resourceNamed('custom_role')
const org_membership = resourceNamed('org_membership')
const org_quota = resourceNamed('org_quota')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

describe('a deletion', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
    await store.create(organization, { name: 'acme' }, how)
    await store.create(custom_role, { organization: 'acme', name: 'reader', permissions: [] }, how)
    await store.create(org_membership, { organization: 'acme', user: 'admin', roles: ['reader'] }, how)
    await store.create(org_quota, { organization: 'acme', scope: 'member', limits: { cpu: '1' } }, how)
  })
  afterEach(() => database.close())

  const touch = (which?: string) => inClusters(database).written(which)
  const remove = (name: string, more = {}) => store.delete(organization, [name], { ...how, ...more })
  const code = async (work: Promise<unknown>) => (await refusal(work)).code
  const left = async (...tables: string[]) => {
    const counts = tables.map((table) => database.query(`select from "${table}"`))
    return (await Promise.all(counts)).map(({ length }) => length)
  }

  it('ORG-06 ORG-14 TF-13 is refused for the default organization and for a protected one', async () => {
    expect(await code(remove('default'))).to.equal('is_default')
    await store.update(organization, ['acme'], { deletion_protection: true }, how)
    expect(await code(remove('acme'))).to.equal('protected')
    expect(await code(remove('acme', { force: true }))).to.equal('protected')
  })

  it('WP-07 TF-13 is refused for the built-in provider, whatever its name and with force', async () => {
    await store.update(workspace_provider, ['built-in'], { name: 'home' }, how)
    const work = store.delete(workspace_provider, ['home'], { ...how, force: true })
    expect(await code(work)).to.equal('built_in')
  })

  it('TF-13 of the last manager is refused to who has no right but that', async () => {
    const roles = ['organization_manager']
    await store.update(org_membership, ['acme', 'admin'], { roles }, how)
    const asMember = (verb: 'update' | 'delete') => {
      const asked = { address: ['acme', 'admin'], body: { roles: [] } }
      return writeAsMember(database, verb, 'org_membership', asked, how.actor)
    }
    expect(await code(asMember('delete'))).to.equal('last_manager')
    expect(await code(asMember('update'))).to.equal('last_manager')
    expect(await store.delete(org_membership, ['acme', 'admin'], how)).to.equal('gone')
  })

  it('ORG-14 takes the relations of an organization along, at once where no cluster has seen it', async () => {
    expect(await remove('acme')).to.equal('gone')
    const tables = ['custom_role', 'org_membership', 'org_membership_role', 'org_quota']
    expect(await left(...tables, 'organization')).to.deep.equal([0, 0, 0, 0, 1])
    expect(await left('workspace_provider_allowlist_entry')).to.deep.equal([1])
  })

  it('waits for the clusters where one has seen it, keeping the name and refusing everything else', async () => {
    await touch()
    const going = await remove('acme')
    expect(going).to.have.property('value').that.includes({ name: 'acme', deleting: true })
    expect(await code(store.create(organization, { name: 'acme' }, how))).to.equal('deleting')
    expect(await code(store.update(organization, ['acme'], { icon: 'x' }, how))).to.equal('deleting')
    const member = { organization: 'acme', user: 'admin' }
    expect(await code(store.create(org_membership, member, how))).to.equal('deleting')
    expect(await left('organization', 'org_quota')).to.deep.equal([2, 1])
    const forced = async () => {
      const [row] = await database.query<{ force: boolean }>(
        'select bool_and(force) as force from workspace_provider_allowlist_entry where deletion_requested_at is not null',
      )
      return row!.force
    }
    expect(await forced()).to.equal(false)
    expect(await remove('acme', { force: true }))
      .to.have.property('value')
      .that.includes({ deleting: true })
    expect(await forced()).to.equal(true)
  })

  it('S13 lets go at once of the entries that were never written, and waits only for those that were', async () => {
    const cluster = { server: 'https://k.example.com' }
    await store.create(workspace_provider, { name: 'far', namespace: 'far', cluster }, how)
    await store.create(entry, { workspace_provider: 'far', organization: 'acme' }, how)
    const entries = async () => {
      const { items } = await store.list(entry, {
        actor: how.actor,
        filters: { organization: ['acme'] },
        limit: 9,
      })
      return items.map(({ value }) => `${value.workspace_provider} ${value.deleting}`)
    }
    await touch("p.name = 'built-in'")
    expect(await remove('acme', { dryRun: true })).to.have.property('value')
    expect(await entries()).to.deep.equal(['built-in undefined', 'far undefined'])
    expect(await remove('acme'))
      .to.have.property('value')
      .that.includes({ deleting: true })
    expect(await entries()).to.deep.equal(['built-in true'])
  })

  it('S13 tells the placements that clusters are to let go of, and whether by force', async () => {
    const placements = async () => {
      const rows = await database.query<{ deleting: boolean; force: boolean }>(
        `select x.deleting, x.force from placement x join organization o on o.id = x.owner_id where o.name = 'acme'`,
      )
      return rows.map(({ deleting, force }) => [deleting, force])
    }
    await touch()
    expect(await placements()).to.deep.equal([[false, false]])
    await remove('acme')
    expect(await placements()).to.deep.equal([[true, false]])
    await store.update(organization, ['acme'], { force_destroy: true }, how)
    expect(await placements()).to.deep.equal([[true, true]])
    await store.update(organization, ['acme'], { force_destroy: false }, how)
    expect(await placements()).to.deep.equal([[true, false]])
    await remove('acme', { force: true })
    expect(await placements()).to.deep.equal([[true, true]])
  })

  it('S13 of a provider lets go at once of the entries that were never written', async () => {
    const cluster = { server: 'https://k.example.com' }
    await store.create(workspace_provider, { name: 'far', namespace: 'far', cluster }, how)
    for (const name of ['acme', 'default']) {
      await store.create(entry, { workspace_provider: 'far', organization: name }, how)
    }
    await touch("p.name = 'far' and o.name = 'acme'")
    expect(await store.delete(workspace_provider, ['far'], how)).to.have.property('value')
    const { items } = await store.list(entry, {
      actor: how.actor,
      filters: { workspace_provider: ['far'] },
      limit: 9,
    })
    expect(items.map(({ value }) => value.organization)).to.deep.equal(['acme'])
  })

  it('S13 of a provider is done at once while nothing was claimed in its cluster, whatever answered there', async () => {
    const cluster = { server: 'https://k.example.com' }
    await store.create(workspace_provider, { name: 'far', namespace: 'far', cluster }, how)
    await inClusters(database).ready('far')
    expect(await store.delete(workspace_provider, ['far'], how)).to.equal('gone')
    await store.create(workspace_provider, { name: 'near', namespace: 'near', cluster }, how)
    await inClusters(database).claimed('near')
    expect(await store.delete(workspace_provider, ['near'], how)).to.have.property('value')
  })

  it('shows in the ETag, like everything else that an answer says', async () => {
    await touch()
    const before = (await store.read(organization, ['acme'], how.actor))!
    const going = await remove('acme')
    expect((going as typeof before).digest).not.to.equal(before.digest)
  })

  it('honours force_destroy that was applied before', async () => {
    await touch()
    await store.update(organization, ['acme'], { force_destroy: true }, how)
    await remove('acme')
    const rows = await database.query("select force from organization where name = 'acme'")
    expect(rows).to.deep.equal([{ force: true }])
  })

  describe('S13 that is under way', () => {
    const cluster = { server: 'https://k.example.com' }
    const gpu = { name: 'gpu', namespace: 'gpu', cluster, token: 'expired', token_version: 1 }
    beforeEach(async () => {
      await store.create(workspace_provider, gpu, how)
      await store.create(entry, { workspace_provider: 'gpu', organization: 'acme' }, how)
      await touch()
      await store.delete(workspace_provider, ['gpu'], how)
    })
    const change = (body: object) => store.update(workspace_provider, ['gpu'], { ...body }, how)
    const forced = async () => {
      const rows = await database.query<{ force: boolean }>(
        `select e.force and p.force as force from workspace_provider_allowlist_entry e
         join workspace_provider p on p.id = e.workspace_provider_id where p.name = 'gpu'`,
      )
      return rows.map(({ force }) => force)
    }

    it('takes another credential, and another address of the cluster', async () => {
      const stored = () => database.query('select token_encrypted from workspace_provider order by name')
      const before = await stored()
      const { value } = await change({ token: 'fresh', token_version: 2 })
      expect(value).to.include({ deleting: true, token_version: 2, generation: 2 })
      expect(await stored()).not.to.deep.equal(before)
      const moved = await change({ cluster: { server: 'https://k2.example.com' } })
      expect(moved.value.cluster).to.deep.equal({ server: 'https://k2.example.com' })
      const certificate = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'
      const other = await change({ client_certificate: certificate, client_key: certificate })
      expect(other.value).to.include({ client_certificate: certificate, deleting: true })
    })

    it('is told by force_destroy whether to give up on the cluster, and may be told otherwise', async () => {
      expect(await forced()).to.deep.equal([false])
      await change({ force_destroy: true })
      expect(await forced()).to.deep.equal([true])
      await change({ force_destroy: false })
      expect(await forced()).to.deep.equal([false])
      await store.delete(organization, ['acme'], how)
      await store.update(organization, ['acme'], { force_destroy: true }, how)
      const rows = await database.query("select force from organization where name = 'acme'")
      expect(rows).to.deep.equal([{ force: true }])
    })

    it('refuses every other change and says which it takes, and a change of nothing is none', async () => {
      const refused = await refusal(change({ region: 'eu', force_destroy: true }))
      expect(refused.code).to.equal('deleting')
      expect(refused.detail).to.match(
        /Until the deletion is complete, only `cluster`, `token`, .*`force_destroy` can change/,
      )
      expect(await forced()).to.deep.equal([false])
      expect((await change({ region: null })).value).to.include({ deleting: true, generation: 1 })
      await store.delete(organization, ['acme'], how)
      const renamed = store.update(organization, ['acme'], { name: 'emca' }, how)
      expect((await refusal(renamed)).detail).to.match(/only .*`force_destroy`.* can change/)
    })
  })

  it('of a role takes it from its holders, whose answers are no longer what they were', async () => {
    const before = (await store.read(org_membership, ['acme', 'admin'], how.actor))!
    await store.delete(custom_role, ['acme', 'reader'], how)
    const after = (await store.read(org_membership, ['acme', 'admin'], how.actor))!
    expect(before.value.roles).to.deep.equal(['reader'])
    expect(after.value.roles).to.deep.equal([])
    expect(after.digest).not.to.equal(before.digest)
  })

  it('of an entry leaves it until the cluster is clean, and at once where there is nothing to clean', async () => {
    const address = ['built-in', 'acme']
    await touch()
    const going = await store.delete(entry, address, how)
    expect(going).to.have.property('value').that.includes({ deleting: true })
    expect(
      await code(store.create(entry, { workspace_provider: 'built-in', organization: 'acme' }, how)),
    ).to.equal('deleting')
    await inClusters(database).untouched()
    expect(await store.delete(entry, address, how)).to.equal('gone')
  })

  it('a renamed role keeps its holders, and shows under its new name', async () => {
    const before = (await store.read(org_membership, ['acme', 'admin'], how.actor))!
    await store.update(custom_role, ['acme', 'reader'], { name: 'viewer' }, how)
    const after = (await store.read(org_membership, ['acme', 'admin'], how.actor))!
    expect(after.value).to.deep.include({ roles: ['viewer'], role_ids: before.value.role_ids })
    expect(after.digest).not.to.equal(before.digest)
  })
})
