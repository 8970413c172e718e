// Adding a resource, done in a copy of the checkout: which files it takes, and that everything then knows it.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { files, root } from '../support/sources.ts'

const run = promisify(execFile)
const badge = join(root, 'test/acceptance/badge')
const generated = /^(terraform-bridge\/((docs|bindings)\/|API\.md$)|examples\/resources\/\w+\/import\.sh$)/

/** Path → hash of every file, without packages. */
const snapshot = async (copy: string) => {
  const entries = await readdir(copy, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(copy.length + 1))
  const hashed = paths.map(async (path) => {
    const hash = createHash('sha256').update(await readFile(join(copy, path)))
    return [path, hash.digest('hex')] as const
  })
  return new Map(await Promise.all(hashed))
}

const registered = (text: string, last: string, list: RegExp) =>
  text.replace(last, `${last}\nimport { badge } from './badge.ts'`).replace(list, (it) => `${it}\n  badge,`)

describe('adding a resource', function () {
  this.timeout(600_000)
  let copy: string
  let before_: Map<string, string>

  before(async () => {
    copy = await mkdtemp(join(tmpdir(), 'polder-badge-'))
    for (const path of files) {
      await mkdir(dirname(join(copy, path)), { recursive: true })
      await cp(join(root, path), join(copy, path))
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    before_ = await snapshot(copy)
    for (const path of await readdir(badge, { recursive: true })) {
      if (!path.endsWith('.txt')) continue
      const target = join(copy, path.slice(0, -'.txt'.length))
      await mkdir(dirname(target), { recursive: true })
      await cp(join(badge, path), target)
    }
    const edit = async (path: string, list: RegExp) => {
      const text = await readFile(join(copy, path), 'utf8')
      const last = text.match(/import .*\n(?!import)/)![0].trimEnd()
      await writeFile(join(copy, path), registered(text, last, list))
    }
    await edit('schemas/index.ts', /resources: .* = \[/)
    await edit('api/resources/index.ts', /const rules: .* = \{/)
    await run(process.execPath, ['terraform-bridge/generate/main.ts'], { cwd: copy })
  })

  after(() => rm(copy, { recursive: true, force: true }))

  it('touches its own files and two lines, and no other hand-written file', async () => {
    const now = await snapshot(copy)
    const touched = [...now].filter(([path, hash]) => before_.get(path) !== hash).map(([path]) => path)
    const gone = [...before_.keys()].filter((path) => !now.has(path))
    expect(gone).to.deep.equal([])
    expect(touched.filter((path) => !generated.test(path)).sort()).to.deep.equal([
      'api/database/schema/migrations/0099_badge.ts',
      'api/resources/badge.ts',
      'api/resources/index.ts',
      'examples/resources/badge/resource.tf',
      'schemas/badge.ts',
      'schemas/index.ts',
      'test/api/badge.test.ts',
    ])
  })

  it('gives it pages, bindings and an import command', async () => {
    const now = await snapshot(copy)
    expect([...now.keys()]).to.include.members([
      'terraform-bridge/docs/resources/badge.md',
      'terraform-bridge/docs/data-sources/badge.md',
      'terraform-bridge/docs/data-sources/badges.md',
      'examples/resources/badge/import.sh',
      'terraform-bridge/bindings/cdktf/lib/badge/index.js',
      'terraform-bridge/bindings/cdktn/lib/badge/index.js',
    ])
  })

  it('type-checks, and API, OpenAPI, database and Terraform know it', async () => {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: copy })
    const mocha = join(root, 'node_modules/mocha/bin/mocha.js')
    const { stdout } = await run(process.execPath, [mocha, 'test/api/badge.test.ts'], { cwd: copy })
    expect(stdout).to.match(/^4 passed, 0 failed$/m)
  })
})
