// What keeps nothing in a cluster is destroyed without one, by a real Terraform.
import { expect } from 'chai'
import { type Api, startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { header, startExample } from '../support/terraform/example.ts'
import { flat } from '../support/terraform/project.ts'
import type { Terraform } from '../support/terraform/terraform.ts'
import { until } from '../support/until.ts'

const configuration = `${header}
resource "polder_organization" "acme" {
  name = "acme"
}
resource "polder_workspace_provider" "each" {
  for_each      = { near = var.server, far = "https://127.0.0.1:1" }
  name          = each.key
  namespace     = "destroy-\${each.key}"
  cluster       = { server = each.value, ca_data = var.ca_data }
  token         = var.token
  token_version = 1
  timeouts      = { create = "5s" }
}
resource "polder_workspace_provider_allowlist_entry" "each" {
  for_each           = polder_workspace_provider.each
  workspace_provider = each.value.name
  organization       = polder_organization.acme.name
}
`

describe('terraform destroy', function () {
  this.timeout(180_000)
  let api: Api
  let terraform: Terraform
  afterEach(async () => {
    await terraform?.stop()
    await api?.stop()
  })

  /** Seconds that a destroy takes of what was applied, which must leave nothing of it. */
  const destroyed = async (of: { server?: string }) => {
    const cluster = await sharedCluster()
    api = await startApi({}, { reconciles: true })
    terraform = await startExample(undefined, '1.11.4', { cluster: { ...cluster, ...of }, api })
    await terraform.write(configuration)
    await terraform.init()
    const applied = await terraform.apply()
    expect(applied.status, applied.stderr).to.equal(0)
    const since = performance.now()
    const { status, stdout, stderr } = await terraform.destroy()
    expect(status, stdout + stderr).to.equal(0)
    const seconds = (performance.now() - since) / 1_000
    const { items } = await api.read('organizations')
    expect(items.map(({ name }: { name: string }) => name)).to.deep.equal(['default'])
    expect((await api.read('workspace_providers')).items).to.have.length(1)
    return seconds
  }

  it('S13 ends in seconds on a deployment without any cluster', async () => {
    expect(await destroyed({ server: 'https://127.0.0.1:2' })).to.be.below(20)
  })

  it('S13 S22 waits for the cluster that holds an organization, and for no other', async function () {
    await sharedCluster(this)
    this.timeout(180_000)
    expect(await destroyed({})).to.be.below(60)
  })

  it('WP-18 names what keeps a namespace, and ends well when that has gone', async function () {
    const cluster = await sharedCluster(this)
    this.timeout(180_000)
    api = await startApi({ kubeconfig: cluster.kubeconfig })
    terraform = await startExample(undefined, '1.11.4', { cluster, api })
    const timeouts = 'timeouts = { delete = "8s" }'
    await terraform.write(
      `${configuration.split('variable')[0]}resource "polder_organization" "acme" {\nname = "acme"\n${timeouts}\n}\n`,
    )
    await terraform.init()
    const applied = await terraform.apply()
    expect(applied.status, applied.stderr).to.equal(0)
    const namespace = (await api.read('organizations/acme')).namespaces['built-in']
    const path = `/api/v1/namespaces/${namespace}/configmaps`
    const data = { precious: 'yes' }
    const made = await cluster.request('POST', path, { metadata: { name: 'theirs' }, data })
    expect(made.status).to.equal(201)
    const refused = await terraform.destroy()
    expect(refused.status, refused.stdout).to.equal(1)
    expect(flat(refused.stderr)).to.contain(
      `Namespace ${namespace} is kept: ConfigMap \`theirs\` is not Polder's.`,
    )
    expect((await cluster.request('GET', `${path}/theirs`)).body.data).to.deep.equal(data)
    await cluster.request('DELETE', `${path}/theirs`)
    await until(async () => {
      expect((await api.request('GET', '/v1/organizations/acme')).status).to.equal(404)
    }, 60_000)
    const { status, stderr } = await terraform.destroy()
    expect(status, stderr).to.equal(0)
  })
})
