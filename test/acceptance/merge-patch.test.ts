// What Terraform sends for objects and maps: null for what goes, and nothing for what it does not know of.
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

type Written = { labels?: string; description?: string; limits?: string; cluster?: string }

const written = ({ labels = '{}', description = '', limits = '{ cpu = "1" }', cluster = '' }: Written) => `
resource "polder_organization" "it" {
  name        = "acme"
  description = "${description}"
  labels      = ${labels}
}
resource "polder_org_quota" "it" {
  organization = polder_organization.it.name
  scope        = "member"
  limits       = ${limits}
}
resource "polder_workspace_provider" "it" {
  name      = "gpu"
  namespace = "gpu"
  cluster   = { server = "https://203.0.113.1:6443"${cluster} }
}
`

describe('a merge patch of Terraform', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  after(() => project?.stop())

  const read = async (path: string) => (await project.api.request('GET', `/v1/${path}`)).body
  const byOthers = async (path: string, body: object) => {
    const { status } = await project.api.request('PATCH', `/v1/${path}`, body)
    expect(status).to.equal(200)
  }
  const inState = async (type: string, name: string) => {
    const { values } = await project.terraform.state()
    return values.root_module.resources.find((it: { type: string }) => it.type === `polder_${type}`).values[
      name
    ]
  }

  it('S6 TF-02 a limit, a label and a member of an object taken out of the configuration are gone on the server', async () => {
    const ca = Buffer.from('-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n').toString(
      'base64',
    )
    await project.apply(
      written({
        labels: '{ team = "a", tier = "gold" }',
        limits: '{ cpu = "1", memory = "2Gi", workspaces = 3 }',
        cluster: `, ca_data = "${ca}"`,
      }),
    )
    expect((await read('workspace_providers/gpu')).cluster).to.include({ ca_data: ca })
    const less = written({ labels: '{ tier = "silver" }', limits: '{ memory = "2Gi" }' })
    await project.apply(less)
    expect((await read('organizations/acme')).labels).to.deep.equal({ tier: 'silver' })
    expect((await read('org_quotas/acme/member')).limits).to.deep.equal({ memory: '2Gi' })
    expect((await read('workspace_providers/gpu')).cluster).to.deep.equal({
      server: 'https://203.0.113.1:6443',
    })
    expect(await project.plan(less)).to.deep.equal([])
  })

  it('S6 TF-01 a label and a limit added by others are drift, which the next apply undoes', async () => {
    const same = written({ labels: '{ tier = "silver" }', limits: '{ memory = "2Gi" }' })
    await byOthers('organizations/acme', { labels: { others: 'here' } })
    await byOthers('org_quotas/acme/member', { limits: { cpu: '9' } })
    expect(await project.plan(same)).to.deep.equal([
      'update polder_org_quota.it',
      'update polder_organization.it',
    ])
    await project.apply(same)
    expect((await read('organizations/acme')).labels).to.deep.equal({ tier: 'silver' })
    expect((await read('org_quotas/acme/member')).limits).to.deep.equal({ memory: '2Gi' })
  })

  it('S6 a label that only the server has outlives an update of another one, is not in the state, and shows in the next plan', async () => {
    await byOthers('organizations/acme', { labels: { others: 'here' } })
    const another = written({ labels: '{ tier = "bronze" }', limits: '{ memory = "2Gi" }' })
    await project.apply(another, '-refresh=false')
    expect((await read('organizations/acme')).labels).to.deep.equal({ tier: 'bronze', others: 'here' })
    expect(await inState('organization', 'labels')).to.deep.equal({ tier: 'bronze' })
    expect(await project.plan(another)).to.deep.equal(['update polder_organization.it'])
  })

  it('S6 a limit that only the server has goes with an update of the limits: what is not declared is unlimited', async () => {
    await byOthers('org_quotas/acme/member', { limits: { gpu: '1' } })
    const another = written({ labels: '{ tier = "bronze" }', limits: '{ memory = "3Gi" }' })
    await project.apply(another, '-refresh=false')
    expect((await read('org_quotas/acme/member')).limits).to.deep.equal({ memory: '3Gi' })
  })

  it('S6 TF-02 labels left out of the configuration are gone', async () => {
    await project.apply(written({ labels: '{ tier = "gold", team = "b" }' }))
    await project.apply(written({ labels: 'null' }))
    expect((await read('organizations/acme')).labels).to.deep.equal({})
    expect(await inState('organization', 'labels')).to.deep.equal({})
    expect(await project.plan(written({ labels: 'null' }))).to.deep.equal([])
  })

  it('S6 TF-09 a null element of a map is refused by validate and by plan, on its key, also beside unknown ones', async () => {
    const later = 'resource "terraform_data" "later" {}\n'
    const wrong = later + written({ labels: '{ team = null, later = terraform_data.later.id }' })
    const said = await project.refused(wrong)
    const { status, stderr } = await project.terraform.run('validate')
    expect(status).to.equal(1)
    for (const words of [said, flat(stderr)]) {
      expect(words).to.include('with polder_organization.it')
      expect(words).to.include('An entry is never null. Give it a value, or leave its key out.')
      expect(words).to.include('Attribute: labels["team"]')
    }
  })
})
