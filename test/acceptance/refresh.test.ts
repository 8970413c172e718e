// What a refresh of many resources costs the server.
import { expect } from 'chai'
import { installProvider } from '../../examples/local/provider.ts'
import { startApi } from '../support/api.ts'
import { countingProxy } from '../support/counting-proxy.ts'
import { startTerraform, type Terraform } from '../support/terraform/terraform.ts'

const users = `
terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
resource "polder_user" "many" {
  count    = 1000
  username = "user-\${count.index}"
}
`

const confirmation = 'POST /v1/confirmations'

describe('a refresh of 1,000 users', function () {
  this.timeout(300_000)
  let api: Awaited<ReturnType<typeof startApi>>
  let proxy: Awaited<ReturnType<typeof countingProxy>>
  let terraform: Terraform
  before(async () => {
    api = await startApi()
    proxy = await countingProxy(api.url)
    const { terraformrc } = await installProvider()
    const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: proxy.url, POLDER_TOKEN: api.token }
    terraform = await startTerraform({ version: '1.11.4', env })
    await terraform.write(users)
    await terraform.init()
    const { status, stderr } = await terraform.apply()
    expect(status, stderr).to.equal(0)
  })
  after(async () => {
    await terraform?.stop()
    await proxy?.stop()
    await api?.stop()
  })

  it('TF-07 costs at most 20 requests, and changes nothing', async () => {
    proxy.take()
    const { status, stdout } = await terraform.plan()
    expect(status, stdout).to.equal(0)
    const requests = proxy.take()
    expect(requests).to.have.length.within(1, 20)
    expect(requests.filter((it) => !it.startsWith('GET '))).to.deep.equal(Array(2).fill(confirmation))
  })

  it('S9 confirms all their creates, and TF-04 finds nothing changed by that: exit status 0', async () => {
    expect(await api.database.query('select from "user" where receipt_user is not null')).to.deep.equal([])
    const drift = await terraform.run('plan', '-input=false', '-refresh-only', '-detailed-exitcode')
    expect(drift.status, drift.stdout).to.equal(0)
    const { status, stdout, stderr } = await terraform.apply()
    expect(status, stderr).to.equal(0)
    expect(stdout).to.include('0 added, 0 changed, 0 destroyed')
  })
})
