// What a refresh of many resources costs the server.
import { expect } from 'chai'
import { installProvider } from '../../examples/local/provider.ts'
import { startApi } from '../support/api.ts'
import { countingProxy } from '../support/counting-proxy.ts'
import { startTerraform, type Terraform } from '../support/terraform.ts'

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
    expect(proxy.take()).to.have.length.within(1, 20)
  })
})
