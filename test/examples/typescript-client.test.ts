// The example of a generated client: its types come from the served document, and it onboards an organization without a cast.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { type Api, startApi } from '../support/api.ts'
import { root } from '../support/sources.ts'

const run = promisify(execFile)
const example = join(root, 'examples/typescript-client')

describe('the example of a TypeScript client', () => {
  let api: Api
  let checkout: string
  let folder: string
  before(async () => {
    api = await startApi()
    checkout = await mkdtemp(join(tmpdir(), 'polder-typescript-client-'))
    folder = join(checkout, 'examples/typescript-client')
    const filter = (path: string) => !path.includes('node_modules')
    await cp(example, folder, { recursive: true, filter })
    for (const shared of ['node_modules', 'tsconfig.json']) {
      await symlink(join(root, shared), join(checkout, shared))
    }
    const generator = join(example, 'node_modules/.bin/openapi-typescript')
    await run(generator, [`${api.url}/openapi.json`, '--output', join(folder, 'polder.d.ts')])
  }).timeout(60_000)
  after(async () => {
    await api.stop()
    await rm(checkout, { recursive: true })
  })

  const compile = () =>
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    )

  it('has right types, without a cast', async () => {
    const source = await readFile(join(folder, 'onboard.ts'), 'utf8')
    expect(source).not.to.match(/\bas (?!const\b)|\bany\b|@ts-|[\w)\]]!/)
    expect(await compile()).to.equal('')
  })

  it('would have wrong types with a value that the server refuses', async () => {
    const wrong = join(folder, 'wrong.ts')
    const source = await readFile(join(folder, 'onboard.ts'), 'utf8')
    await writeFile(
      wrong,
      source.replace("scope: 'member'", "scope: 'everybody'").replace("name: 'image-editor',", ''),
    )
    const errors = await compile()
    await rm(wrong)
    expect(errors)
      .to.match(/"everybody"/)
      .and.match(/'name' is missing/)
  })

  it('onboards an organization: ten kinds of steps, each answered as its types say', async () => {
    const env = { ...process.env, POLDER_URL: api.url, POLDER_TOKEN: api.token }
    const { stdout } = await run(process.execPath, [join(folder, 'onboard.ts'), 'acme'], { env })
    expect(stdout.trimEnd().split('\n')).to.deep.equal([
      'user acme-ada: active',
      'user acme-grace: active',
      'user acme-tess: active',
      'role image-editor: create image, delete workspace',
      'quota of each member: 4 cores, 16Gi',
      'provider acme-eu: error, not reached yet',
      'acme is onboarded, at generation 2; a second change is stale',
      'members: acme-ada, acme-grace, acme-tess',
      'acme-tess left: 204, then not_found',
    ])
    expect(await api.read('organizations/acme')).to.include({
      description: 'acme is onboarded',
      generation: 2,
    })
    const { items } = await api.read('workspace_provider_allowlist_entries?workspace_provider=acme-eu')
    expect(items).to.have.length(1)
  })
})
