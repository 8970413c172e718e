// One allowlist in a real cluster, handed from a list to entries and back: nobody's namespace is made anew.
import { expect } from 'chai'
import { type Body, startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { header, type Server, startExample } from '../support/terraform/example.ts'
import { changesIn, flat } from '../support/terraform/project.ts'
import type { Terraform } from '../support/terraform/terraform.ts'
import { until } from '../support/until.ts'

type Form = { allowed?: string; regions?: string; entries?: boolean }
const configurationOf = (names: string[], { allowed = '', regions = '', entries = false }: Form) => `${header}
resource "polder_organization" "each" {
  for_each = toset(${JSON.stringify(names)})
  name     = each.key
  ${regions}
}
resource "polder_workspace_provider" "gpu" {
  name           = "handed"
  namespace      = "handed"
  namespace_mode = "per_organization"
  region         = "eu"
  cluster        = { server = var.server, ca_data = var.ca_data }
  token          = var.token
  token_version  = 1
  ${allowed}
}
${
  entries
    ? `resource "polder_workspace_provider_allowlist_entry" "each" {
  for_each           = polder_organization.each
  workspace_provider = polder_workspace_provider.gpu.name
  organization       = each.value.name
}`
    : ''
}
`
const list = 'allowed_organizations = [for it in polder_organization.each : it.name]'

describe('in a real cluster', function () {
  this.timeout(180_000)
  let server: Server
  let terraform: Terraform
  let names: string[]
  let round = 0
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
    terraform = await startExample(undefined, '1.15.0', server)
    await terraform.write(configurationOf([], {}))
    await terraform.init()
  })
  // Each test has organizations of its own, whose regions nobody has ever set.
  beforeEach(() => {
    round += 1
    names = [`handed-${round}-one`, `handed-${round}-two`]
  })
  after(async () => {
    await terraform?.destroy()
    await terraform?.stop()
    await server?.api.stop()
  })

  const plan = async () => {
    const { status, stdout, stderr } = await terraform.plan()
    expect(status, stderr).not.to.equal(1)
    return { changes: changesIn(await terraform.planned()), said: flat(stdout) }
  }
  const configuration = (form: Form) => configurationOf(names, form)
  const apply = async (form: Form, more = '') => {
    await terraform.write(configuration(form) + more)
    const { status, stderr } = await terraform.apply()
    expect(status, stderr).to.equal(0)
    expect((await plan()).changes).to.deep.equal([])
  }
  /** Name and UID of every namespace of the provider. */
  const namespaces = async () => {
    const { body } = await server.cluster.request('GET', '/api/v1/namespaces')
    const all: { metadata: { name: string; uid: string } }[] = body.items
    const ours = all.filter(({ metadata }) => metadata.name.startsWith('handed-'))
    return ours.map(({ metadata }) => `${metadata.name} ${metadata.uid}`)
  }
  const placesOf = async (organization: string) => {
    const { items } = await server.api.read(
      `workspace_provider_allowlist_entries?organization=${organization}`,
    )
    return items.map((it: Body) => it.workspace_provider)
  }

  it('TF-06 a list becomes entries in one apply, and everyone keeps their namespace', async () => {
    await apply({ allowed: list })
    const before = await namespaces()
    expect(before).to.have.length(2)
    await terraform.write(configuration({ entries: true }))
    const { changes, said } = await plan()
    expect(changes).to.deep.equal([
      ...names.map((name) => `create polder_workspace_provider_allowlist_entry.each["${name}"]`),
      'update polder_workspace_provider.gpu',
    ])
    expect(said).to.match(/- allowed_organizations = \[.*\] -> null/)
    await apply({ entries: true })
    expect(await namespaces()).to.deep.equal(before)
  })

  it('WP-17 regions are added to organizations that are in use, which leave built-in and nothing else', async () => {
    await apply({ entries: true })
    expect(await placesOf(names[0]!)).to.deep.equal(['built-in', 'handed'])
    const before = await namespaces()
    const regions = 'allowed_regions = ["eu"]'
    await apply({ regions, entries: true })
    for (const organization of names)
      await until(async () => expect(await placesOf(organization)).to.deep.equal(['handed']), 60_000)
    expect(await namespaces()).to.deep.equal(before)
    expect((await plan()).changes).to.deep.equal([])
  })

  it('TF-06 entries that Terraform only forgets become a list, and everyone keeps their namespace', async () => {
    const regions = 'allowed_regions = ["eu"]'
    await apply({ regions, entries: true })
    const before = await namespaces()
    const forget = `removed {
  from = polder_workspace_provider_allowlist_entry.each
  lifecycle {
    destroy = false
  }
}`
    await apply({ allowed: list, regions }, forget)
    expect(await namespaces()).to.deep.equal(before)
  })
})
