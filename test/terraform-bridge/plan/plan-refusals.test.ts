// How loudly a plan says that its apply would be refused, asked as core asks, with a real API behind.
import { expect } from 'chai'
import { type Entries, UNKNOWN } from '../../../terraform-bridge/protocol/value.ts'
import { type Api, startApi } from '../../support/api.ts'
import { startRpcs } from '../../support/terraform/rpcs.ts'

const permissions = [{ resource: 'workspace', action: 'read', scope: 'all' }]
const nothing = { state: null, private: Buffer.alloc(0) }

describe('S17 a plan whose apply would be refused', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    await api.create('users', { username: 'alice' })
    await api.create('users', { username: 'bob' })
    await api.create('organizations', { name: 'acme' })
  })
  after(() => api?.stop())
  const start = (organization: string | null = null) => startRpcs(api, organization)
  const strict = (organization: string | null = null) => {
    const rpcs = start(organization)
    rpcs.session.planRefusals = 'error'
    return rpcs
  }
  const member = (more: Entries) => ({ organization: 'acme', user: 'alice', ...more })

  it('TF-11 says so as a warning that names the object, with the sentence that apply will say', async () => {
    await api.create('org_memberships', { organization: 'acme', user: 'bob' })
    const config = member({ user: 'bob', roles: ['organization_manager'] })
    const planned = await start().plan('polder_org_membership', config)
    expect(planned.errors).to.equal(0)
    expect(planned.summaries).to.deep.equal(['Apply will fail: org_membership acme/bob'])
    const sentence = 'The org_membership `acme/bob` already exists.'
    expect(planned.said).to.include(sentence).and.include('terraform import <address> acme/bob')
    const applied = await start().apply('polder_org_membership', config)
    expect(applied.errors).to.equal(1)
    expect(applied.said).to.include(sentence)
  })

  it('TF-11 is refused in the same words where `plan_refusals` says so, and tells how to destroy', async () => {
    const config = { username: 'bob', name: 'Robert' }
    const said = (await start().plan('polder_user', config)).said
    const refused = await strict().plan('polder_user', config)
    expect(refused.errors).to.equal(1)
    expect(refused.said).to.include(said.split('\n')[0])
    expect(refused.said).to.include('terraform destroy -refresh=false')
  })

  describe('over a name that is not there', () => {
    const cases: [what: string, type: string, config: Entries, summary: string, meant?: string][] = [
      [
        'a role that is built in',
        'polder_org_membership',
        member({ roles: ['organization_manger'] }),
        'custom_role acme/organization_manger',
        'organization_manager',
      ],
      ['a user', 'polder_org_membership', member({ user: 'alcie' }), 'user alcie', 'alice'],
      [
        'an organization',
        'polder_org_membership',
        member({ organization: 'amce' }),
        'organization amce',
        'acme',
      ],
      ['what is like nothing', 'polder_org_membership', member({ user: 'zoe' }), 'user zoe'],
    ]
    for (const [what, type, config, summary, meant] of cases) {
      it(`warns of ${what}${meant ? ', with the nearest one that there is' : ''}`, async () => {
        const { errors, summaries, said } = await start().plan(type, config)
        expect(errors).to.equal(0)
        expect(summaries).to.deep.equal([`Not found yet: ${summary}`])
        if (meant) expect(said).to.include(`Did you mean \`${meant}\`?`)
        else expect(said).not.to.include('Did you mean')
        const applied = await start().apply(type, config)
        expect(said).to.include(applied.said.match(/The [a-z_]+ `[^`]+` does not exist[^.]*\./)![0])
      })
    }

    it('warns of a role of what is there already, and keeps it in its place', async () => {
      const { apply } = start()
      const made = await apply('polder_org_membership', member({}))
      const typed = member({ roles: ['organization_manger'] })
      const { errors, summaries, replace } = await start().plan('polder_org_membership', typed, made)
      expect([errors, replace]).to.deep.equal([0, []])
      expect(summaries).to.deep.equal(['Not found yet: custom_role acme/organization_manger'])
      await apply('polder_org_membership', null, made)
    })

    it('says which role a planned organization will not have', async () => {
      const { plan } = start()
      await plan('polder_organization', { name: 'soon' })
      await plan('polder_custom_role', { organization: 'soon', name: 'builder', permissions })
      const roles = ['builder', 'organization-admin']
      const config = { organization: 'soon', user: 'alice', roles }
      expect((await plan('polder_org_membership', config)).said).to.equal('')
      const typed = { ...config, user: 'bob', roles: ['bilder'] }
      const { summaries } = await plan('polder_org_membership', typed)
      expect(summaries).to.deep.equal(['Not found yet: custom_role soon/bilder'])
    })

    it('is silent about a role whose own organization is not known yet', async () => {
      const { plan } = start()
      await plan('polder_organization', { name: 'soon' })
      await plan('polder_custom_role', { organization: UNKNOWN, name: 'builder', permissions })
      const config = { organization: 'soon', user: 'alice', roles: ['builder'] }
      expect((await plan('polder_org_membership', config)).said).to.equal('')
    })

    it('S16 that the provider block says is told the same whatever was planned before', async () => {
      const quota = { scope: 'member', limits: { workspaces: 1 } }
      for (const open of [start, strict]) {
        const [before, after] = [open('al4'), open('al4')]
        await after.plan('polder_organization', { name: 'al4' })
        const said = await Promise.all(
          [before, after].map(async ({ plan }) => (await plan('polder_org_quota', quota)).said),
        )
        expect(said[0])
          .to.include('Not found yet: organization al4')
          .and.include('The provider block names the')
        expect(said[1]).to.equal(said[0])
      }
    })
  })

  describe('because it replaces an object', () => {
    const provider = { name: 'gpu', namespace: 'gpu' }

    before(() => api.create('workspace_providers', { name: 'beside', namespace: 'beside' }))

    it('is refused, for apply would destroy first', async () => {
      const { apply, plan } = start()
      const made = await apply('polder_workspace_provider', provider)
      const moved = await start().plan('polder_workspace_provider', { ...provider, namespace: 'new' }, made)
      expect([moved.said, moved.replace]).to.deep.equal(['', ['namespace']])
      const owned = { ...provider, namespace: 'beside' }
      for (const before of [made, { ...nothing, private: moved.private }]) {
        const refused = await start().plan('polder_workspace_provider', owned, before)
        expect(refused.errors).to.equal(1)
        expect(refused.said).to.include('belongs to the workspace provider `beside`')
        expect(refused.said).to.include('terraform destroy -refresh=false')
      }
      expect((await plan('polder_workspace_provider', null, made)).said).to.equal('')
      await apply('polder_workspace_provider', null, made)
    })

    it('S3 is refused when what it would refer to is not there', async () => {
      const { apply } = start()
      const made = await apply('polder_org_membership', member({}))
      const refused = await start().plan('polder_org_membership', member({ user: 'alcie' }), made)
      expect(refused.errors).to.equal(1)
      expect(refused.said).to.include('The user `alcie` does not exist. Did you mean `alice`?')
      await apply('polder_org_membership', null, made)
    })

    it('S16 stands not in its own way, when it is replaced by hand or tainted', async () => {
      const { apply } = start()
      const made = await apply('polder_workspace_provider', provider)
      const firstHalf = await start().plan('polder_workspace_provider', provider, made)
      const secondHalf = { ...nothing, private: firstHalf.private }
      expect((await start().plan('polder_workspace_provider', provider, secondHalf)).said).to.equal('')
      const changed = { ...provider, region: 'eu' }
      const [tainted, unread, owned] = [start(), start(), start()]
      for (const { read } of [tainted, owned]) await read('polder_workspace_provider', made)
      unread.upgrade('polder_workspace_provider', made)
      for (const { plan } of [tainted, unread])
        expect((await plan('polder_workspace_provider', changed)).said).to.equal('')
      const refused = await owned.plan('polder_workspace_provider', { ...changed, namespace: 'beside' })
      expect(refused.errors).to.equal(0)
      expect(refused.said).to.include('belongs to the workspace provider `beside`')
      await apply('polder_workspace_provider', null, made)
    })
  })

  it('S16 warns of a name that another object gives up, whichever of the two is planned first', async () => {
    const { apply } = start()
    const made = await apply('polder_user', { username: 'dora' })
    await api.request('PATCH', `/v1/users/${made.state!.id}`, { suspended: true })
    const [first, last, between] = [start(), start(), start()]
    await first.read('polder_user', made)
    await first.plan('polder_user', null, made)
    const said = await Promise.all(
      [first, last].map(async ({ plan }) => (await plan('polder_user', { username: 'dora' })).said),
    )
    // Until core plans the object that it has read, that one may as well be tainted.
    await between.read('polder_user', made)
    expect((await between.plan('polder_user', { username: 'dora' })).said).to.equal('')
    said.push((await between.plan('polder_user', null, made)).said)
    expect(said[2]).to.equal(said[1])
    expect(said[0]).to.include('Apply will fail: user dora').and.include('write a `moved` block')
    expect(said[0]).to.include('removes the obstacle, apply waits for that change')
    expect(said[1]).to.equal(said[0])
  })

  it('S16 is silent about what an object refers to while this plan changes that first', async () => {
    await api.create('organizations', { name: 'confined', allowed_regions: ['eu'] })
    const { apply } = start()
    const provider = { name: 'us', namespace: 'us', region: 'us' }
    const made = await apply('polder_workspace_provider', provider)
    const entry = { workspace_provider: 'us', organization: 'confined' }
    const type = 'polder_workspace_provider_allowlist_entry'
    const alone = await start().plan(type, entry)
    expect(alone.summaries).to.deep.equal([`Apply will fail: workspace_provider_allowlist_entry us/confined`])
    // Apply waits for nothing there, so that nothing of the kind is promised.
    expect(alone.said).not.to.include('removes the obstacle')
    const { plan } = start()
    await plan('polder_workspace_provider', { ...provider, region: 'eu' }, made)
    expect((await plan(type, entry)).said).to.equal('')
    await apply('polder_workspace_provider', null, made)
  })

  it('names the way over a third name when two objects swap theirs', async () => {
    const { apply } = start()
    const one = await apply('polder_user', { username: 'left' })
    await apply('polder_user', { username: 'right' })
    const { errors, said } = await start().plan('polder_user', { username: 'right' }, one)
    expect(errors).to.equal(0)
    expect(said).to.include('Apply will fail: user right').and.include('cannot swap `username` in one apply')
    const swapped = await start().apply('polder_user', { username: 'right' }, one)
    expect(swapped.errors).to.equal(1)
    expect(swapped.said).to.include('Give one object a third `username`')
  }).timeout(20_000)

  it('warns of the second block for one object, and refuses it at apply', async () => {
    // S16 What one process alone can know is no error, even where refusals are.
    for (const { plan } of [start(), strict()]) {
      expect((await plan('polder_user', { username: 'twin' })).said).to.equal('')
      const second = await plan('polder_user', { username: 'twin', name: 'Other' })
      expect([second.errors, second.summaries]).to.deep.equal([0, ['Apply will fail: user twin']])
      expect(second.said).to.include('Two resource blocks of this configuration')
    }

    const { apply } = start()
    const { state } = await apply('polder_user', { username: 'twin' })
    const refused = await apply('polder_user', { username: 'twin', name: 'Other' })
    expect(refused.errors).to.equal(1)
    expect(refused.said).to.include('Managed twice: user twin').and.include(`\`${state!.id}\``)
    expect(refused.said).to.include('created').and.include('terraform import <address> twin')
  })

  it('warns of a second block for the deployment, and refuses it at apply', async () => {
    const { plan } = start()
    expect((await plan('polder_deployment', {})).said).to.equal('')
    const second = await plan('polder_deployment', {})
    expect([second.errors, second.summaries]).to.deep.equal([0, ['Apply will fail: deployment']])
    const { apply } = start()
    const one = await apply('polder_deployment', {})
    const refused = await apply('polder_deployment', {})
    expect(refused.said).to.include('Managed twice: deployment')
    await apply('polder_deployment', null, one)
  })

  it('is an error when the API does not judge it at all', async () => {
    const { plan, client } = start()
    client.dryRun = () => Promise.reject(new Error('the line is dead'))
    const { errors, said } = await plan('polder_user', { username: 'unasked' })
    expect(errors).to.equal(1)
    expect(said).to.include('the line is dead')
  })
})
