// An apply that is broken off in the middle loses nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { interruptions } from '../soak/interruptions.ts'
import { inClusters } from '../support/database/in-clusters.ts'
import { openGate } from '../support/gate.ts'
import { flat, type Project, startProject } from '../support/terraform/project.ts'
import { startCommand } from '../support/terraform/running-terraform.ts'
import { until } from '../support/until.ts'

const organization = `
resource "polder_organization" "acme" {
  name        = "acme"
  description = "broken off"
}
`

describe('TF-12 an apply', function () {
  this.timeout(120_000)
  let project: Project
  const ready = (is: boolean) => inClusters(project.api.database).ready('built-in', is)
  const created = async () => {
    const { body } = await project.api.request('GET', '/v1/organizations?name=acme')
    return body.items.length as number
  }
  const waitsFor = () =>
    until(() => expect(project.proxy.take().join('\n')).to.match(/^GET \/v1\/organizations\/org_/m), 20_000)
  const instances = async () => {
    const { values } = await project.terraform.state()
    return values?.root_module?.resources ?? []
  }

  before(async () => {
    project = await startProject()
  })
  // A cluster that is ready but never looked after keeps an organization waiting for as long as a test needs.
  beforeEach(async () => {
    await ready(true)
    project.proxy.take()
  })
  afterEach(async () => {
    await ready(false)
    await project.clear()
  })
  after(() => project?.stop())

  it('interrupted while it waits keeps what it created, untainted, and the next one completes it', async () => {
    await project.write(organization)
    const apply = await startCommand(project, 'apply', '-auto-approve')
    await waitsFor()
    apply.interrupt()
    const { printed } = await apply.end()
    expect(flat(printed)).to.include('Not in every cluster yet').and.include('interrupted')
    const [kept] = await instances()
    expect(kept).to.deep.include({ address: 'polder_organization.acme' })
    expect(kept.tainted).to.equal(undefined)
    expect(kept.values.reconciled).to.equal(false)

    expect(await project.plan(organization)).to.deep.equal(['update polder_organization.acme'])
    await ready(false)
    await project.apply(organization)
    expect(await project.plan(organization)).to.deep.equal([])
    expect(await created()).to.equal(1)
  })

  it('whose provider is killed after the server created an object finds it again, and creates nothing twice', async () => {
    await project.write(organization)
    const apply = await startCommand(project, 'apply', '-auto-approve')
    await waitsFor()
    apply.killProvider()
    expect((await apply.end()).status).to.equal(1)
    expect(await instances()).to.deep.equal([])
    expect(await created()).to.equal(1)

    await ready(false)
    expect(await project.plan(organization)).to.deep.equal(['create polder_organization.acme'])
    await project.apply(organization)
    expect(await created()).to.equal(1)
    expect(await project.plan(organization)).to.deep.equal([])
  })

  it('S9 killed again after it found its object is completed with another token of the user', async () => {
    await project.write(organization)
    for (const kill of ['first', 'second']) {
      project.proxy.take()
      const apply = await startCommand(project, 'apply', '-auto-approve')
      await waitsFor()
      apply.killProvider()
      expect((await apply.end()).status, kill).to.equal(1)
      expect(await instances()).to.deep.equal([])
    }
    await ready(false)
    const { token } = await project.api.create('api_tokens', { user: 'admin' })
    const settings = { ...project.settings, POLDER_TOKEN: token }
    const apply = await startCommand({ ...project, settings }, 'apply', '-auto-approve')
    const { status, printed } = await apply.end()
    expect(status, printed).to.equal(0)
    expect(await created()).to.equal(1)
    expect(await project.plan(organization)).to.deep.equal([])
  })

  it('S21 that runs out of time while waiting warns, keeps the object untainted, and waits again', async () => {
    const hurried = organization.replace('}', '  timeouts = { create = "1s", update = "1s" }\n}')
    const printed = flat(await project.apply(hurried))
    expect(printed).to.include('Warning: Not in every cluster yet: organization acme')
    expect((await instances())[0].values.reconciled).to.equal(false)
    await project.write(hurried)
    const again = await project.terraform.apply()
    expect(again.status).to.equal(1)
    expect(flat(again.stderr)).to.include('Error: Not in every cluster yet: organization acme')
    expect((await instances())[0].tainted).to.equal(undefined)
    expect(await project.plan(hurried)).to.deep.equal(['update polder_organization.acme'])
  })

  it('rides out a restart of the API', async () => {
    await ready(false)
    const gate = await openGate(project.api.url)
    const users = `
provider "polder" { url = "${gate.url}" }
resource "polder_user" "many" {
  count    = 200
  username = "user-\${count.index}"
}
`
    await project.write(users)
    const apply = await startCommand(project, 'apply', '-auto-approve')
    const count = async () => (await project.api.request('GET', '/v1/users?limit=500')).body.items.length
    await until(async () => expect(await count()).to.be.above(10), 20_000)
    await gate.shut()
    const cut = await count()
    expect(cut).to.be.below(201)
    // The time is the subject: it is how long the API is away.
    const mended = sleep(1500).then(gate.open)
    const { status, printed } = await apply.end()
    await mended
    expect(status, printed).to.equal(0)
    expect(await project.plan(users)).to.deep.equal([])
    expect(await count()).to.equal(201)
    await project.apply(users.replace('200', '0'))
    await gate.shut()
  })
})

describe('TF-12 applies that are interrupted at any create, once or twice', function () {
  this.timeout(240_000)

  it('S9 are completed by the next, each with another token of the user, and nothing is tainted or made twice', async () => {
    const { counts, broken } = await interruptions(5)
    expect(broken).to.deep.equal([])
    expect(counts).to.include({ interruptions: 8, recovered: 8 })
    expect(counts['creates found again']).to.be.above(0)
  })
})
