// What is taken out of a configuration goes back to its default on the server.
import { expect } from 'chai'
import { type Project, startProject } from '../support/project.ts'
import { everyResource } from './every-resource.ts'

/** The same objects, with nothing but what is required. */
const bare = `
resource "polder_organization" "it" {
  name = "acme"
}
resource "polder_deployment" "it" {
}
resource "polder_user" "it" {
  username = "alice"
}
resource "polder_org_membership" "it" {
  organization = polder_organization.it.name
  user         = polder_user.it.username
}
resource "polder_custom_role" "it" {
  organization = polder_organization.it.id
  name         = "builder"
  permissions  = [{ resource = "workspace", action = "create", scope = "all" }]
}
resource "polder_org_quota" "it" {
  organization       = polder_organization.it.name
  scope              = "member"
  workspace_provider = polder_workspace_provider.it.name
  limits             = { memory = "2Gi" }
}
resource "polder_workspace_provider" "it" {
  name           = "gpu"
  namespace      = "gpu"
  namespace_mode = "per_organization"
}
resource "polder_workspace_provider_allowlist_entry" "it" {
  workspace_provider = polder_workspace_provider.it.name
  organization       = polder_organization.it.name
}
`

describe('an attribute taken out of the configuration', function () {
  this.timeout(120_000)
  let project: Project
  const read = async (path: string) => (await project.api.request('GET', `/v1/${path}`)).body
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
  })
  after(() => project?.stop())

  it('TF-02 is planned in place, and the plan after the apply is empty', async () => {
    expect(await project.plan(bare)).to.deep.equal([
      'update polder_custom_role.it',
      'update polder_org_membership.it',
      'update polder_org_quota.it',
      'update polder_organization.it',
      'update polder_user.it',
      'update polder_workspace_provider.it',
    ])
    await project.apply(bare)
    expect(await project.plan(bare)).to.deep.equal([])
  })

  it('TF-02 is back at its default on the server', async () => {
    expect(await read('organizations/acme')).to.include({
      display_name: 'acme',
      description: '',
      icon: null,
      allowed_regions: null,
    })
    expect((await read('organizations/acme')).labels).to.deep.equal({})
    expect(await read('users/alice')).to.include({ email: null, name: 'alice', service_account: false })
    expect((await read('users/alice')).site_roles).to.deep.equal([])
    expect((await read('org_memberships/acme/alice')).roles).to.deep.equal([])
    expect(await read('custom_roles/acme/builder')).to.include({ display_name: 'builder', description: '' })
    expect((await read('org_quotas/acme/member/gpu')).limits).to.include({ memory: '2048Mi' })
    expect((await read('org_quotas/acme/member/gpu')).limits.cpu ?? null).to.equal(null)
    const provider = await read('workspace_providers/gpu')
    expect(provider).to.include({
      display_name: 'gpu',
      region: null,
      gpu_resource: 'nvidia.com/gpu',
      storage_class: null,
      cordon_reason: null,
    })
    expect(provider.labels).to.deep.equal({})
    expect(provider.node_selector).to.deep.equal({})
    expect(provider.tolerations).to.deep.equal([])
  })

  it('S19 keeps what is only managed when it is set', async () => {
    expect(await read('deployments/deployment')).to.include({ default_organization: 'acme' })
  })

  it('lets a display name follow a later rename of its object', async () => {
    await project.apply(bare.replace('name = "acme"', 'name = "acme-two"'))
    expect(await read('organizations/acme-two')).to.include({ display_name: 'acme-two' })
  })

  it('keeps a display name that is set to the old name through a rename', async () => {
    const named = bare.replace('name = "acme"', 'name = "acme-two"\n  display_name = "acme-two"')
    await project.apply(named)
    const renamed = named.replace('name = "acme-two"', 'name = "acme-three"')
    await project.apply(renamed)
    expect(await read('organizations/acme-three')).to.include({ display_name: 'acme-two' })
    expect(await project.plan(renamed)).to.deep.equal([])
  })
})
