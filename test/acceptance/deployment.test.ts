// The deployment is adopted, not created, and put back as it was.
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

const organizations = `
resource "polder_organization" "main" { name = "main" }
resource "polder_organization" "other" { name = "other" }
`
const deployment = (name: string) =>
  `${organizations}resource "polder_deployment" "this" { default_organization = polder_organization.${name}.name }\n`

describe('the deployment', function () {
  this.timeout(120_000)
  let project: Project
  const current = async () =>
    (await project.api.request('GET', '/v1/deployments/deployment')).body.default_organization
  before(async () => {
    project = await startProject()
  })
  afterEach(async () => {
    await project.api.request('PATCH', '/v1/deployments/deployment', { default_organization: 'default' })
    await project.clear()
  })
  after(() => project?.stop())

  it('ORG-07 moves its defaults, and gives back what was there before when it is destroyed', async () => {
    await project.apply(deployment('main'))
    expect(await current()).to.equal('main')
    await project.apply(deployment('other'))
    expect(await current()).to.equal('other')
    expect(await project.plan(deployment('other'))).to.deep.equal([])
    await project.apply(organizations)
    expect(await current()).to.equal('default')
  })

  it('leaves a default that somebody else has moved since, and warns', async () => {
    await project.apply(deployment('main'))
    await project.write(organizations)
    await project.terraform.plan()
    await project.api.request('PATCH', '/v1/deployments/deployment', { default_organization: 'other' })
    const { status, stdout } = await project.terraform.apply('-refresh=false')
    expect(status).to.equal(0)
    expect(flat(stdout)).to.include('Setting not restored: deployment default_organization')
    expect(await current()).to.equal('other')
  })

  it('leaves the default when what was there before is gone, and warns', async () => {
    const { body: old } = await project.api.request('POST', '/v1/organizations', { name: 'old' })
    await project.api.request('PATCH', '/v1/deployments/deployment', { default_organization: 'old' })
    await project.apply(deployment('main'))
    await project.api.request('DELETE', `/v1/organizations/${old.id}`)
    const printed = flat(await project.apply(organizations))
    expect(printed).to.include('Setting not restored: deployment default_organization')
    expect(await current()).to.equal('main')
  })
})
