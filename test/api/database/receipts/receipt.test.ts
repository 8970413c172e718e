// Receipts of creates: who finds again what they made, for how long, and what ends it.
import { expect } from 'chai'
import { decrypt } from '../../../../api/database/server/secret.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import { openStore, type Store } from '../../../../api/database/store.ts'
import type { Actor } from '../../../../api/resources/rules.ts'
import { resourceNamed, resources } from '../../../../schemas/index.ts'
import { actorWith, issueToken } from '../../../support/database/tokens.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const user = resourceNamed('user')
const org_membership = resourceNamed('org_membership')
const org_quota = resourceNamed('org_quota')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')

describe('S9 a create whose key is taken', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  let other: Actor
  before(async () => {
    ;({ database, store, how } = await openWriter())
    await store.create(user, { username: 'other', site_roles: ['site_admin'] }, how)
    other = await actorWith(database, (await issueToken(database, how.actor, 'other')).token)
  })
  after(() => database.close())

  let names = 0
  /** A body of its own for each test. */
  const fresh = () => ({ name: `acme-${names++}`, labels: { b: '1', a: '2' } })
  const post = (body: object, by: object = {}) =>
    store.create(organization, body as Record<string, unknown>, { ...how, ...by })
  const created = async (body: object, by: object = {}) => (await post(body, by)).item.value.id as string
  const taken = async (work: Promise<unknown>) => expect((await refusal(work)).code).to.equal('taken')

  it('answers it to the user who created it, with any token and however often', async () => {
    const body = fresh()
    const id = await created(body)
    const { id: token } = await issueToken(database, how.actor, 'admin')
    for (const actor of [how.actor, { ...how.actor, token }, how.actor]) {
      const { item, created } = await post({ labels: { a: '2', b: '1' }, name: body.name }, { actor })
      expect([item.value.id, item.generation, created]).to.deep.equal([id, 1, false])
    }
  })

  it('is refused as taken to another user, and with another body', async () => {
    const body = fresh()
    await created(body)
    await taken(post(body, { actor: other }))
    await taken(post({ ...body, icon: 'x' }))
    expect((await post(body)).created).to.equal(false)
  })

  it('is the same create whether a default is written out or not', async () => {
    const body = fresh()
    const id = await created(body)
    expect(await created({ ...body, description: '', deletion_protection: false, icon: null })).to.equal(id)
  })

  it('is the same create in two spellings of an organization, of a member and of roles, or none', async () => {
    const { item } = await store.create(organization, fresh(), how)
    const { id, name } = item.value as { id: string; name: string }
    const [admin] = await database.query<{ id: string }>(`select id from "user" where username = 'admin'`)
    const member = { organization: name, user: 'admin', roles: ['organization_manager'] }
    const first = await store.create(org_membership, member, how)
    const spelled = { organization: id, user: admin!.id, roles: ['organization-admin'] }
    const second = await store.create(org_membership, spelled, how)
    expect([second.created, second.item.value.id]).to.deep.equal([false, first.item.value.id])

    const quota = { scope: 'member', limits: { cpu: '1000m' } }
    await store.create(org_quota, quota, how)
    const written = { ...quota, organization: 'default', limits: { cpu: '1' } }
    expect((await store.create(org_quota, written, how)).created).to.equal(false)
  })

  it('is still the same create after the organization was renamed', async () => {
    const { item } = await store.create(organization, fresh(), how)
    const member = { organization: item.value.id, user: 'admin' }
    await store.create(org_membership, { ...member, organization: item.value.name }, how)
    await store.update(organization, [item.value.id as string], { name: `${item.value.name}-renamed` }, how)
    expect((await store.create(org_membership, member, how)).created).to.equal(false)
  })

  it('is found after reads and lists by anybody, and after dry runs', async () => {
    const body = fresh()
    const id = await created(body)
    await store.read(organization, [id], how.actor)
    await store.read(organization, [body.name], how.actor)
    await store.list(organization, { actor: how.actor, filters: { id: [id] }, limit: 1 })
    await store.update(organization, [id], { icon: 'x' }, { ...how, dryRun: true })
    await store.delete(organization, [id], { ...how, dryRun: true })
    expect((await post(body, { dryRun: true })).item.value.id).to.equal(id)
    expect(await created(body)).to.equal(id)
  })

  it('is taken once anybody has changed the object, by PATCH or by PUT', async () => {
    const patched = fresh()
    const id = await created(patched)
    await store.update(organization, [id], { labels: patched.labels }, how)
    expect((await post(patched)).created, 'a change of nothing').to.equal(false)
    await store.update(organization, [id], { icon: 'x' }, { ...how, actor: other })
    await taken(post(patched))
    const put = fresh()
    await created(put)
    await store.put(organization, { ...put, icon: 'x' }, how)
    await taken(post(put))
  })

  it('makes another object once the first is deleted', async () => {
    const body = fresh()
    const id = await created(body)
    await store.delete(organization, [id], how)
    const again = await post(body)
    expect(again.created).to.equal(true)
    expect(again.item.value.id).not.to.equal(id)
  })

  it('is taken when a PUT, the first start, a list or the server itself made the object', async () => {
    const put = fresh()
    await store.put(organization, put, how)
    await taken(post(put))
    await taken(post({ name: 'default' }))
    const listed = { name: 'listed', namespace: 'listed', allowed_organizations: ['default'] }
    await store.create(workspace_provider, listed, how)
    await store.update(workspace_provider, ['listed'], { allowed_organizations: null }, how)
    const pair = { workspace_provider: 'listed', organization: 'default' }
    await taken(store.create(entry, pair, how))
  })

  it('takes over the row that the server added by itself, and finds that again', async () => {
    const body = fresh()
    await created(body)
    const pair = { workspace_provider: 'built-in', organization: body.name }
    expect((await store.create(entry, pair, how)).created).to.equal(true)
    expect((await store.create(entry, pair, how)).created).to.equal(false)
    await taken(store.create(entry, pair, { ...how, actor: other }))
  })

  it('is found for 24 hours where it had an Idempotency-Key, and for ever where it had none', async () => {
    const [keyed, unkeyed] = [fresh(), fresh()]
    await created(keyed, { idempotencyKey: `key-${keyed.name}` })
    await created(unkeyed)
    const age = (hours: number) =>
      database.query(
        `update organization set created_at = created_at - $1 * interval '1 hour',
           receipt_expires_at = receipt_expires_at - $1 * interval '1 hour' where name = any($2)`,
        [hours, [keyed.name, unkeyed.name]],
      )
    await age(23.9)
    expect((await post(keyed)).created).to.equal(false)
    await age(0.2)
    await taken(post(keyed))
    await age(24 * 365)
    expect((await post(unkeyed)).created).to.equal(false)
  })

  it('TF-12 stores the credential that came last, however often, and refuses what is none', async () => {
    const provider = { name: 'far', namespace: 'far', cluster: { server: 'https://far.example.com' } }
    const send = (token: string | null) => store.create(workspace_provider, { ...provider, token }, how)
    const kept = async () => {
      const [row] = await database.query<{ id: string; token_encrypted: Buffer }>(
        "select id, token_encrypted from workspace_provider where name = 'far'",
      )
      return decrypt(database.keys, `${row!.id}/token`, row!.token_encrypted)
    }
    await send('expired')
    for (const token of ['expired', 'second', 'third']) {
      const { item, created } = await send(token)
      expect([item.generation, created]).to.deep.equal([1, false])
      expect(await kept()).to.equal(token)
    }
    expect((await refusal(send('/var/run/token'))).attribute).to.equal('token')
    await taken(send(null))
    expect(await kept()).to.equal('third')
  })

  it('S18 is found by a dry run that leaves the secret out, as a plan does, and by no other', async () => {
    const provider = { name: 'planned', namespace: 'planned', cluster: { server: 'https://a.example.com' } }
    const send = (body: object, by = how) =>
      store.create(workspace_provider, { ...provider, ...body } as Record<string, unknown>, by)
    const dry = { ...how, dryRun: true }
    await send({ token: 'secret', token_version: 1 })
    expect((await send({ token_version: 1 }, dry)).created).to.equal(false)
    expect((await send({ token: 'fresh', token_version: 1 }, dry)).created).to.equal(false)
    await taken(send({ token: null, token_version: 1 }, dry))
    await taken(send({ token_version: 2 }, dry))
    await taken(send({ token_version: 1 }, { ...dry, actor: other }))
    await taken(send({ token_version: 1 }))
  })

  describe('after a confirmation', () => {
    it('is taken where the confirmation is of its user, and found where it is of another', async () => {
      const body = fresh()
      const id = await created(body)
      await store.confirm(other, [id])
      expect((await post(body)).created).to.equal(false)
      await store.confirm(how.actor, [id])
      await taken(post(body))
    })

    it('of any types at once and of ids that mean nothing, twice', async () => {
      const body = fresh()
      const person = { username: body.name }
      const { item } = await store.create(user, person, how)
      const ids = [await created(body), item.value.id as string, 'org_gone', 'tok_x', '', body.name]
      await store.confirm(how.actor, ids)
      await store.confirm(how.actor, ids)
      await taken(post(body))
      await taken(store.create(user, person, how))
    })

    it('has left the object as it was', async () => {
      const body = fresh()
      const id = await created(body)
      const seen = async () => {
        const { text, generation, digest } = (await store.read(organization, [id], how.actor))!
        return { text, generation, digest }
      }
      const before = await seen()
      await store.confirm(how.actor, [id])
      expect(await seen()).to.deep.equal(before)
    })

    it('costs one transaction for each type, however many ids', async () => {
      const ids = await Promise.all([...Array(20)].map(() => created(fresh())))
      ids.push((await store.create(user, { username: fresh().name }, how)).item.value.id as string)
      let transactions = 0
      const transaction: Database['transaction'] = (work) => {
        transactions += 1
        return database.transaction(work)
      }
      await openStore({ ...database, transaction }).confirm(how.actor, ids)
      expect(transactions).to.equal(2)
    })
  })

  it('has receipts on every resource, and in no answer', async () => {
    for (const resource of resources) {
      const { items } = await store.list(resource, { actor: how.actor, filters: {}, limit: 10 })
      for (const { text } of items) expect(text, resource.name).not.to.include('receipt')
      await database.query(`select receipt_user from "${resource.name}" limit 1`)
    }
  })
})
