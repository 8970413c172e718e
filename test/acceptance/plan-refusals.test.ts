// What the server would refuse, and no other change of the same plan can cure, is refused at plan.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/project.ts'

describe('TF-11 a plan', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  afterEach(async () => {
    await project.terraform.run('state', 'rm', '-lock=false', 'polder_workspace_provider.built_in')
    await project.clear()
  })
  after(() => project?.stop())

  const organization = (more = '') => `resource "polder_organization" "acme" {\n  name = "acme"\n${more}}\n`

  it('refuses a name that an object outside of this state has, and says how to import it', async () => {
    await project.api.request('POST', '/v1/users', { username: 'bob', name: 'Robert' })
    const said = await project.refused('resource "polder_user" "bob" { username = "bob" }')
    expect(said).to.include('terraform import <address> bob')
    expect(said).to.include('Attribute: username')
  })

  it('refuses a membership that exists, with its import command', async () => {
    await project.api.request('POST', '/v1/users', { username: 'carol' })
    await project.api.request('POST', '/v1/org_memberships', { organization: 'default', user: 'carol' })
    const said = await project.refused(
      'resource "polder_org_membership" "carol" {\n  user = "carol"\n  roles = ["organization_manager"]\n}',
    )
    expect(said).to.include('terraform import <address> default/carol')
  })

  it('allows a name that another object of the same plan gives up', async () => {
    const user = (label: string) => `resource "polder_user" "${label}" { username = "dora" }\n`
    await project.apply(user('one'))
    expect(await project.plan(user('two'))).to.deep.equal([
      'create polder_user.two',
      'delete polder_user.one',
    ])
  })

  it('refuses to destroy what is protected, until that is lifted and applied', async () => {
    await project.apply(organization('  deletion_protection = true\n'))
    const said = await project.refused('')
    expect(said).to.include('set it to false, apply, then destroy').and.include('`acme`')
    expect(flat((await project.terraform.destroy()).stderr)).to.include('It is protected from deletion')
    await project.apply(organization())
  })

  it('TF-13 refuses to destroy the built-in provider, and shows how to let go of it', async () => {
    const builtIn =
      'resource "polder_workspace_provider" "built_in" {\n  name = "built-in"\n  namespace = "polder"\n}\n'
    const { body } = await project.api.request('GET', '/v1/workspace_providers/built-in')
    const configuration = builtIn.replace('"polder"', `"${body.namespace}"`)
    await project.write(configuration)
    const imported = await project.terraform.import('polder_workspace_provider.built_in', 'built-in')
    expect(imported.status, imported.stderr).to.equal(0)
    expect(await project.refused(''))
      .to.include('It is built in')
      .and.include('destroy = false')
    const replaced = configuration.replace(`"${body.namespace}"`, '"elsewhere"')
    expect(await project.refused(replaced)).to.include('It is built in')
    const removed =
      'removed {\n  from = polder_workspace_provider.built_in\n  lifecycle { destroy = false }\n}\n'
    await project.apply(removed)
    expect((await project.api.request('GET', '/v1/workspace_providers/built-in')).status).to.equal(200)
  })

  it('refuses a second instance of the deployment', async () => {
    const said = await project.refused(
      'resource "polder_deployment" "one" {}\nresource "polder_deployment" "two" {}\n',
    )
    expect(said).to.include('It is managed twice')
  })

  it('refuses what the token may not do, with the sentence of the API', async () => {
    await project.api.request('POST', '/v1/users', { username: 'reader', site_roles: ['auditor'] })
    const { body } = await project.api.request('POST', '/v1/users/reader/tokens', {})
    const said = await project.refused(
      `provider "polder" { token = "${body.token}" }\nresource "polder_user" "eve" { username = "eve" }`,
    )
    expect(said).to.include('You may not do this')
  })

  it('refuses a namespace that another provider owns', async () => {
    await project.api.request('POST', '/v1/workspace_providers', { name: 'first', namespace: 'owned' })
    const said = await project.refused(
      'resource "polder_workspace_provider" "second" {\n  name = "second"\n  namespace = "owned"\n}',
    )
    expect(said).to.include('The namespace belongs to another provider').and.include('Attribute: namespace')
  })

  it('asks nothing of an API it has not reached, and says what to do when it must', async () => {
    const said = await project.refused(`provider "polder" { url = "http://127.0.0.1:1" }\n${organization()}`)
    expect(said).to.include('cannot be reached').and.include('set `url` of the provider block')
  })

  it('is refused when another deployment made its state, instead of creating everything anew', async () => {
    await project.apply(organization())
    const file = join(project.terraform.folder, 'terraform.tfstate')
    const state = JSON.parse(await readFile(file, 'utf8'))
    const [instance] = state.resources[0].instances
    const kept = JSON.parse(Buffer.from(instance.private, 'base64').toString())
    const elsewhere = Buffer.from(JSON.stringify({ ...kept, deployment: 'dpl_other' })).toString('base64')
    const text = JSON.stringify(state)
    await writeFile(file, text.replace(instance.private, elsewhere))
    const said = await project.refused(organization())
    await writeFile(file, text)
    expect(said).to.include('It is in another deployment').and.include('dpl_other')
  })
})
