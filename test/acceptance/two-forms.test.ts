// The allowlist of a workspace provider is managed as one list or entry by entry, never both.
import { expect } from 'chai'
import type { Body } from '../support/api.ts'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

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
const listed = 'allowed_organizations = [polder_organization.acme.name]'
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

  const twoWays = (configuration: string) =>
    project.diagnosed(configuration).then(({ status, diagnostics }) => ({ status, all: diagnostics }))

  it('managed as a list and by entries in one new configuration is warned of, naming the other form', async () => {
    const { status, all } = await twoWays(organizations + provider(listed) + entry())
    expect([status, all.length]).to.deep.equal([2, 1])
    expect(all[0]).to.include({
      severity: 'warning',
      summary: 'Managed in two ways: workspace_provider gpu',
      address: 'polder_workspace_provider_allowlist_entry.rand',
    })
    expect(all[0]!.detail).to.include('sets `allowed_organizations`').and.include('polder_workspace_provider')
    expect(all[0]!.detail).to.include('Attribute: workspace_provider')
  })

  it('that becomes a list beside entries is warned of, whichever is planned first', async () => {
    await project.apply(organizations + provider('') + entry())
    for (const by of [undefined, '"gpu"']) {
      const { status, all } = await twoWays(organizations + provider(listed) + entry(by))
      expect(status).to.equal(2)
      expect(all.map(({ summary }) => summary)).to.deep.equal(['Managed in two ways: workspace_provider gpu'])
    }
  })

  it('becomes a list when the entries go in the same plan', async () => {
    await project.apply(organizations + provider(listed))
    const { body } = await project.api.request('GET', '/v1/workspace_providers/gpu')
    expect(body.allowed_organizations).to.deep.equal(['acme'])
    expect(await project.plan(organizations + provider(listed))).to.deep.equal([])
  })

  const allowed = async () => {
    const { items } = await project.api.read('workspace_provider_allowlist_entries?workspace_provider=gpu')
    return items.map((it: { organization: string }) => it.organization)
  }
  const list = async () => (await project.api.read('workspace_providers/gpu')).allowed_organizations

  for (const [how, by] of [
    ['that refer to it', undefined],
    ['that only name it', '"gpu"'],
  ] as const) {
    it(`given up for entries ${how} in the same apply keeps everyone, and back again`, async () => {
      const both =
        'allowed_organizations = [for it in [polder_organization.acme, polder_organization.rand] : it.id]'
      const entries = organizations + provider('') + entry(by) + entry(by).replaceAll('rand', 'acme')
      await project.apply(organizations + provider(both))
      const before = await project.api.read('workspace_provider_allowlist_entries?workspace_provider=gpu')
      expect(await allowed()).to.deep.equal(['acme', 'rand'])

      expect(await project.plan(entries)).to.deep.equal([
        'create polder_workspace_provider_allowlist_entry.acme',
        'create polder_workspace_provider_allowlist_entry.rand',
        'update polder_workspace_provider.gpu',
      ])
      await project.apply(entries)
      expect(await project.plan(entries)).to.deep.equal([])
      expect(await list()).to.equal(null)
      const after = await project.api.read('workspace_provider_allowlist_entries?workspace_provider=gpu')
      const ids = ({ items }: Body) => items.map((it: Body) => it.id)
      expect(ids(after)).to.deep.equal(ids(before))

      await project.apply(organizations + provider(both))
      expect(await project.plan(organizations + provider(both))).to.deep.equal([])
      expect(await list()).to.deep.equal(['acme', 'rand'])
    })
  }

  it('given up in one apply and followed by entries in the next plans nothing in between', async () => {
    await project.apply(organizations + provider(listed))
    expect(await project.plan(organizations + provider(''))).to.deep.equal([
      'update polder_workspace_provider.gpu',
    ])
    await project.apply(organizations + provider(''))
    expect(await allowed()).to.deep.equal(['acme'])
    expect(await list()).to.equal(null)
    expect(await project.plan(organizations + provider(''))).to.deep.equal([])
    const entries = organizations + provider('') + entry().replaceAll('rand', 'acme')
    await project.apply(entries)
    expect(await project.plan(entries)).to.deep.equal([])
    expect(await allowed()).to.deep.equal(['acme'])
  })

  it('S19 that was only imported is kept while no configuration has set it, also through a change', async () => {
    await project.apply(organizations + provider(listed))
    await project.terraform.run('state', 'rm', 'polder_workspace_provider.gpu')
    const imported = 'import {\n  to = polder_workspace_provider.gpu\n  id = "gpu"\n}\n'
    await project.apply(organizations + provider('') + imported)
    expect(await project.plan(organizations + provider(''))).to.deep.equal([])
    await project.apply(organizations + provider('region = "eu"'))
    expect(await project.plan(organizations + provider('region = "eu"'))).to.deep.equal([])
    expect(await list()).to.deep.equal(['acme'])
    const two = listed.replace(']', ', polder_organization.rand.name]')
    await project.apply(organizations + provider(two))
    await project.apply(organizations + provider(''))
    expect(await list()).to.equal(null)
    expect(await project.plan(organizations + provider(''))).to.deep.equal([])
  })

  it('managed as a list by somebody else is warned of at plan and refused at apply, with one sentence', async () => {
    const elsewhere = entry('"gpu"')
    await project.apply(organizations + provider(listed))
    await project.terraform.run('state', 'rm', 'polder_workspace_provider.gpu')
    const { status, all } = await twoWays(organizations + elsewhere)
    expect([status, all[0]?.summary]).to.deep.equal([
      2,
      'Apply will fail: workspace_provider_allowlist_entry gpu/rand',
    ])
    const sentence = '`allowed_organizations` of the workspace provider `gpu` decides its allowlist'
    expect(all[0]!.detail)
      .to.include(sentence)
      .and.include('removes the obstacle, apply waits for that change')
    const applied = await project.terraform.apply()
    expect(applied.status).to.equal(1)
    expect(flat(applied.stderr)).to.include(sentence)
  })
})
