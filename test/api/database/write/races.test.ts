// Rules that must hold whoever comes first: each is tried by writers at the same moment.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { ApiError } from '../../../../api/errors.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { inClusters } from '../../../support/database/in-clusters.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const deployment = resourceNamed('deployment')
const user = resourceNamed('user')
const org_membership = resourceNamed('org_membership')
const workspace_provider = resourceNamed('workspace_provider')
const entry = resourceNamed('workspace_provider_allowlist_entry')
const rounds = [...Array(10).keys()]

describe('at the same moment', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  before(async () => {
    ;({ database, store, how } = await openWriter())
  })
  after(() => database.close())

  /** How each ended: `done`, or the code of its refusal; anything else is an error. */
  const together = (works: Promise<unknown>[]) =>
    Promise.all(
      works.map((work) =>
        work.then(
          () => 'done',
          (cause) => {
            if (cause instanceof ApiError) return cause.code as string
            throw cause
          },
        ),
      ),
    )
  const create = (name: string, more = {}) => store.create(organization, { name, ...more }, how)
  const move = (to: string) => store.update(deployment, ['deployment'], { default_organization: to }, how)
  const defaults = async () =>
    (await store.list(organization, { actor: how.actor, filters: {}, limit: 500 })).items
      .filter(({ value }) => value.default)
      .map(({ value }) => value.name)

  it('one of ten creates of a name wins, and the others are told who has it', async () => {
    const ends = await together(rounds.map((round) => create('one', { description: `${round}` })))
    expect(ends.toSorted()).to.deep.equal(['done', ...Array(9).fill('taken')])
  })

  it('503 busy, and nothing changed, for a write that PostgreSQL breaks off however often it is begun anew', async () => {
    await create('unlucky')
    await database.run(`create function break_off() returns trigger language plpgsql as $$
      begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`)
    await database.run(
      `create trigger break_off before update on organization for each row execute function break_off()`,
    )
    try {
      const change = store.update(
        organization,
        ['unlucky'],
        { description: 'x' },
        { ...how, complete: false },
      )
      const { code, retryAfter, detail } = await refusal(change)
      expect([code, retryAfter]).to.deep.equal(['busy', 1])
      expect(detail).to.include('Nothing was changed. Send the request again.')
    } finally {
      await database.run('drop function break_off cascade')
    }
  })

  it('one of ten users gets an e-mail address, and one of ten providers a namespace; the others are told who', async () => {
    const named = async (works: Promise<unknown>[]) => {
      const ends = await Promise.all(works.map((work) => work.catch((cause: ApiError) => cause)))
      const refusals = ends.filter((end) => end instanceof ApiError)
      expect(refusals).to.have.length(9)
      return refusals
    }
    const email = 'ada@example.com'
    const users = rounds.map((round) => store.create(user, { username: `ada-${round}`, email }, how))
    for (const it of await named(users)) expect(it.existing?.key).to.match(/^ada-/)
    const claim = { namespace: 'sought', cluster: { server: 'https://k.example.com' } }
    const claims = rounds.map((round) =>
      store.create(workspace_provider, { ...claim, name: `seeker-${round}` }, how),
    )
    for (const it of await named(claims)) expect(it.blockers?.[0]?.items[0]?.name).to.match(/^seeker-/)
  })

  it('ORG-07 two moves of the default leave exactly one', async () => {
    await Promise.all([create('left'), create('right')])
    for (const _ of rounds) {
      expect(await together([move('left'), move('right'), move('default')])).to.deep.equal([
        'done',
        'done',
        'done',
      ])
      expect(await defaults()).to.have.length(1)
    }
  })

  it('ORG-06 an organization is not deleted while it becomes the default', async () => {
    for (const round of rounds) {
      await create(`heir-${round}`)
      const [moved, removed] = await together([
        move(`heir-${round}`),
        store.delete(organization, [`heir-${round}`], how),
      ])
      expect([moved, removed].filter((end) => end === 'done')).to.have.length(1)
      expect(await defaults()).to.have.length(1)
      await move('default')
    }
  })

  it('WP-12 a provider does not begin to go while it becomes the default', async () => {
    const default_workspace_provider = (to: string) =>
      store.update(deployment, ['deployment'], { default_workspace_provider: to }, how)
    for (const round of rounds) {
      const name = `next-${round}`
      const cluster = { server: 'https://k' }
      await store.create(workspace_provider, { name, namespace: name, cluster }, how)
      await store.create(entry, { workspace_provider: name, organization: 'default' }, how)
      await inClusters(database).written(`p.name = '${name}'`)
      const ends = await together([
        default_workspace_provider(name),
        store.delete(workspace_provider, [name], how),
      ])
      expect(ends.filter((end) => end === 'done')).to.have.length(1)
      expect(['deleting', 'is_default']).to.include(ends.find((end) => end !== 'done'))
      await default_workspace_provider('built-in')
    }
  })

  it('WP-21 one of two providers gets the namespace', async () => {
    const claim = (name: string, namespace: string, server: string) =>
      store.create(workspace_provider, { name, namespace, cluster: { server } }, how)
    for (const round of rounds) {
      const ends = await together([
        claim(`a-${round}`, `n-${round}`, 'https://k.example.com'),
        claim(`b-${round}`, `n-${round}`, 'https://K.example.com:443/'),
      ])
      expect(ends.toSorted()).to.deep.equal(['done', 'namespace_owned'])
    }
  })

  it('TF-06 an entry is not slipped in while allowed_organizations takes over', async () => {
    await create('guest')
    for (const round of rounds) {
      const name = `authority-${round}`
      await store.create(workspace_provider, { name, namespace: name, cluster: { server: 'https://k' } }, how)
      await together([
        store.create(entry, { workspace_provider: name, organization: 'guest' }, how),
        store.update(workspace_provider, [name], { allowed_organizations: [] }, how),
      ])
      const found = await store.list(entry, {
        actor: how.actor,
        filters: { workspace_provider: [name] },
        limit: 10,
      })
      expect(found.items).to.deep.equal([])
      const late = store.create(entry, { workspace_provider: name, organization: 'guest' }, how)
      expect((await refusal(late)).code).to.equal('managed_elsewhere')
    }
  })

  it('whoever waits for an organization holds no provider, so that nobody waits in a ring', async () => {
    await create('held')
    const claim = { name: 'free', namespace: 'free', cluster: { server: 'https://k' } }
    await store.create(workspace_provider, claim, how)
    const holder = await database.connect()
    await holder.query('begin')
    await holder.query("select from organization where name = 'held' for update")
    const listed = { allowed_organizations: ['held'] }
    const change = store.update(workspace_provider, ['free'], listed, how)
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    for (const deadline = Date.now() + 10_000; (await database.run(waiting)) === 0; )
      expect(Date.now()).to.be.below(deadline)
    const free = "select from workspace_provider where name = 'free' for update nowait"
    const taken = await holder.query(free).catch((cause: Error) => cause.message)
    await holder.query('rollback')
    await holder.end()
    expect((await change).value).to.deep.include(listed)
    expect(taken).not.to.be.a('string')
  })

  it('a region that is no longer allowed is not slipped in', async () => {
    await store.create(
      workspace_provider,
      { name: 'us', namespace: 'us', region: 'us', cluster: { server: 'https://k' } },
      how,
    )
    for (const round of rounds) {
      const name = `confined-${round}`
      await create(name)
      await store.delete(entry, ['built-in', name], how)
      const ends = await together([
        store.create(entry, { workspace_provider: 'us', organization: name }, how),
        store.update(organization, [name], { allowed_regions: ['eu'] }, how),
      ])
      expect(ends.toSorted()).to.deep.equal(['done', 'region_not_allowed'])
    }
  })

  it('a provider does not change region under an organization that is being confined', async () => {
    for (const round of rounds) {
      const name = `moved-${round}`
      await create(name)
      await store.delete(entry, ['built-in', name], how)
      const server = 'https://k'
      await store.create(
        workspace_provider,
        { name, namespace: name, region: 'eu', cluster: { server } },
        how,
      )
      await store.create(entry, { workspace_provider: name, organization: name }, how)
      const ends = await together([
        store.update(workspace_provider, [name], { region: 'us' }, how),
        store.update(organization, [name], { allowed_regions: ['eu'] }, how),
      ])
      expect(ends.toSorted()).to.deep.equal(['done', 'region_not_allowed'])
    }
  })

  it('WP-17 regions leave no automatic entry beside them, whoever else moves', async () => {
    const settle = (region: string | null) => store.update(workspace_provider, ['built-in'], { region }, how)
    const standing = async (name: string) =>
      (await store.list(entry, { actor: how.actor, filters: { organization: [name] }, limit: 9 })).items
        .length
    for (const round of rounds) {
      const name = `narrowed-${round}`
      await settle('eu')
      await create(name)
      const moved = await together([
        settle('us'),
        store.update(organization, [name], { allowed_regions: ['eu'] }, how),
      ])
      const { value } = (await store.read(workspace_provider, ['built-in'], how.actor))!
      expect(await standing(name), moved.join()).to.equal(value.region === 'eu' ? 1 : 0)
      await store.delete(organization, [name], how)

      await create(name)
      const region = value.region === 'eu' ? 'us' : 'eu'
      const ends = await together([
        store.put(entry, { workspace_provider: 'built-in', organization: name }, how),
        store.update(organization, [name], { allowed_regions: [region] }, how),
      ])
      expect(ends.toSorted()).to.deep.equal(['done', 'region_not_allowed'])
      expect(await standing(name)).to.equal(ends[0] === 'done' ? 1 : 0)
      await store.delete(organization, [name], how)
    }
    await settle(null)
  })

  it('WP-17 an organization created while the list takes over is not left beside it', async () => {
    for (const round of rounds) {
      const listed = { allowed_organizations: ['default'] }
      await together([
        create(`newcomer-${round}`),
        store.update(workspace_provider, ['built-in'], listed, how),
      ])
      const rows = await store.list(entry, {
        actor: how.actor,
        filters: { workspace_provider: ['built-in'] },
        limit: 500,
      })
      expect(rows.items.map((it) => it.value.organization)).to.deep.equal(['default'])
      await store.update(workspace_provider, ['built-in'], { allowed_organizations: null }, how)
    }
  })

  it('nothing is put into an organization that is being deleted', async () => {
    for (const round of rounds) {
      const name = `leaving-${round}`
      await create(name)
      const ends = await together([
        store.create(org_membership, { organization: name, user: 'admin' }, how),
        store.delete(organization, [name], how),
      ])
      expect(ends[1]).to.equal('done')
      expect(['done', 'unresolved']).to.include(ends[0])
    }
    const orphans =
      'select from org_membership m where not exists (select from organization o where o.id = m.organization_id)'
    expect(await database.query(orphans)).to.deep.equal([])
  })
})
