// Replacing what has a unique name.
import { expect } from 'chai'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

const provider = (namespace: string, lifecycle = '') => `
resource "polder_workspace_provider" "gpu" {
  name      = "gpu"
  namespace = "${namespace}"
  ${lifecycle}
}
`
const first = 'lifecycle { create_before_destroy = true }'

describe('a replacement', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  after(() => project?.stop())

  it('deletes first, and the next plan is empty', async () => {
    await project.apply(provider('first'))
    await project.apply(provider('second'))
    expect(await project.plan(provider('second'))).to.deep.equal([])
  })

  it('with create_before_destroy under a unique name is refused with what to do, and changes nothing', async () => {
    await project.apply(provider('second', first))
    await project.write(provider('third', first))
    const { status, stderr } = await project.terraform.apply()
    expect(status).to.equal(1)
    expect(flat(stderr)).to.include('remove `create_before_destroy` from its lifecycle')
    const { body } = await project.api.request('GET', '/v1/workspace_providers/gpu')
    expect(body.namespace).to.equal('second')
  })
})
