// A provider whose credential no longer works at the moment of a destroy: both ways out, in Terraform alone.
import { expect } from 'chai'
import { startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { addUser, removeUser } from '../support/cluster/cluster-user.ts'
import { objectsOf, rowsOf } from '../support/snapshot.ts'
import { header, type Server, startExample } from '../support/terraform/example.ts'
import { changesIn, flat } from '../support/terraform/project.ts'
import type { Terraform } from '../support/terraform/terraform.ts'
import { until } from '../support/until.ts'

const configuration = ({ version = 1, force = false }) => `${header}
resource "polder_organization" "each" {
  for_each = toset(["leaving-one", "leaving-two"])
  name     = each.key
}

resource "polder_workspace_provider" "gpu" {
  name                  = "leaving"
  namespace             = "leaving"
  namespace_mode        = "per_organization"
  cluster               = { server = var.server, ca_data = var.ca_data }
  token                 = var.token
  token_version         = ${version}
  allowed_organizations = [for it in polder_organization.each : it.name]
  force_destroy         = ${force}
  timeouts              = { delete = "12s" }
  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "not reconciled"
    }
  }
}
`
const everything = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]

describe('S13 a provider with a credential that no longer works, in the middle of its destroy', function () {
  this.timeout(180_000)
  let server: Server
  let terraform: Terraform
  let rows: string[]
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
    rows = await rowsOf(server.api)
    terraform = await startExample(undefined, '1.11.4', server)
    await terraform.write(configuration({}))
    await terraform.init()
  })
  after(async () => {
    await terraform?.stop()
    await server?.api.stop()
  })

  const namespaces = async () =>
    (await objectsOf(server.cluster)).filter((it) => /^Namespace\/\/leaving-/.test(it))
  const plan = async (...args: string[]) => {
    const { status, stderr } = await terraform.plan(...args)
    expect(status, stderr).not.to.equal(1)
    return changesIn(await terraform.planned())
  }

  /** A stack whose credential ends before it is destroyed; answers what that destroy says. */
  const stuck = async (user: string) => {
    const account = await addUser(server.cluster, user, everything)
    await terraform.write(configuration({}))
    const applied = await terraform.apply(`-var=token=${account.token}`)
    expect(applied.status, applied.stderr).to.equal(0)
    expect(await namespaces()).to.have.length(2)
    await removeUser(server.cluster, account)
    await until(async () => {
      const { status } = await server.cluster.request('GET', '/api/v1/namespaces', undefined, account.token)
      expect(status).to.equal(401)
    }, 30_000)
    const { status, stderr } = await terraform.destroy(`-var=token=${account.token}`)
    expect(status).to.equal(1)
    expect(await namespaces()).to.have.length(2)
    return flat(stderr)
  }

  it('says at the time-out what is wrong and both ways out, takes a new credential in place, and is then destroyed', async () => {
    const said = await stuck('leaving-first')
    expect(said).to.include('The workspace_provider `leaving` is being deleted, but after 12 s')
    expect(said).to.include('does not accept the credential')
    expect(said).to.include('`token` and another `token_version`')
    expect(said).to.include('`force_destroy`').and.include('-target=polder_workspace_provider.<name>')

    const { token } = await addUser(server.cluster, 'leaving-second', everything)
    expect(await plan()).to.deep.equal(['delete create polder_workspace_provider.gpu'])
    await terraform.write(configuration({ version: 2 }))
    expect(await plan(`-var=token=${token}`)).to.deep.equal(['update polder_workspace_provider.gpu'])
    const begun = performance.now()
    const applied = await terraform.apply(`-var=token=${token}`)
    expect(applied.status, applied.stderr).to.equal(0)
    expect(flat(applied.stdout)).to.include('Still being deleted: workspace_provider leaving')
    expect(performance.now() - begun).to.be.below(20_000)
    const { status, stderr } = await terraform.destroy()
    expect(status, stderr).to.equal(0)
    await until(async () => expect(await namespaces()).to.deep.equal([]))
    expect(await rowsOf(server.api)).to.deep.equal(rows)
  })

  it('is given up by force_destroy in place, which says what is left behind', async () => {
    await stuck('leaving-third')
    await terraform.write(configuration({ force: true }))
    expect(await plan()).to.deep.equal(['update polder_workspace_provider.gpu'])
    const applied = await terraform.apply()
    expect(applied.status, applied.stderr).to.equal(0)
    const { status, stderr } = await terraform.destroy()
    expect(status, stderr).to.equal(0)
    expect(await rowsOf(server.api)).to.deep.equal(rows)
    const left = await namespaces()
    expect(left).to.have.length(2)
    for (const it of left) {
      const name = it.split('/').at(-1)!
      expect(server.api.logged()).to.match(new RegExp(`"namespace":"${name}".*left behind`))
      await server.cluster.request('DELETE', `/api/v1/namespaces/${name}`)
    }
    await until(async () => expect(await namespaces()).to.deep.equal([]), 30_000)
  })
})
