// References in Terraform stand for objects, whatever they are called.
import { expect } from 'chai'
import { type Project, startProject } from '../support/terraform/project.ts'

const team = (name: string, by: string) => `
resource "polder_organization" "team" {
  name = "${name}"
}
resource "polder_user" "alice" {
  username = "alice"
}
resource "polder_custom_role" "builder" {
  organization = ${by}
  name         = "builder"
  permissions  = [{ resource = "workspace", action = "read", scope = "all" }]
}
resource "polder_org_membership" "alice" {
  organization = ${by}
  user         = polder_user.alice.username
  roles        = [polder_custom_role.builder.name, "organization_manager"]
}
`
const byName = 'polder_organization.team.name'
const byId = 'polder_organization.team.id'

describe('a reference', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  afterEach(() => project.clear())
  after(() => project?.stop())

  it('by name or by id is the same reference: respelling it plans nothing', async () => {
    await project.apply(team('acme', byName))
    expect(await project.plan(team('acme', byId))).to.deep.equal([])
    const other = team('acme', byName).replace('"organization_manager"', '"organization-admin"')
    expect(await project.plan(other)).to.deep.equal([])
  })

  it('follows a rename of its parent in place, and the next plan is empty', async () => {
    await project.apply(team('acme', byName))
    const before = await project.terraform.state()
    expect(await project.plan(team('acme-two', byName))).to.deep.equal([
      'update polder_custom_role.builder',
      'update polder_org_membership.alice',
      'update polder_organization.team',
    ])
    await project.apply(team('acme-two', byName))
    expect(await project.plan(team('acme-two', byName))).to.deep.equal([])
    const ids = (state: { values: { root_module: { resources: { values: { id: string } }[] } } }) =>
      state.values.root_module.resources.map(({ values }) => values.id)
    expect(ids(await project.terraform.state())).to.deep.equal(ids(before))
  })

  it('follows a rename that somebody else made', async () => {
    await project.apply(team('acme', byName))
    const { body: acme } = await project.api.request('GET', '/v1/organizations/acme')
    const { body } = await project.api.request('PATCH', `/v1/organizations/${acme.id}`, { name: 'other' })
    expect(body.name).to.equal('other')
    expect(await project.plan(team('other', byName))).to.deep.equal([])
    expect(await project.plan(team('acme', byId))).to.deep.equal(['update polder_organization.team'])
  })

  it('to another object replaces what cannot move', async () => {
    await project.apply(`${team('acme', byName)}resource "polder_organization" "other" { name = "other" }`)
    const moved = team('acme', byName).replace(
      /(membership" "alice" \{\n\s+organization = )\S+/,
      '$1polder_organization.other.name',
    )
    const without = moved.replace('polder_custom_role.builder.name, ', '')
    expect(
      await project.plan(`${without}resource "polder_organization" "other" { name = "other" }`),
    ).to.deep.equal(['delete create polder_org_membership.alice'])
  })

  it('S16 to a parent that is replaced under the same name replaces the child too', async () => {
    const pool = (namespace: string) => `
resource "polder_workspace_provider" "gpu" {
  name      = "gpu"
  namespace = "${namespace}"
}
resource "polder_organization" "team" {
  name = "acme"
}
resource "polder_workspace_provider_allowlist_entry" "team" {
  workspace_provider = polder_workspace_provider.gpu.name
  organization       = polder_organization.team.name
}
`
    await project.apply(pool('first'))
    expect(await project.plan(pool('second'))).to.deep.equal([
      'delete create polder_workspace_provider.gpu',
      'delete create polder_workspace_provider_allowlist_entry.team',
    ])
    await project.apply(pool('second'))
    expect(await project.plan(pool('second'))).to.deep.equal([])
  })

  it('S16 to a role that is replaced under the same name is written again in place', async () => {
    await project.apply(team('acme', byName))
    const replace = '-replace=polder_custom_role.builder'
    expect(await project.plan(team('acme', byName), replace)).to.deep.equal([
      'delete create polder_custom_role.builder',
      'update polder_org_membership.alice',
    ])
    await project.apply(team('acme', byName), replace)
    const { body } = await project.api.request('GET', '/v1/org_memberships/acme/alice')
    expect(body.roles).to.have.members(['builder', 'organization_manager'])
    expect(await project.plan(team('acme', byName))).to.deep.equal([])
  })

  it('S3 to nothing, where it cannot move, is refused at plan, for apply would destroy first', async () => {
    await project.apply(team('acme', byName))
    const said = await project.refused(team('acme', byName).replace(/user {9}= \S+/, 'user = "nobody"'))
    expect(said).to.include('The user `nobody` does not exist').and.include('Attribute: user')
  })

  it('S4 BP-06 an omitted organization is the default one, shown at plan, and stays when the default moves', async () => {
    const quota =
      'resource "polder_org_quota" "all" {\n  scope = "member"\n  limits = { workspaces = 3 }\n}\n'
    await project.write(quota)
    await project.terraform.plan()
    expect((await project.terraform.planned()).resource_changes[0].change.after.organization).to.equal(
      'default',
    )
    await project.apply(quota)
    const moved = `${quota}
resource "polder_organization" "main" { name = "main" }
resource "polder_deployment" "this" { default_organization = polder_organization.main.name }
`
    await project.apply(moved)
    expect(await project.plan(moved)).to.deep.equal([])
    const { body } = await project.api.request('GET', '/v1/deployments/deployment')
    expect(body.default_organization).to.equal('main')
  })

  it('S4 an omitted organization is that of the provider block', async () => {
    await project.apply('resource "polder_organization" "acme" { name = "acme" }')
    const configuration = `
provider "polder" { organization = "acme" }
resource "polder_organization" "acme" { name = "acme" }
resource "polder_org_quota" "all" {
  scope = "member"
  limits = { workspaces = 3 }
}`
    await project.apply(configuration)
    const { body } = await project.api.request('GET', '/v1/org_quotas?organization=acme')
    expect(body.items).to.have.length(1)
    expect(await project.plan(configuration)).to.deep.equal([])
  })
})
