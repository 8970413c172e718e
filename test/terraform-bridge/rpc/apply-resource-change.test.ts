// What an apply leaves behind, asked as core asks, with a real API behind.
import { expect } from 'chai'
import { privateIn, privateMessage } from '../../../terraform-bridge/values/private-state.ts'
import { type Api, startApi } from '../../support/api.ts'
import { inClusters } from '../../support/database/in-clusters.ts'
import { type ObjectState, startRpcs } from '../../support/terraform/rpcs.ts'
import { until } from '../../support/until.ts'

describe('ApplyResourceChange', function () {
  this.timeout(30_000)
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api?.stop())
  const start = () => startRpcs(api)
  /** Resolves when the API has answered something with `status` since the call; what was asked waits from then on. */
  const answered = (status: number) => {
    const before = api.logged().length
    return until(() => expect(api.logged().slice(before)).to.include(`"status":${status},`))
  }
  const deleting = (name: string) =>
    api.database.query(`update organization set deletion_requested_at = now() where name = '${name}'`)

  it('S13 waits out a name that is being deleted, and then creates', async () => {
    const { apply } = start()
    await api.create('organizations', { name: 'leaving' })
    await deleting('leaving')
    const asked = apply('polder_organization', { name: 'leaving', description: 'the next one' })
    await answered(409)
    await api.database.query("delete from organization where name = 'leaving'")
    const { said, state } = await asked
    expect(said).to.equal('')
    expect(state!.description).to.equal('the next one')
  })

  it('S13 gives up on a name that stays taken when the time for creating is up, and leaves nothing behind', async () => {
    const { apply } = start()
    await api.create('organizations', { name: 'stuck' })
    await deleting('stuck')
    const { said, state } = await apply('polder_organization', { name: 'stuck', timeouts: { create: '1s' } })
    expect(said).to.include('The object is being deleted').and.include('terraform import <address> stuck')
    expect(said).to.match(/apply a change of .*`force_destroy`.* in place/)
    expect(state).to.equal(null)
  })

  it('refuses a second resource for what this apply created or this state has', async () => {
    const { apply } = start()
    const config = { name: 'twice' }
    const both = await Promise.all([1, 2].map(() => apply('polder_organization', config)))
    expect(both.map(({ errors }) => errors).sort()).to.deep.equal([0, 1])
    const refused = both.find(({ errors }) => errors === 1)!
    expect(refused.said).to.include('Managed twice: organization twice').and.include('has just created')
    expect(refused.state).to.equal(null)

    const pair = { organization: 'twice', workspace_provider: 'built-in' }
    expect(await apply('polder_workspace_provider_allowlist_entry', pair)).to.include({ errors: 0 })
    const again = await apply('polder_workspace_provider_allowlist_entry', pair)
    expect(again.said).to.include('`built-in/twice`')
    expect(again.state).to.equal(null)
  })

  it('S13 waits out a namespace whose owner the same apply destroys', async () => {
    const { apply, plan } = start()
    const owner = await apply('polder_workspace_provider', { name: 'first', namespace: 'handed-on' })
    // Of the destroy core tells first, as it does of all that the state has.
    await plan('polder_workspace_provider', null, owner)
    const asked = apply('polder_workspace_provider', { name: 'second', namespace: 'handed-on' })
    await answered(409)
    await apply('polder_workspace_provider', null, owner)
    const second = await asked
    expect(second.said).to.equal('')
    expect(await apply('polder_workspace_provider', null, second)).to.include({ state: null })
  })

  describe('S13 an object whose resource block was renamed without `moved`', () => {
    const type = 'polder_workspace_provider_allowlist_entry'
    const entry = { organization: 'renamed', workspace_provider: 'built-in' }
    const there = async () =>
      (await api.read('workspace_provider_allowlist_entries?organization=renamed')).items
    beforeEach(() => api.create('organizations', { name: 'renamed', allowed_regions: null }))
    afterEach(() => api.request('DELETE', '/v1/organizations/renamed'))

    it('is there afterwards when it is created before it is destroyed, and the destroy says so', async () => {
      const old = await start().apply(type, entry)
      const { apply } = start()
      const renamed = await apply(type, entry)
      expect(renamed).to.include({ said: '', errors: 0 })
      const destroyed = await apply(type, null, old)
      expect(destroyed).to.include({ errors: 0, state: null })
      expect(destroyed.said).to.include(`Not destroyed: ${type.slice(7)} built-in/renamed`)
      expect(await there()).to.have.length(1)
      expect((await start().read(type, renamed)).state).to.include(entry)
    })

    it('is there afterwards when it is created while it is destroyed', async () => {
      const old = await start().apply(type, entry)
      const { apply, client } = start()
      const [remove, put] = [client.delete.bind(client), client.put.bind(client)]
      const [begun, found] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      client.delete = async (...asked) => {
        begun.resolve()
        await found.promise
        return remove(...asked)
      }
      client.put = async (...asked) => {
        const row = await put(...asked)
        found.resolve()
        return row
      }
      const destroyed = apply(type, null, old)
      await begun.promise
      const { said, state } = await apply(type, entry)
      expect(await destroyed).to.include({ said: '', state: null })
      expect(said).to.equal('')
      const [row, ...more] = await there()
      expect([row.id, more]).to.deep.equal([state!.id, []])
    })
  })

  describe('TF-06 an entry beside a list', () => {
    const entry = { workspace_provider: 'listed', organization: 'default' }
    const provider = { name: 'listed', namespace: 'listed' }
    /** An apply of a plan that saw nothing of the list. */
    const applying = () => {
      const rpcs = start()
      rpcs.session.applying = true
      return rpcs
    }
    beforeEach(() => api.create('workspace_providers', { ...provider, allowed_organizations: ['default'] }))
    afterEach(() => api.request('DELETE', '/v1/workspace_providers/listed'))

    it('is created when the same apply gives the list up after it', async () => {
      const asked = applying().apply('polder_workspace_provider_allowlist_entry', entry)
      await answered(409)
      await api.request('PATCH', '/v1/workspace_providers/listed', { allowed_organizations: null })
      const { said, state } = await asked
      expect(said).to.equal('')
      expect(state).to.include(entry)
    })

    it('is refused at once after another has waited for the same list in vain', async () => {
      const { apply, session } = applying()
      session.registry.giveUp('allowed_organizations/listed')
      const begun = performance.now()
      const { said, state } = await apply('polder_workspace_provider_allowlist_entry', entry)
      expect(said).to.include('`allowed_organizations` of the workspace provider `listed` decides')
      expect(state).to.equal(null)
      expect(performance.now() - begun).to.be.below(2000)
    })

    it('that the list took over before it was destroyed is left to the list, with a warning', async () => {
      await api.request('PATCH', '/v1/workspace_providers/listed', { allowed_organizations: null })
      const made = await applying().apply('polder_workspace_provider_allowlist_entry', entry)
      await api.request('PATCH', '/v1/workspace_providers/listed', { allowed_organizations: ['default'] })
      const { said, state, errors } = await applying().apply(
        'polder_workspace_provider_allowlist_entry',
        null,
        made,
      )
      expect({ state, errors }).to.deep.equal({ state: null, errors: 0 })
      expect(said).to.include(
        '`allowed_organizations` of the workspace_provider `listed` now decides whether',
      )
      expect((await api.read('workspace_providers/listed')).allowed_organizations).to.deep.equal(['default'])
    })

    it('S13 that is on its way out is waited for by the list that names it again', async () => {
      const again = { name: 'again', namespace: 'again' }
      const made = await applying().apply('polder_workspace_provider', again)
      const { id } = await api.create('workspace_provider_allowlist_entries', { workspace_provider: 'again' })
      await inClusters(api.database).written("p.name = 'again'")
      await api.request('DELETE', `/v1/workspace_provider_allowlist_entries/${id}`)
      const list = { ...again, allowed_organizations: ['default'] }
      const asked = applying().apply('polder_workspace_provider', list, made)
      await answered(409)
      await api.database.query(
        'delete from workspace_provider_allowlist_entry where deletion_requested_at is not null',
      )
      const { said, state } = await asked
      expect(said).to.equal('')
      expect(state!.allowed_organizations).to.deep.equal(['default'])
    })
  })

  it('S14 a delete of what is gone already succeeds', async () => {
    const { apply } = start()
    const made = await apply('polder_user', { username: 'gone' })
    await api.request('DELETE', '/v1/users/gone')
    expect(await apply('polder_user', null, made)).to.include({ said: '', state: null })
  })

  it('a destroy that runs out of time keeps the object, and reading it does not forget it', async () => {
    const { apply, read } = start()
    const made = await apply('polder_organization', { name: 'slow', timeouts: { delete: '1s' } })
    await inClusters(api.database).written("o.name = 'slow'")
    const kept = await apply('polder_organization', null, made)
    expect(kept.said).to.include('Not gone from every cluster yet')
    expect(kept.state).to.deep.equal(made.state)
    expect((await read('polder_organization', kept)).state).to.not.equal(null)
    expect((await read('polder_organization', made)).state).to.equal(null)
  })

  describe('S13 an object that is being deleted', () => {
    const config = { name: 'going', namespace: 'going', allowed_organizations: ['default'] }
    const cluster = { server: 'https://192.0.2.1', ca_data: null }
    const longer = { create: null, update: null, delete: '2s' }
    const unanswered = { token: null, allowed_organizations: ['default'] }
    const type = 'polder_workspace_provider'
    let kept: ObjectState
    let said: string
    afterEach(() => api.database.query("delete from workspace_provider where name = 'going'"))
    beforeEach(async () => {
      const { apply } = start()
      const made = await apply(type, { ...config, timeouts: { delete: '1s' } })
      await inClusters(api.database).written("p.name = 'going'")
      ;({ said, ...kept } = await apply(type, null, made))
      kept = await start().read(type, kept)
    })

    it('is told of with the ways out that its kind has', async () => {
      expect(said).to.include('workspace_provider `going`').and.include('after 1 s')
      expect(said)
        .to.include('`token` and another `token_version`')
        .and.include('set `force_destroy` to true')
      expect(kept.state).to.include({ name: 'going' })
    })

    it('is replaced by a plan that changes nothing, or something else besides', async () => {
      const timeouts = { delete: '1s' }
      expect((await start().plan(type, { ...config, timeouts }, kept)).replace).to.deep.equal(['id'])
      const more = { ...config, timeouts, force_destroy: true, region: 'eu' }
      expect((await start().plan(type, more, kept)).replace).to.deep.equal(['id'])
    })

    for (const [what, change] of [
      ['how long to wait', { timeouts: longer }],
      ['another address', { timeouts: longer, cluster }],
      ['another credential', { timeouts: longer, cluster, token: 'fresh', token_version: 1 }],
      ['force', { timeouts: longer, cluster, token_version: 1, force_destroy: true }],
    ] as const) {
      it(`is told ${what} in place, and stays known as going`, async () => {
        const wanted = { ...config, ...change }
        const { replace, values } = await start().plan(type, wanted, kept)
        expect(replace).to.deep.equal([])
        expect(values.reconciled).to.equal(kept.state!.reconciled)
        const changed = await start().apply(type, wanted, kept)
        expect(changed.errors, changed.said).to.equal(0)
        expect(changed.said).to.include('Still being deleted: workspace_provider going')
        expect(privateIn(changed.private).deleting).to.equal(true)
        const read = await start().read(type, changed)
        expect(read.state).to.deep.include({ force_destroy: false, ...change, ...unanswered })
        expect((await start().plan(type, wanted, read)).replace).to.deep.equal(['id'])
      })
    }

    it('is imported by who has lost it, and destroyed then', async () => {
      const imported = await start().import(type, 'going')
      expect(privateIn(imported.private).deleting).to.equal(true)
      expect((await start().read(type, imported)).state).to.include({ name: 'going' })
      const gone = start().apply(type, null, kept)
      await answered(202)
      await api.database.query("delete from workspace_provider where name = 'going'")
      expect(await gone).to.include({ said: '', state: null })
    })
  })

  it('S21 a create is answered with its object when Terraform stops the wait', async () => {
    await inClusters(api.database).ready('built-in')
    const { apply, session } = start()
    const asked = apply('polder_organization', { name: 'stopped' })
    await answered(201)
    session.stopping.abort()
    const { said, errors, state } = await asked
    await inClusters(api.database).ready('built-in', false)
    expect(errors).to.equal(0)
    expect(said).to.include('Not in every cluster yet: organization stopped')
    expect(state).to.include({ name: 'stopped', reconciled: false })
  })

  it('S21 a create whose answer is not understood keeps the object, with a warning', async () => {
    const { apply, client } = start()
    const create = client.create.bind(client)
    client.create = async (...asked) => ({ ...(await create(...asked)), site_roles: 'all' })
    const { said, errors, state } = await apply('polder_user', { username: 'strange' })
    expect(errors).to.equal(0)
    expect(said).to.include(`Unknown answer of the API: user ${state!.id}`)
    expect(state).to.include({ username: 'strange' })
    expect(state!.id).to.match(/^usr_/)
  })

  it('a create that is stopped before it was sent leaves nothing', async () => {
    const { apply, session } = start()
    session.stopping.abort()
    const { said, state } = await apply('polder_user', { username: 'never' })
    expect(said).to.include('interrupted before the request was sent')
    expect(state).to.equal(null)
    expect((await api.request('GET', '/v1/users/never')).status).to.equal(404)
  })

  it('S9 a create whose answer was lost, and lost again, finds its object, and two owners by mistake do not', async () => {
    const config = { username: 'lost', name: 'Lo St' }
    const lost = await start().apply('polder_user', config)
    const found = await start().apply('polder_user', config)
    expect(found.said).to.equal('')
    expect(found.state!.id).to.equal(lost.state!.id)
    const again = await start().apply('polder_user', config)
    expect(again.state!.id).to.equal(lost.state!.id)
    const { read, session } = start()
    await read('polder_user', again)
    await session.connection!.confirmations.end(10_000)
    expect((await start().apply('polder_user', config)).said).to.include('terraform import <address> lost')
  })

  it('S9 a create with a secret whose answer was lost is planned without a warning, and finds its object', async () => {
    const config = {
      name: 'far',
      namespace: 'far',
      cluster: { server: 'https://127.0.0.1:1' },
      token: 'expired-since',
      token_version: 1,
      timeouts: { create: '0s' },
    }
    const lost = await start().apply('polder_workspace_provider', config)
    const { plan, apply } = start()
    const fresh = { ...config, token: 'fresh' }
    expect((await plan('polder_workspace_provider', fresh)).said).to.equal('')
    expect((await apply('polder_workspace_provider', fresh)).state!.id).to.equal(lost.state!.id)
    const another = { ...fresh, token: null, token_version: null }
    expect((await start().plan('polder_workspace_provider', another)).said).to.include('already exists')
  })

  it('S2 an update that failed is planned again, though nothing was read between', async () => {
    const { apply, plan, client } = start()
    const permissions = [{ resource: 'workspace', action: 'read', scope: 'all' }]
    await api.create('custom_roles', { name: 'held', permissions })
    await api.create('custom_roles', { name: 'wanted', permissions })
    await api.create('users', { username: 'holder' })
    const made = await apply('polder_org_membership', { user: 'holder', roles: ['held'] })
    client.update = () => Promise.reject(new Error('it broke'))
    const failed = await apply('polder_org_membership', { user: 'holder', roles: ['wanted'] }, made)
    expect(failed.said).to.include('it broke')
    const next = await plan('polder_org_membership', { user: 'holder', roles: ['wanted'] }, failed)
    expect(next.values.roles).to.deep.equal(['wanted'])
  })

  it('S25 remembers the deployment and what references stand for, unseen', async () => {
    const { apply, client } = start()
    const made = await apply('polder_org_quota', { scope: 'organization', limits: { workspaces: 1 } })
    const [id] = await api.database.query<{ id: string }>(
      "select id from organization where name = 'default'",
    )
    expect(privateIn(made.private)).to.deep.equal({
      deployment: client.deployment(),
      created: true,
      references: { organization: [{ ...id, name: 'default' }], workspace_provider: [] },
    })
  })

  it('repeats nothing unseen that the state says, since core writes every object anew after each change', async () => {
    const { apply, read, import: imported, client } = start()
    const made = await apply('polder_user', { username: 'brief' })
    const renamed = await apply('polder_user', { username: 'briefer' }, made)
    for (const it of [made, renamed, await read('polder_user', renamed)])
      expect(privateIn(Buffer.from(it.private))).to.deep.equal({
        deployment: client.deployment(),
        created: true,
      })
    const found = await imported('polder_user', 'briefer')
    expect(privateIn(found.private)).to.deep.equal({ deployment: client.deployment(), imported: [] })
  })

  it('S25 moves no default of another deployment, and puts none back there', async () => {
    const { apply, plan } = start()
    const made = await apply('polder_deployment', { default_organization: 'default' })
    await api.create('organizations', { name: 'second' })
    const before = {
      ...made,
      private: privateMessage({ ...privateIn(made.private), deployment: 'dpl_other' }),
    }
    const moved = await plan('polder_deployment', { default_organization: 'second' }, before)
    expect(moved.said).to.include('The object is in another deployment')
    const deleted = await start().apply('polder_deployment', null, before)
    expect(deleted.said).to.include('The object is in another deployment')
    expect(deleted.state).to.deep.equal(made.state)
    expect((await start().apply('polder_deployment', null, made)).said).to.equal('')
  })

  it('S25 remembers the deployment when an answer does not name it', async () => {
    const { apply, read, client } = start()
    const made = await apply('polder_user', { username: 'remembered' })
    const deployment = client.deployment()
    client.deployment = () => undefined
    expect(privateIn((await read('polder_user', made)).private).deployment).to.equal(deployment)
  })

  it('S25 takes nothing for gone because another deployment does not have it', async () => {
    const { apply, read } = start()
    const made = await apply('polder_user', { username: 'elsewhere' })
    await api.request('DELETE', '/v1/users/elsewhere')
    const before = {
      ...made,
      private: privateMessage({ ...privateIn(made.private), deployment: 'dpl_other' }),
    }
    for (const { said, state } of [
      await read('polder_user', before),
      await start().apply('polder_user', null, before),
    ]) {
      expect(said).to.include('The object is in another deployment').and.include('dpl_other')
      expect(state).to.deep.equal(made.state)
    }
  })
})
