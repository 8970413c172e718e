// Adding a resource, done in a copy of the checkout: which files it takes, and that everything then knows it.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { files, read, root } from '../support/sources.ts'

const run = promisify(execFile)
const badge = join(root, 'test/acceptance/badge')
const generated = /^(terraform-bridge\/((docs|bindings)\/|API\.md$)|examples\/resources\/\w+\/import\.sh$)/

/** Path → hash of every file, without packages. */
const snapshot = async (copy: string) => {
  const entries = await readdir(copy, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(copy.length + 1))
  const hashed = paths
    .filter((path) => !path.startsWith('.git/'))
    .map(async (path) => {
      const hash = createHash('sha256').update(await readFile(join(copy, path)))
      return [path, hash.digest('hex')] as const
    })
  return new Map(await Promise.all(hashed))
}

/** One inside an organization, and one inside of that. */
const nouns = ['badge', 'badge_level']

const registered = (text: string, last: string, list: RegExp) => {
  const imports = nouns.map((noun) => `\nimport { ${noun} } from './${noun}.ts'`).join('')
  const lines = nouns.map((noun) => `\n  ${noun},`).join('')
  return text.replace(last, last + imports).replace(list, (it) => it + lines)
}

/** The files that a resource is. */
const filesOf = (noun: string, number: string) => [
  `api/database/schema/migrations/${number}_${noun}.ts`,
  `api/resources/${noun}.ts`,
  `examples/resources/${noun}/resource.tf`,
  `schemas/${noun}.ts`,
  `test/api/${noun}.test.ts`,
]

/** What holds for all files and all tables. */
const rules = [
  ...['files', 'imports', 'migrations', 'nouns'].map((it) => `test/house/${it}.test.ts`),
  'test/schemas/*.test.ts',
  'test/api/database/schema/*.test.ts',
]

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
    // The tests of the house ask git for the files.
    await run('git', ['init', '-q'], { cwd: copy })
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

  it('touches the files of each resource and two lines, and no other hand-written file', async () => {
    const now = await snapshot(copy)
    const touched = [...now].filter(([path, hash]) => before_.get(path) !== hash).map(([path]) => path)
    const gone = [...before_.keys()].filter((path) => !now.has(path))
    expect(gone).to.deep.equal([])
    expect(touched.filter((path) => !generated.test(path)).sort()).to.deep.equal([
      ...[
        ...filesOf('badge', '0099'),
        ...filesOf('badge_level', '0100'),
        'api/resources/index.ts',
        'schemas/index.ts',
      ].sort(),
    ])
  })

  for (const [noun, bound] of [
    ['badge', 'badge'],
    ['badge_level', 'badge-level'],
  ])
    it(`gives ${noun} pages, bindings and an import command`, async () => {
      const now = await snapshot(copy)
      expect([...now.keys()]).to.include.members([
        `terraform-bridge/docs/resources/${noun}.md`,
        `terraform-bridge/docs/data-sources/${noun}.md`,
        `terraform-bridge/docs/data-sources/${noun}s.md`,
        `examples/resources/${noun}/import.sh`,
        `terraform-bridge/bindings/cdktf/lib/${bound}/index.js`,
        `terraform-bridge/bindings/cdktn/lib/${bound}/index.js`,
      ])
    })

  const mocha = (...words: string[]) => {
    const program = join(root, 'node_modules/mocha/bin/mocha.js')
    return run(process.execPath, [program, ...words], { cwd: copy, maxBuffer: 10_000_000 }).catch((cause) => {
      throw new Error(cause.stdout + cause.stderr)
    })
  }

  it('type-checks, and API, OpenAPI, database and Terraform know it', async () => {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: copy })
    const { stdout } = await mocha(...nouns.map((noun) => `test/api/${noun}.test.ts`))
    expect(stdout).to.match(/^8 passed, 0 failed$/m)
  })

  it('keeps every rule of schemas, files and tables', async () => {
    const { stdout } = await mocha(...rules)
    expect(stdout).to.match(/^\d{2,} passed, 0 failed$/m)
  })

  it('is tested by every test of all resources, of which none had to be told', async () => {
    const loops = files.filter(
      (path) =>
        /(?<!adding-a-resource)\.test\.ts$/.test(path) &&
        /\bof (resources|offeredAs)\b|every-resource/.test(read(path)),
    )
    const { stdout } = await mocha('--grep', 'badge|of every resource plans', ...loops)
    expect(stdout).to.match(/^\d{2,} passed, 0 failed$/m)
  })
})
