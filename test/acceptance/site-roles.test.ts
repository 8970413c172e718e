// What site roles refuse, as Terraform shows it: the sentence of the API, on the attribute, and nothing changed.
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

describe('site roles in Terraform', function () {
  this.timeout(120_000)
  let project: Project
  let manager: string
  before(async () => {
    project = await startProject()
    await project.api.create('users', { username: 'manager', site_roles: ['site_manager'] })
    manager = (await project.api.create('api_tokens', { user: 'manager' })).token
  })
  after(() => project?.stop())

  const asManager = (configuration: string) => `provider "polder" { token = "${manager}" }\n${configuration}`
  const mole = (more = '') => `resource "polder_user" "mole" {\n  username = "mole"\n${more}}\n`
  const lifted = '  site_roles = ["site_admin"]\n'
  const refusedApply = async (configuration: string) => {
    await project.write(configuration)
    const { status, stdout, stderr } = await project.terraform.apply()
    expect(status, stdout).to.equal(1)
    return flat(stderr)
  }

  it('P12 a site manager applies users, and is told on `site_roles` who gives those', async () => {
    expect(await refusedApply(asManager(mole(lifted))))
      .to.include('Only site admins may grant or revoke site roles.')
      .and.include('site_roles')
    await project.apply(asManager(mole()))
    expect(await refusedApply(asManager(mole(lifted)))).to.include(
      'Only site admins may grant or revoke site roles.',
    )
    expect(await project.api.read('users/mole')).to.deep.include({ site_roles: [], generation: 1 })
    await project.clear()
  })

  it('P16 the last site admin is not demoted, and the diagnostic says what to do first', async () => {
    const admin = (roles: string) =>
      `resource "polder_user" "admin" {\n  username = "admin"\n  name = "Administrator"\n${roles}}\n`
    await project.write(admin(lifted))
    expect((await project.terraform.import('polder_user.admin', 'admin')).status).to.equal(0)
    expect(await refusedApply(admin('')))
      .to.include('The user is the last site admin')
      .and.include('Give another user the site role `site_admin` first.')
    await project.terraform.run('state', 'rm', '-lock=false', 'polder_user.admin')
  })
})
