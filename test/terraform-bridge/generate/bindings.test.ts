// The bindings hold a construct for everything the provider has, for both frameworks.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { generateBindings } from '../../../terraform-bridge/generate/bindings.ts'
import { generateBindingsApi } from '../../../terraform-bridge/generate/bindings-api.ts'
import { bindingsFolder, freshBindings } from '../../../terraform-bridge/generate/fresh-bindings.ts'
import { refresh, stale } from '../../../terraform-bridge/generate/refresh.ts'
import { managed, sources } from '../../../terraform-bridge/values/type-name.ts'

const require = createRequire(import.meta.url)
const pascal = (name: string) => name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())

for (const framework of ['cdktf', 'cdktn'] as const)
  describe(`The bindings for ${framework}`, () => {
    const folder = bindingsFolder(framework)
    before(freshBindings)

    it('have a class for every resource and data source, where users of prebuilt providers look', () => {
      const found = (path: string, name: string) =>
        require(join(folder, 'lib', path, 'index.js'))[name].tfResourceType
      for (const type of managed.keys()) {
        const name = type.replace('polder_', '')
        expect(found(name.replaceAll('_', '-'), pascal(name))).to.equal(type)
      }
      for (const type of sources.keys())
        expect(found(`data-${type.replaceAll('_', '-')}`, `Data${pascal(type)}`)).to.equal(type)
      expect(found('provider', 'PolderProvider')).to.equal('polder')
      expect(require(join(folder, 'lib/index.js'))).to.include.keys('organization', 'dataPolderUsers')
    })

    it('need their framework and nothing else', async () => {
      const { peerDependencies, dependencies, type } = JSON.parse(
        await readFile(join(folder, 'package.json'), 'utf8'),
      )
      expect(peerDependencies).to.have.all.keys(framework, 'constructs')
      expect(dependencies).to.equal(undefined)
      expect(type).to.equal('commonjs')
    })

    it('say that they are generated, and point to no page that does not exist', async () => {
      const types = await readFile(join(folder, 'lib/workspace-provider/index.d.ts'), 'utf8')
      expect(types).to.match(/^\/\/ Generated from schemas\//)
      expect(types).to.include('Bearer token of a service account in the cluster.')
      expect(types).to.not.include('https://registry')
    })
  })

describe('API.md', () => {
  before(freshBindings)

  it('names every class with its module, and the properties that the bindings take, required or not', async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'polder-test-'))
    await generateBindingsApi(outDir)
    const page = await readFile(join(outDir, 'API.md'), 'utf8')
    await rm(outDir, { recursive: true })
    const sections = page.split(/^## /m).slice(1)
    expect(sections).to.have.length(1 + managed.size + sources.size)
    for (const section of sections) {
      const [, className, module] = /^(\w+)\n\n.*from `lib\/([\w-]+)`/.exec(section)!
      const types = await readFile(join(bindingsFolder('cdktn'), 'lib', module!, 'index.d.ts'), 'utf8')
      const config = types.split(`export interface ${className}Config `)[1]!.split('\n}\n')[0]!
      const inBindings = [...config.matchAll(/^ {4}readonly (\w+)(\??):/gm)].map(
        ([, name, mark]) => `${name}${mark}`,
      )
      const inPage = [...section.split('```')[1]!.matchAll(/^ {2}(\w+)(\??):/gm)].map(
        ([, name, mark]) => `${name}${mark}`,
      )
      // Every provider has an alias, which the framework itself adds.
      expect(inPage, className).to.have.members(inBindings.filter((it) => it !== 'alias?'))
    }
  })
})

describe('Generating the bindings', () => {
  it('gives the same bytes each time, without Terraform', async () => {
    const root = await mkdtemp(join(tmpdir(), 'polder-test-'))
    const artefact = { folder: 'cdktn', write: (outDir: string) => generateBindings('cdktn', outDir) }
    await refresh(root, artefact)
    expect(await stale(root, artefact)).to.deep.equal([])
    await rm(root, { recursive: true })
  })
})
