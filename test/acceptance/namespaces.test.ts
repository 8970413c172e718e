// Separation by namespace: one provider for each, written as one block.
import { expect } from 'chai'
import { startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { objectsOf } from '../support/snapshot.ts'
import { header, type Server, startExample } from '../support/terraform/example.ts'
import type { Terraform } from '../support/terraform/terraform.ts'

const configuration = `${header}
variable "namespaces" {
  type    = map(string)
  default = { north = "separate-north", south = "separate-south" }
}

resource "polder_organization" "each" {
  for_each = var.namespaces
  name     = each.key
}

resource "polder_workspace_provider" "each" {
  for_each              = var.namespaces
  name                  = each.key
  namespace             = each.value
  cluster               = { server = var.server, ca_data = var.ca_data }
  token                 = var.token
  token_version         = 1
  allowed_organizations = [polder_organization.each[each.key].name]
  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "not reconciled"
    }
  }
}
`

describe('one provider per namespace', function () {
  this.timeout(180_000)
  let server: Server
  let terraform: Terraform
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
    terraform = await startExample(undefined, '1.11.4', server)
    await terraform.write(configuration)
    await terraform.init()
  })
  after(async () => {
    await terraform?.destroy()
    await terraform?.stop()
    await server?.api.stop()
  })

  const inNamespace = async (namespace: string) =>
    (await objectsOf(server.cluster)).filter((it) => it.split('/')[1] === namespace)

  it('NS-05 for_each over namespaces gives each its own objects, and a namespace can be added alone', async () => {
    const { status, stderr } = await terraform.apply()
    expect(status, stderr).to.equal(0)
    const north = await inNamespace('separate-north')
    const south = await inNamespace('separate-south')
    expect(north.some((it) => it.startsWith('NetworkPolicy/'))).to.equal(true)
    expect(south).to.have.length(north.length)

    const more = '-var=namespaces={north="separate-north",south="separate-south",west="separate-west"}'
    const { status: planStatus, stderr: refusal } = await terraform.plan(more)
    expect(planStatus, refusal).to.equal(2)
    const changes: { address: string; change: { actions: string[] } }[] = (await terraform.planned())
      .resource_changes
    const changed = changes
      .filter(({ change }) => change.actions[0] !== 'no-op')
      .map(({ address }) => address)
    expect(changed).to.have.members([
      'polder_organization.each["west"]',
      'polder_workspace_provider.each["west"]',
    ])
    expect((await terraform.apply(more)).status).to.equal(0)
    expect(await inNamespace('separate-north')).to.deep.equal(north)
    expect(await inNamespace('separate-west')).to.have.length(north.length)
  })
})
