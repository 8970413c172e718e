// A display name that follows the name: the server says what it is, and a plan shows no copy of the name.
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

const named = (name: string, more = '') => `
variable "n" {
  sensitive = true
  default   = "${name}"
}
resource "polder_organization" "it" {
  name = var.n
  ${more}
}
resource "polder_custom_role" "it" {
  organization = polder_organization.it.id
  name         = var.n
  permissions  = []
}
resource "polder_workspace_provider" "it" {
  name      = var.n
  namespace = "following"
}
resource "polder_user" "it" {
  username = var.n
}
`

describe('a display name that is omitted', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  after(() => project?.stop())

  type Change = { after: Record<string, string>; after_unknown: Record<string, boolean> }
  /** What a plan shows: its text, and what becomes of each display name. */
  const shown = async (configuration: string) => {
    await project.write(configuration)
    const { status, stdout, stderr } = await project.terraform.plan()
    expect(status, stderr).to.equal(2)
    const all: { type: string; change: Change }[] = (await project.terraform.planned()).resource_changes
    const names = all.map(({ type, change: { after, after_unknown } }) => {
      const name = type === 'polder_user' ? 'name' : 'display_name'
      return after_unknown[name] ? 'unknown' : after[name]
    })
    return { stdout, names }
  }
  const displayed = async () => {
    const names = ['organizations', 'workspace_providers', 'custom_roles', 'users'].map(async (plural) => {
      const { items } = await project.api.read(plural)
      return items.map((it: { name: string; display_name?: string }) => it.display_name ?? it.name).join()
    })
    return Promise.all(names)
  }
  const unknown = ['unknown', 'unknown', 'unknown', 'unknown']

  it('S19 shows nothing of a sensitive name in a plan that creates, and the server says it afterwards', async () => {
    const { stdout, names } = await shown(named('hush-one'))
    expect(stdout).not.to.include('hush')
    expect(names).to.deep.equal(unknown)
    await project.apply(named('hush-one'))
    expect(await displayed()).to.deep.equal([
      'default,hush-one',
      'built-in,hush-one',
      'hush-one',
      'Administrator,hush-one',
    ])
    expect(await project.plan(named('hush-one'))).to.deep.equal([])
  })

  it('S19 TF-04 shows nothing of the new name in a plan that renames, and follows it', async () => {
    const { stdout, names } = await shown(named('hush-two'))
    expect(stdout).not.to.include('hush-two')
    expect(names).to.deep.equal(unknown)
    await project.apply(named('hush-two'))
    expect((await displayed()).join()).to.match(/^([^,]+,)?hush-two,[^,]+,hush-two,hush-two,[^,]+,hush-two$/)
    expect(await project.plan(named('hush-two'))).to.deep.equal([])
  })

  it('TF-02 follows a rename also where it was once set to the old name', async () => {
    await project.apply(named('hush-two', 'display_name = "hush-two"'))
    expect(await project.plan(named('hush-two'))).to.deep.equal([])
    await project.apply(named('hush-three'))
    expect(await project.api.read('organizations/hush-three')).to.include({ display_name: 'hush-three' })
    expect(await project.plan(named('hush-three'))).to.deep.equal([])
  })

  it('TF-02 keeps the old name through a rename where it is set to it, though it followed until then', async () => {
    await project.apply(named('hush-four'))
    const set = (name: string) => named(name, 'display_name = "hush-four"')
    expect(await project.plan(set('hush-four'))).to.deep.equal([])
    await project.apply(set('hush-five'))
    expect(await project.api.read('organizations/hush-five')).to.include({ display_name: 'hush-four' })
    expect(await project.plan(set('hush-five'))).to.deep.equal([])
  })

  it('TF-11 is no reason not to ask the server at plan', async () => {
    await project.api.create('users', { username: 'there', name: 'Somebody' })
    await project.write('resource "polder_user" "there" { username = "there" }')
    const { stdout, stderr } = await project.terraform.plan()
    expect(flat(stdout + stderr)).to.include('terraform import <address> there')
  })
})
