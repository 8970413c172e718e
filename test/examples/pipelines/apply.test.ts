// The pipeline of examples/pipelines: curl and files, against the real API.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { startApi } from '../../support/api.ts'
import { rowsOf } from '../../support/snapshot.ts'
import { root } from '../../support/sources.ts'

const example = join(root, 'examples/pipelines')

describe('examples/pipelines', function () {
  this.timeout(60_000)
  let api: Awaited<ReturnType<typeof startApi>>
  let desired: string
  beforeEach(async () => {
    api = await startApi()
    desired = await mkdtemp(join(tmpdir(), 'polder-pipeline-'))
    await cp(join(example, 'desired'), desired, { recursive: true })
  })
  afterEach(async () => {
    await api?.stop()
    await rm(desired, { recursive: true, force: true })
  })

  const run = () => {
    const env = { PATH: process.env.PATH, POLDER_URL: api.url, POLDER_TOKEN: api.token }
    return promisify(execFile)('sh', [join(example, 'apply.sh'), desired], { env })
  }

  it('makes the API what the files say, and changes nothing when it runs again', async () => {
    await run()
    const { body } = await api.request('GET', '/v1/org_memberships/docs/tess')
    expect(body.roles).to.have.members(['organization_manager', 'reviewer'])
    const rows = await rowsOf(api)
    await run()
    expect(await rowsOf(api)).to.deep.equal(rows)
  })

  it('changes in place what a file says otherwise, and resets what a file no longer says', async () => {
    await run()
    const quota = '/v1/org_quotas/docs/organization'
    const { body: before } = await api.request('GET', quota)
    await writeFile(join(desired, 'org_quotas/docs/organization.json'), '{ "limits": { "cpu": "32" } }')
    await run()
    const { body: after } = await api.request('GET', quota)
    expect(after.id).to.equal(before.id)
    expect(after.limits.cpu).to.equal('32')
    expect(after.limits.memory ?? null).to.equal(null)
  })

  it("fails with the API's own words when a file is wrong", async () => {
    await writeFile(join(desired, 'org_quotas/docs/organization.json'), '{ "limits": {} }')
    const failure = await run().catch((error) => error)
    expect(failure).to.have.property('code').that.is.greaterThan(0)
    expect(failure.stdout).to.contain('"code":"invalid"')
  })
})
