// The allowlist of a workspace provider is managed as one list or entry by entry, never both.
import { expect } from 'chai'
import { type Project, startProject } from '../support/project.ts'

const organizations = `
resource "polder_organization" "acme" { name = "acme" }
resource "polder_organization" "rand" { name = "rand" }
`
const provider = (allowed: string) => `
resource "polder_workspace_provider" "gpu" {
  name      = "gpu"
  namespace = "gpu"
  ${allowed}
}
`
const list = 'allowed_organizations = [polder_organization.acme.name]'
const entry = (by = 'polder_workspace_provider.gpu.name') => `
resource "polder_workspace_provider_allowlist_entry" "rand" {
  workspace_provider = ${by}
  organization       = polder_organization.rand.name
}
`

describe('TF-06 an allowlist', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  after(() => project?.stop())

  it('managed as a list and by entries in one new configuration is refused, naming the other form', async () => {
    const said = await project.refused(organizations + provider(list) + entry())
    expect(said).to.include('It is managed in two ways').and.include('sets `allowed_organizations`')
    expect(said).to.include('polder_workspace_provider').and.include('Attribute: workspace_provider')
  })

  it('that becomes a list beside entries is refused, whichever is planned first', async () => {
    await project.apply(organizations + provider('') + entry())
    expect(await project.refused(organizations + provider(list) + entry())).to.include(
      'It is managed in two ways',
    )
    expect(await project.refused(organizations + provider(list) + entry('"gpu"'))).to.include(
      'It is managed in two ways',
    )
  })

  it('becomes a list when the entries go in the same plan', async () => {
    await project.apply(organizations + provider(list))
    const { body } = await project.api.request('GET', '/v1/workspace_providers/gpu')
    expect(body.allowed_organizations).to.deep.equal(['acme'])
    expect(await project.plan(organizations + provider(list))).to.deep.equal([])
  })

  it('managed as a list by somebody else refuses entries at plan', async () => {
    const elsewhere = entry('"gpu"')
    await project.apply(organizations + provider(list))
    await project.terraform.run('state', 'rm', 'polder_workspace_provider.gpu')
    expect(await project.refused(organizations + elsewhere)).to.include(
      'on the server sets `allowed_organizations`',
    )
  })
})
