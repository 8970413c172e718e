// What a cluster does not permit shows in the plan, before an apply or a destroy needs it.
import { expect } from 'chai'
import { startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { addUser, type PolicyRule } from '../support/cluster/cluster-user.ts'
import { leastRules } from '../support/cluster/least-rules.ts'
import { header, type Server, startExample } from '../support/terraform/example.ts'
import type { Terraform } from '../support/terraform/terraform.ts'

const configuration = (tokens: Record<string, string>) => `${header}
resource "polder_workspace_provider" "each" {
  for_each       = ${JSON.stringify(tokens)}
  name           = each.key
  namespace      = each.key
  namespace_mode = "per_organization"
  cluster        = { server = var.server, ca_data = var.ca_data }
  token          = each.value
  token_version  = 1
  timeouts       = { create = "3s" }
}
`

describe('WP-14 a plan', function () {
  this.timeout(120_000)
  let server: Server
  let terraform: Terraform
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({}, { reconciles: true }) }
    terraform = await startExample(undefined, '1.11.4', server)
  })
  after(async () => {
    await terraform?.destroy()
    await terraform?.stop()
    await server?.api.stop()
  })

  it('warns of missing permissions and of a credential that expires in the words of the conditions', async () => {
    const { cluster } = server
    const tokenOf = async (name: string, rules: PolicyRule[]) => (await addUser(cluster, name, rules)).token
    const tokens = {
      nothing: await tokenOf('nothing', []),
      no_looks: await tokenOf('no-looks', leastRules('kept', 'granted')),
      enough: await tokenOf('enough', leastRules()),
    }
    const named = Object.entries(tokens).map(([name, token]) => [name.replace('_', '-'), token])
    await terraform.write(configuration(Object.fromEntries(named)))
    await terraform.init()
    const { status, stderr } = await terraform.apply()
    expect(status, stderr).to.equal(0)
    const { stdout } = await terraform.plan()
    const plan = stdout.replaceAll(/[│╷╵\s]+/g, ' ')
    expect(plan).to.include('Warning: Authorized is False: workspace provider nothing')
    expect(plan).to.include(
      'The credential may do nothing that Polder needs. Apply the manifest again: curl ',
    )
    expect(plan).to.include('Warning: RemovalAuthorized is False: workspace provider no-looks')
    expect(plan).to.include('Namespaces are deleted only with force: the credential may not list ')
    expect(plan).to.include('Warning: CredentialFresh is False: workspace provider enough')
    expect(plan).not.to.match(/Warning: \w*Authorized is False: workspace provider enough/)
  })
})
