// The whole company of examples/tenant, and the one variable that changes all its quotas.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { type Server, startExample } from '../support/terraform/example.ts'
import { describeLifecycle } from '../support/terraform/example-lifecycle.ts'
import type { Terraform } from '../support/terraform/terraform.ts'

describe('BP-07 the example of a company', () => {
  let server: Server
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
  })
  after(() => server?.api.stop())

  describeLifecycle('tenant', '1.11.4', 'key', () => server)
  describeLifecycle('tenant', '1.15.0', 'id', () => server)
  describeLifecycle('tenant', 'opentofu', 'key', () => server)

  describe('once applied', function () {
    this.timeout(180_000)
    let example: Terraform
    before(async () => {
      example = await startExample('tenant', '1.15.0', server)
      const { status, stdout, stderr } = await example.apply()
      expect(status, stderr).to.equal(0)
      expect(stdout, 'a company without a fault is applied without a warning').not.to.include('Warning:')
    })
    after(async () => {
      await example?.destroy()
      await example?.stop()
    })

    it('BP-07 confines contractors to their region: the plan that lets them elsewhere says that apply will fail, in words', async () => {
      const file = join(example.folder, 'company.yaml')
      const company = await readFile(file, 'utf8')
      await writeFile(
        file,
        company.replace('organizations: [payments]', 'organizations: [payments, contractors]'),
      )
      const { status, stdout } = await example.plan()
      await writeFile(file, company)
      expect(status).to.equal(2)
      expect(stdout).to.contain('Apply will fail: workspace_provider_allowlist_entry payments/contractors')
      expect(stdout).to.contain('polder_workspace_provider_allowlist_entry.this["payments/contractors"]')
      expect(stdout).to.match(/eu-central/)
    })

    const quotaOf = async (namespace: string) => {
      const path = `/api/v1/namespaces/${namespace}/resourcequotas`
      const { body } = await server.cluster.request('GET', path)
      return body.items[0]?.spec.hard['requests.cpu']
    }

    it('BP-23 changes the quotas of every organization in place, in the clusters too, and nothing else', async () => {
      const { namespaces } = await example.outputs()
      const namespace = namespaces.value.robotics.robotics
      expect(await quotaOf(namespace)).to.equal('48')

      await example.plan('-var=cpu_per_seat=8')
      const changed = (await example.planned()).resource_changes.filter(
        (it: { change: { actions: string[] } }) => it.change.actions[0] !== 'no-op',
      )
      for (const { type, change } of changed) {
        expect(type).to.equal('polder_org_quota')
        expect(change.actions).to.deep.equal(['update'])
      }
      expect(changed).to.have.length(10)

      const { status, stderr } = await example.apply('-var=cpu_per_seat=8')
      expect(status, stderr).to.equal(0)
      expect(await quotaOf(namespace)).to.equal('96')
      expect((await example.plan('-var=cpu_per_seat=8')).status).to.equal(0)
    })
  })
})
