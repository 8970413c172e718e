// An API that is away, for a moment or for good, or that knows the token no more.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { openGate } from '../support/gate.ts'
import { flat, type Project, startProject } from '../support/terraform/project.ts'

const restart = 4000

describe('an API', function () {
  this.timeout(120_000)
  let project: Project
  let gate: Awaited<ReturnType<typeof openGate>>
  let users: string
  const count = async () =>
    (await project.api.request('GET', '/v1/users?limit=500')).body.items.length as number

  before(async () => {
    project = await startProject()
    gate = await openGate(project.api.url)
    users = `
provider "polder" {
  url = "${gate.url}"
}
resource "polder_user" "many" {
  count    = 80
  username = "user-\${count.index}"
}
`
  })
  afterEach(() => project.clear())
  after(async () => {
    await gate?.shut()
    await project?.stop()
  })

  const applied = async (...args: string[]) => {
    await gate.shut()
    const [{ status, stdout, stderr }] = await Promise.all([
      project.terraform.apply(...args),
      // The time is the subject: it is how long the API is away.
      sleep(restart).then(gate.open),
    ])
    expect(status, stdout + stderr).to.equal(0)
    expect(await count()).to.equal(81)
    expect(await project.plan(users)).to.deep.equal([])
  }

  it('TF-12 that is away for four seconds when an apply begins to plan fails nothing', async () => {
    await project.write(users)
    await applied()
  })

  it('TF-12 that is away for four seconds when a planned apply begins, in a process that never had an answer, fails nothing', async () => {
    await project.plan(users)
    await applied('plan')
  })

  it('S25 that serves nothing below the path of `url` is told so, and no object is taken for gone', async () => {
    const user = 'resource "polder_user" "ada" { username = "ada" }\n'
    await project.apply(user)
    const words = (address: string) =>
      `The Polder API at ${gate.url} serves nothing at \`/team/v1/${address}\`. Leave the path \`/team\` out of \`url\` of the provider block`
    const { id } = await project.api.read('users/ada')
    const below = `provider "polder" { url = "${gate.url}/team" }\n${user}`
    expect(await project.refused(below)).to.include(words(`users/${id}`))
    const destroyed = await project.terraform.destroy()
    expect(destroyed.status, destroyed.stdout).to.equal(1)
    expect(await project.refused(below, '-refresh=false', '-replace=polder_user.ada')).to.include(
      words('dry_runs'),
    )
    expect(await project.plan(user)).to.deep.equal([])
  })

  it('that refuses the token is told once in full, and in one sentence for every other object', async () => {
    await project.write(users.replace('\n}', '\n  token = "polder_unknown"\n}'))
    const { status, stderr } = await project.terraform.plan()
    expect(status).to.equal(1)
    const words = flat(stderr)
    const times = (text: string) => words.split(text).length - 1
    expect(times('Error: Authentication is required')).to.equal(80)
    expect(
      times('The token is not known to this deployment, or was revoked. Set `token` of the provider'),
    ).to.equal(1)
    expect(
      times('The token is not accepted for this object either. Another error of this run says why.'),
    ).to.equal(79)
  })

  it('that is away for good is told once in full, and in one sentence for every other object', async () => {
    await project.apply(users)
    await gate.shut()
    await project.write(users)
    const begun = performance.now()
    const { status, stderr } = await project.terraform.plan()
    expect(status).to.equal(1)
    expect(performance.now() - begun).to.be.below(30_000)
    const words = flat(stderr)
    const times = (text: string) => words.split(text).length - 1
    expect(times('Error: The Polder API cannot be reached')).to.equal(80)
    expect(
      times('the connection is refused. Start the API there, or set `url` of the provider block'),
    ).to.equal(1)
    expect(
      times('No answer from the API for this object either. Another error of this run says why.'),
    ).to.equal(79)
    await gate.open()
  })
})
