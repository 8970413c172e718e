// What a plan promises, asked as core asks, with a real API behind.
import { expect } from 'chai'
import { type Entries, UNKNOWN, Unknown } from '../../../terraform-bridge/protocol/value.ts'
import { type Api, startApi } from '../../support/api.ts'
import { countingProxy } from '../../support/counting-proxy.ts'
import { startRpcs } from '../../support/terraform/rpcs.ts'

const permissions = [{ resource: 'workspace', action: 'read', scope: 'all' }]

describe('PlanResourceChange', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api?.stop())
  const start = () => startRpcs(api)

  it('S20 keeps the prior spelling of a quantity that is equal by value, also beside one that changes', async () => {
    const { apply, plan } = start()
    const quota = { scope: 'member', limits: { cpu: '1000m', memory: '1Gi' } }
    const made = await apply('polder_org_quota', quota)
    expect(made.said).to.equal('')
    const equal = await plan(
      'polder_org_quota',
      { scope: 'member', limits: { cpu: '1', memory: '1024Mi' } },
      made,
    )
    expect(equal.values).to.deep.equal(made.state)
    const other = await plan(
      'polder_org_quota',
      { scope: 'member', limits: { cpu: '1', memory: '3Gi' } },
      made,
    )
    expect(other.values.limits).to.include({ cpu: '1000m', memory: '3Gi' })
    expect((await apply('polder_org_quota', null, made)).state).to.equal(null)
  })

  it('S20 keeps the prior spelling of an e-mail address that differs in case, and reading keeps it too', async () => {
    const { apply, plan, read } = start()
    const made = await apply('polder_user', { username: 'ann', email: 'Ann@Example.com' })
    expect(made.state!.email).to.equal('Ann@Example.com')
    const planned = await plan('polder_user', { username: 'ann', email: 'ann@example.COM' }, made)
    expect(planned.values).to.deep.equal(made.state)
    expect((await read('polder_user', made)).state).to.deep.equal(made.state)
  })

  it('plans an id as unknown, but not null and with its prefix', async () => {
    const { values } = await start().plan('polder_user', { username: 'new' })
    expect((values.id as Unknown).refinements).to.deep.equal({ notNull: true, prefix: 'usr_' })
  })

  it('S3 an immutable reference that is not known yet replaces', async () => {
    const { apply, plan } = start()
    const made = await apply('polder_custom_role', { organization: 'default', name: 'one', permissions })
    const config = { organization: UNKNOWN, name: 'one', permissions }
    expect((await plan('polder_custom_role', config, made)).replace).to.deep.equal(['organization'])
  })

  it('S16 a reference to what is planned in the same run is no error, whoever has the name by then', async () => {
    const { plan } = start()
    const config = { organization: 'soon', name: 'one', permissions }
    expect((await plan('polder_custom_role', config)).said).to.include(
      'The organization `soon` does not exist',
    )
    const other = start()
    await other.plan('polder_organization', { name: 'soon' })
    expect((await other.plan('polder_custom_role', config)).said).to.equal('')
  })

  it('S16 a tainted parent, planned anew under its old name, takes its child along', async () => {
    const { apply } = start()
    const parent = await apply('polder_organization', { name: 'tainted' })
    const role = { organization: 'tainted', name: 'one', permissions }
    const child = await apply('polder_custom_role', role)

    // Core shows the old object only by upgrading its state, and then asks for a new one.
    const next = start()
    next.upgrade('polder_organization', parent)
    expect((await next.plan('polder_organization', { name: 'tainted' })).said).to.equal('')
    expect((await next.plan('polder_custom_role', role, child)).replace).to.deep.equal(['id'])
  })

  it('TF-10 a list that is not known yet may be null, and rivals no entry', async () => {
    const { apply } = start()
    const provider = { name: 'listed', namespace: 'listed' }
    const made = await apply('polder_workspace_provider', provider)
    const unknown = start()
    await unknown.plan('polder_workspace_provider', { ...provider, allowed_organizations: UNKNOWN }, made)
    const entry = { workspace_provider: 'listed', organization: 'default' }
    expect((await unknown.plan('polder_workspace_provider_allowlist_entry', entry)).said).to.equal('')
    const partly = { ...provider, allowed_organizations: [UNKNOWN] }
    expect((await unknown.plan('polder_workspace_provider', partly, made)).summaries).to.deep.equal([
      'Managed in two ways: workspace_provider listed',
    ])
    await apply('polder_workspace_provider', null, made)
  })

  it('TF-10 plans what is unknown deep inside a value, beside what is known', async () => {
    const { plan } = start()
    const limits = { cpu: UNKNOWN, memory: '1Gi' }
    const quota = await plan('polder_org_quota', { scope: 'member', limits })
    expect(quota.said).to.equal('')
    expect(quota.values.limits).to.deep.include({ memory: '1Gi', gpu: null })
    expect((quota.values.limits as Entries).cpu).to.be.instanceOf(Unknown)
    const role = { name: 'deep', permissions: [{ resource: UNKNOWN, action: 'read', scope: 'all' }] }
    expect((await plan('polder_custom_role', role)).said).to.equal('')
    expect((await plan('polder_custom_role', { name: 'deeper', permissions: UNKNOWN })).said).to.equal('')
    const provider = { name: 'deep', namespace: 'deep', cluster: { server: UNKNOWN }, token: UNKNOWN }
    expect((await plan('polder_workspace_provider', provider)).said).to.equal('')
    const member = { user: UNKNOWN, roles: ['organization_manager', UNKNOWN] }
    expect((await plan('polder_org_membership', member)).said).to.equal('')
  })

  it('S18 asks the server nothing while a value is unknown, and nothing more once it writes', async () => {
    const { plan, session } = start()
    await api.create('users', { username: 'taken' })
    const taken = { username: 'taken', name: 'other' }
    expect((await start().plan('polder_user', { ...taken, name: UNKNOWN })).said).to.equal('')
    expect((await plan('polder_user', taken)).said).to.include('terraform import <address> taken')
    session.applying = true
    expect((await plan('polder_user', taken)).said).to.equal('')
  })

  it('S18 asks the server for nothing that a create refers to once it writes, for the create asks itself', async () => {
    await api.create('users', { username: 'named' })
    const proxy = await countingProxy(api.url)
    const { apply, session } = startRpcs({ url: proxy.url, token: api.token })
    session.applying = true
    const { said, state } = await apply('polder_org_membership', {
      organization: 'default',
      user: 'named',
      roles: [],
    })
    expect(said).to.equal('')
    expect(state).to.include({ organization: 'default', user: 'named' })
    expect(proxy.take()).to.deep.equal(['POST /v1/org_memberships'])
    await proxy.stop()
  })

  it('plans without a server while the provider block is not known yet', async () => {
    const { plan, session } = start()
    session.connection = undefined
    const { said, values } = await plan('polder_custom_role', { name: 'one', permissions })
    expect(said).to.equal('')
    expect(values.organization).to.be.instanceOf(Unknown)
  })
})
