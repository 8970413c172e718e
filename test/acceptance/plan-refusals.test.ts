// What the server would refuse is told at plan, and stands in no way of a destroy.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'
import { startTerraform } from '../support/terraform/terraform.ts'

const strict = 'provider "polder" { plan_refusals = "error" }\n'
const organization = (more = '') => `resource "polder_organization" "acme" {\n  name = "acme"\n${more}}\n`
const user = 'resource "polder_user" "ada" { username = "ada" }\n'
const provider = (more: string) =>
  `resource "polder_workspace_provider" "gpu" {\n  name = "gpu"\n  namespace = "gpu"\n  ${more}\n}\n`
const entry = `
resource "polder_workspace_provider_allowlist_entry" "acme" {
  workspace_provider = polder_workspace_provider.gpu.name
  organization       = polder_organization.acme.name
}
`
const membership = (roles: string) => `
resource "polder_org_membership" "ada" {
  organization = polder_organization.acme.name
  user         = polder_user.ada.username
  roles        = ${roles}
}
`

describe('TF-11 a plan', function () {
  this.timeout(180_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  afterEach(async () => {
    await project.terraform.run('state', 'rm', '-lock=false', 'polder_workspace_provider.built_in')
    await project.clear()
  })
  after(() => project?.stop())

  const summaries = async (configuration: string, ...args: string[]) => {
    const { status, diagnostics } = await project.diagnosed(configuration, ...args)
    return { status, said: diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`) }
  }

  const halfApplied: [
    what: string,
    stack: string,
    summary: string,
    words: string,
    /** Before anything is there. */
    first: string | undefined,
  ][] = [
    [
      'a role that is misspelled',
      organization() + user + membership('["organization_manger"]'),
      'Not found yet: custom_role acme/organization_manger',
      'The custom_role `organization_manger` does not exist in this organization.',
      'Not found yet: custom_role acme/organization_manger',
    ],
    [
      'a region that is not allowed',
      organization('  allowed_regions = ["eu"]\n') + provider('region = "us"') + entry,
      'Apply will fail: workspace_provider_allowlist_entry gpu/acme',
      'The workspace provider `gpu` has region `us`, and the organization `acme` allows eu only.',
      // Before the organization and the provider are there, nobody can be asked about the two.
      undefined,
    ],
    [
      'a list with authority beside an entry',
      organization() + provider('allowed_organizations = ["default"]') + entry,
      'Apply will fail: workspace_provider_allowlist_entry gpu/acme',
      '`allowed_organizations` of the workspace provider `gpu` decides its allowlist',
      'Managed in two ways: workspace_provider gpu',
    ],
  ]
  for (const [what, stack, summary, words, first] of halfApplied) {
    it(`S17 warns of ${what}, apply refuses it, and what was applied by half is destroyed`, async () => {
      const said = first === undefined ? [] : [`warning: ${first}`]
      expect(await summaries(stack)).to.deep.equal({ status: 2, said })
      await project.write(stack)
      const applied = await project.terraform.apply()
      expect(applied.status, applied.stdout).to.equal(1)
      const again = await project.diagnosed(stack)
      expect([again.status, again.diagnostics[0]?.summary]).to.deep.equal([2, summary])
      expect(flat(applied.stderr)).to.include(words)
      expect(again.diagnostics[0]!.detail).to.include(words)

      const gated = await project.diagnosed(strict + stack)
      expect(gated.status).to.equal(1)
      expect(gated.diagnostics[0]!.detail).to.include(again.diagnostics[0]!.detail.split('\n')[0])
      expect(gated.diagnostics[0]!.detail).to.include('terraform destroy -refresh=false')

      await project.write(stack)
      const destroyed = await project.terraform.destroy()
      expect(destroyed.status, destroyed.stderr).to.equal(0)
      expect((await project.terraform.state()).values).to.equal(undefined)
    })
  }

  it('S16 says nothing about what the configuration makes first, and is green where refusals are errors', async () => {
    const role = `
resource "polder_custom_role" "builder" {
  organization = polder_organization.acme.name
  name         = "builder"
  permissions  = [{ resource = "workspace", action = "read", scope = "all" }]
}
`
    const roles = '[polder_custom_role.builder.name, "organization_manager"]'
    const stack = organization() + user + role + membership(roles) + provider('region = "eu"') + entry
    for (const parallelism of ['1', '10']) {
      const { status, diagnostics } = await project.diagnosed(strict + stack, `-parallelism=${parallelism}`)
      expect([status, diagnostics]).to.deep.equal([2, []])
    }
  })

  it('asks before it replaces, and destroys nothing when what comes after would be refused', async () => {
    const { id } = await project.api.create('workspace_providers', { name: 'first', namespace: 'owned' })
    await project.apply(provider(''))
    const moved = (namespace: string) => provider('').replace('= "gpu"\n  \n', `= "${namespace}"\n`)
    expect(await project.plan(moved('free'))).to.deep.equal(['delete create polder_workspace_provider.gpu'])
    const said = await project.refused(moved('owned'))
    expect(said).to.include('belongs to the workspace provider `first`').and.include('Attribute: namespace')
    expect(said).to.include('apply would destroy the old object first').and.include('-refresh=false')
    const applied = await project.terraform.apply()
    expect(applied.status).to.equal(1)
    expect((await project.api.read('workspace_providers/gpu')).namespace).to.equal('gpu')
    const destroyed = await project.terraform.destroy('-refresh=false')
    expect(destroyed.status, destroyed.stderr).to.equal(0)
    await project.api.request('DELETE', `/v1/workspace_providers/${id}`)
  })

  it('allows to replace what was tainted, in its own place', async () => {
    await project.apply(provider(''))
    await project.terraform.run('taint', 'polder_workspace_provider.gpu')
    const { status, diagnostics } = await project.diagnosed(strict + provider('region = "eu"'))
    expect([status, diagnostics]).to.deep.equal([2, []])
    await project.apply(strict + provider('region = "eu"'))
  })

  it('warns of a name that an object outside of this state has, and says how to import it', async () => {
    await project.api.create('users', { username: 'bob', name: 'Robert' })
    const { status, diagnostics } = await project.diagnosed(
      'resource "polder_user" "bob" { username = "bob" }',
    )
    expect([status, diagnostics[0]?.summary]).to.deep.equal([2, 'Apply will fail: user bob'])
    expect(diagnostics[0]?.detail).to.include('terraform import <address> bob')
    expect(diagnostics[0]?.detail).to.include('Attribute: username')
  })

  it('warns of a membership that exists, with its import command', async () => {
    await project.api.create('users', { username: 'carol' })
    await project.api.create('org_memberships', { organization: 'default', user: 'carol' })
    const { status, diagnostics } = await project.diagnosed(
      'resource "polder_org_membership" "carol" {\n  user = "carol"\n  roles = ["organization_manager"]\n}',
    )
    expect(status).to.equal(2)
    expect(diagnostics[0]?.detail).to.include('terraform import <address> default/carol')
  })

  it('S16 warns of a name that another object of the same plan gives up, which apply then waits for', async () => {
    const block = (label: string) => `resource "polder_user" "${label}" { username = "dora" }\n`
    await project.apply(block('one'))
    // A create that was lost would find its object again, but nothing that has been read since was lost.
    await project.plan(block('one'))
    for (const parallelism of ['1', '10']) {
      expect(await summaries(block('two'), `-parallelism=${parallelism}`)).to.deep.equal({
        status: 2,
        said: ['warning: Apply will fail: user dora'],
      })
    }
    await project.apply(block('two'))
  })

  it('warns of two blocks for one object, and apply names what the first has made', async () => {
    const two = `resource "polder_user" "twin" {\n  count = 2\n  username = "twin"\n  name = "Twin $\{count.index}"\n}\n`
    expect(await summaries(two)).to.deep.equal({
      status: 2,
      said: ['warning: Apply will fail: user twin'],
    })
    const applied = await project.terraform.apply()
    expect(applied.status).to.equal(1)
    const { id } = await project.api.read('users/twin')
    expect(flat(applied.stderr)).to.include('Managed twice: user twin').and.include(`\`${id}\``)
  })

  it('names the way over a third name when two objects swap theirs, and that way works', async () => {
    const users = (one: string, two: string) =>
      `resource "polder_user" "one" { username = "${one}" }\nresource "polder_user" "two" { username = "${two}" }\n`
    await project.apply(users('left', 'right'))
    const swapped = users('right', 'left')
    const { status, diagnostics } = await project.diagnosed(swapped)
    expect(status).to.equal(2)
    expect(diagnostics.map(({ summary }) => summary)).to.deep.equal([
      'Apply will fail: user left',
      'Apply will fail: user right',
    ])
    const refused = await project.terraform.apply()
    expect(refused.status).to.equal(1)
    expect(flat(refused.stderr)).to.include('Give one object a third `username` and apply')
    await project.apply(users('between', 'right'))
    await project.apply(users('between', 'left'))
    await project.apply(swapped)
    expect(await project.plan(swapped)).to.deep.equal([])
  })

  it('refuses to destroy what is protected, until that is lifted and applied', async () => {
    await project.apply(organization('  deletion_protection = true\n'))
    const said = await project.refused('')
    expect(said).to.include('to false, apply, then destroy').and.include('`acme`')
    expect(flat((await project.terraform.destroy()).stderr)).to.include(
      'Protected from deletion: organization acme',
    )
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
      .to.include('Built in: workspace_provider built-in')
      .and.include('destroy = false')
    const replaced = configuration.replace(`"${body.namespace}"`, '"elsewhere"')
    expect(await project.refused(replaced)).to.include('Built in: workspace_provider built-in')
    const removed =
      'removed {\n  from = polder_workspace_provider.built_in\n  lifecycle { destroy = false }\n}\n'
    await project.apply(removed)
    expect((await project.api.request('GET', '/v1/workspace_providers/built-in')).status).to.equal(200)
  })

  it('warns of a second instance of the deployment, and apply refuses it', async () => {
    const two = 'resource "polder_deployment" "one" {}\nresource "polder_deployment" "two" {}\n'
    expect(await summaries(two)).to.deep.equal({
      status: 2,
      said: ['warning: Apply will fail: deployment'],
    })
    const { status, stderr } = await project.terraform.apply()
    expect(status).to.equal(1)
    expect(flat(stderr)).to.include('Managed twice: deployment')
  })

  it('warns of what the token may not do, with the sentence of the API', async () => {
    await project.api.create('users', { username: 'reader', site_roles: ['auditor'] })
    const { token } = await project.api.create('api_tokens', { user: 'reader' })
    const { status, diagnostics } = await project.diagnosed(
      `provider "polder" { token = "${token}" }\nresource "polder_user" "eve" { username = "eve" }`,
    )
    expect([status, diagnostics[0]?.summary]).to.deep.equal([2, 'Apply will fail: user eve'])
    expect(diagnostics[0]?.detail).to.include('only site admins and site managers may')
  })

  it('takes `plan_refusals` from the environment too, and refuses what it does not know', async () => {
    await project.write('resource "polder_user" "admin" { username = "admin" }')
    const plan = async (value: string) => {
      const env = { ...project.settings, POLDER_PLAN_REFUSALS: value }
      const terraform = await startTerraform({ directory: project.terraform.folder, env })
      const { status, stderr } = await terraform.plan()
      return { status, said: flat(stderr) }
    }
    expect((await plan('warning')).status).to.equal(2)
    const gated = await plan('error')
    expect(gated.status).to.equal(1)
    expect(gated.said).to.include('Apply will fail: user admin')
    expect((await plan('loud')).said).to.include('is `loud`. Give `warning` or `error`')
    await project.write(strict.replace('error', 'loud') + user)
    const { status, stderr } = await project.terraform.run('validate')
    expect(status).to.equal(1)
    expect(flat(stderr)).to.include('is `loud`. Give `warning` or `error`')
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
    expect(said).to.include('The object is in another deployment').and.include('dpl_other')
  })
})
