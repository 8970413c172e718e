// Secrets go to the server and nowhere else.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Project, startProject } from '../support/terraform/project.ts'

const secret = 'very-secret-bearer-token-4711'
const later = 'another-secret-bearer-token-4712'

const provider = (version: number | null, more = '') => `
variable "cluster_token" {
  type      = string
  ephemeral = true
  default   = null
}
resource "polder_workspace_provider" "gpu" {
  name          = "gpu"
  namespace     = "gpu"
  cluster       = { server = "https://127.0.0.1:1" }
  token         = var.cluster_token
  token_version = ${version}
  timeouts      = { create = "1s", update = "1s" }
  ${more}
}
`

describe('a secret', function () {
  this.timeout(120_000)
  let project: Project
  const stored = async () => {
    const [row] = await project.api.database.query<{ token_encrypted: Buffer | null }>(
      "select token_encrypted from workspace_provider where name = 'gpu'",
    )
    return row?.token_encrypted?.toString('hex')
  }
  before(async () => {
    const env = { TF_VAR_cluster_token: secret, TF_LOG: 'TRACE', TF_LOG_PATH: 'trace.log' }
    project = await startProject({ env })
  })
  afterEach(() => project.clear())
  after(() => project?.stop())

  it('TF-05 reaches the server on create, and neither state, plan file nor trace log', async () => {
    await project.write(provider(1))
    await project.terraform.plan()
    await project.apply(provider(1))
    expect(await stored()).to.be.a('string')
    const { folder } = project.terraform
    const shown = await project.terraform.run('show', '-json', 'plan')
    expect(shown.stdout).to.include('token_version').and.not.include(secret)
    for (const file of await readdir(folder, { withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = await readFile(join(folder, file.name), 'latin1')
      // What core itself logs of the environment it was given is its own.
      const ours = text.split('\n').filter((line) => !line.includes('TF_VAR_cluster_token'))
      expect(ours.join('\n'), file.name).to.not.include(secret)
    }
    expect(project.api.logged()).to.not.include(secret)
  })

  it('is not sent again until its version changes', async () => {
    await project.apply(provider(1))
    const first = await stored()
    // No cluster answers here, so an update ends in the error that says so; what it wrote is written.
    await project.write(provider(1, 'region = "eu"'))
    await project.terraform.apply()
    const { body } = await project.api.request('GET', '/v1/workspace_providers/gpu')
    expect(body.region).to.equal('eu')
    expect(await stored()).to.equal(first)
    const [update, ...others] = await project.plan(
      provider(2, 'region = "eu"'),
      `-var=cluster_token=${later}`,
    )
    expect([update, others]).to.deep.equal(['update polder_workspace_provider.gpu', []])
    await project.terraform.apply(`-var=cluster_token=${later}`)
    expect(await stored())
      .to.be.a('string')
      .and.not.equal(first)
  })

  it('is cleared by null and another version', async () => {
    await project.apply(provider(1))
    expect(await stored()).to.be.a('string')
    await project.apply(provider(3).replace('= var.cluster_token', '= null'))
    expect(await stored()).to.equal(undefined)
  })

  it('is refused beside another kind of credential', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----'
    expect(await project.refused(provider(3, `client_certificate = "${pem}"`))).to.include(
      'Set one kind of credential',
    )
  })
})
