// The CDKTF example from program to cluster and back to nothing, with both frameworks.
import { cp } from 'node:fs/promises'
import { expect } from 'chai'
import type { Cluster } from '../../examples/local/cluster/cluster.ts'
import { installProvider } from '../../examples/local/provider.ts'
import { tenants } from '../../examples/tenant-cdktf/tenants.ts'
import { type Api, startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { objectsOf, settled } from '../support/snapshot.ts'
import { type Program, tenantProgram } from '../support/terraform/tenant-cdktf.ts'
import { startTerraform, type Terraform } from '../support/terraform/terraform.ts'

for (const [framework, version] of [
  ['cdktf', '1.11.4'],
  ['cdktn', '1.15.0'],
] as const)
  describe(`A program for ${framework} on Terraform ${version}`, function () {
    this.timeout(180_000)
    let api: Api
    let cluster: Cluster
    let objects: string[]
    let program: Program
    let terraform: Terraform
    let applied = false
    before(async function () {
      // Terraform and the cluster may have to be fetched or built first.
      this.timeout(1_800_000)
      cluster = await sharedCluster()
      api = await startApi({ kubeconfig: cluster.kubeconfig })
      await settled(api)
      objects = await objectsOf(cluster)
      program = await tenantProgram(framework)
      const { terraformrc } = await installProvider()
      const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: api.url, POLDER_TOKEN: api.token }
      terraform = await startTerraform({ version, env })
      await cp(await program.synthesize(), terraform.folder, { recursive: true })
      await terraform.init()
    })
    beforeEach(async () => {
      if (applied) return
      const { status, stdout, stderr } = await terraform.apply()
      expect(status, stdout + stderr).to.equal(0)
      applied = true
    })
    after(async () => {
      if (applied) await terraform.destroy()
      await terraform?.stop()
      await program?.remove()
      await api?.stop()
    })

    const names = async (plural: string, attribute = 'name') => {
      const { body } = await api.request('GET', `/v1/${plural}?limit=500`)
      return body.items.map((it: Record<string, unknown>) => it[attribute])
    }

    it('applies, and the tenants are there, in the cluster too', async () => {
      expect(await names('organizations')).to.include.members(tenants.map(({ name }) => name))
      expect(await names('org_memberships', 'user')).to.include.members(['mercator', 'ptolemy', 'beaufort'])
      expect(await objectsOf(cluster)).to.have.length.above(objects.length)
    })

    it('TF-04 plans nothing a second time', async () => {
      const { status, stdout, stderr } = await terraform.plan()
      expect(status, stdout + stderr).to.equal(0)
    })

    it('leaves nothing behind when destroyed', async () => {
      const { status, stdout, stderr } = await terraform.destroy()
      expect(status, stdout + stderr).to.equal(0)
      applied = false
      for (const { name } of tenants) expect(await names('organizations')).to.not.include(name)
      expect(await names('org_memberships', 'user')).to.not.include('mercator')
      expect(await names('workspace_providers')).to.deep.equal(['built-in'])
      expect(await objectsOf(cluster)).to.deep.equal(objects)
    })
  })
