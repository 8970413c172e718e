// One allowlist in a real cluster, handed from a list to entries and back: nobody's namespace is made anew.
import { expect } from 'chai'
import { type Body, startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster.ts'
import { header, type Server, startExample } from '../support/example.ts'
import { changesIn, flat } from '../support/project.ts'
import type { Terraform } from '../support/terraform.ts'
import { until } from '../support/until.ts'

const configuration = (allowed: string, { regions = '', entries = false } = {}) => `${header}
resource "polder_organization" "each" {
  for_each = toset(["handed-one", "handed-two"])
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
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
    terraform = await startExample(undefined, '1.15.0', server)
    await terraform.write(configuration(list))
    await terraform.init()
  })
  after(async () => {
    await terraform?.destroy()
    await terraform?.stop()
    await server?.api.stop()
  })

  const plan = async () => {
    const { planned, stdout, stderr } = await terraform.plan()
    expect(planned, stderr).to.be.an('object')
    return { changes: changesIn(planned), said: flat(stdout) }
  }
  const apply = async (text: string) => {
    await terraform.write(text)
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
    await apply(configuration(list))
    const before = await namespaces()
    expect(before).to.have.length(2)
    await terraform.write(configuration('', { entries: true }))
    const { changes, said } = await plan()
    expect(changes).to.deep.equal([
      'create polder_workspace_provider_allowlist_entry.each["handed-one"]',
      'create polder_workspace_provider_allowlist_entry.each["handed-two"]',
      'update polder_workspace_provider.gpu',
    ])
    expect(said).to.match(/- allowed_organizations = \[.*\] -> null/)
    await apply(configuration('', { entries: true }))
    expect(await namespaces()).to.deep.equal(before)
  })

  it('WP-17 regions are added to organizations that are in use, which leave built-in and nothing else', async () => {
    expect(await placesOf('handed-one')).to.deep.equal(['built-in', 'handed'])
    const before = await namespaces()
    const regions = 'allowed_regions = ["eu"]'
    await apply(configuration('', { regions, entries: true }))
    for (const organization of ['handed-one', 'handed-two'])
      await until(async () => expect(await placesOf(organization)).to.deep.equal(['handed']), 60_000)
    expect(await namespaces()).to.deep.equal(before)
    expect((await plan()).changes).to.deep.equal([])
  })

  it('TF-06 entries that Terraform only forgets become a list, and everyone keeps their namespace', async () => {
    const before = await namespaces()
    const forget = `removed {
  from = polder_workspace_provider_allowlist_entry.each
  lifecycle {
    destroy = false
  }
}`
    const regions = 'allowed_regions = ["eu"]'
    await apply(configuration(list, { regions }) + forget)
    expect(await namespaces()).to.deep.equal(before)
  })
})
