// What every file of the house looks like.
import { basename, dirname } from 'node:path'
import { expect } from 'chai'
import { offeredAs, resources } from '../../schemas/index.ts'
import { files, generated, read, sources } from '../support/sources.ts'

const lines = (path: string) => read(path).split('\n').length - 1
const nouns = resources.map(({ name }) => name)

describe('files', () => {
  it('a file opens with one sentence that says what it is', () => {
    const silent = sources.filter((path) => !/^(#!.*\n)?\/\/ \S.*/.test(read(path)))
    expect(silent).to.deep.equal([])
  })

  it('files are small: the median about 60 lines, none above 200', () => {
    const product = sources.filter((path) => !path.startsWith('test/'))
    const sizes = product.map(lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).to.be.within(30, 75)
    expect(product.filter((path) => lines(path) > 200)).to.deep.equal([])
  })

  it('a file is named after its one export in kebab-case, or after a noun as the noun is spelled', () => {
    const odd = sources.filter((path) => {
      const name = basename(path).replace(/(\.test)?\.ts$/, '')
      const table = /^api\/database\/schema\/migrations\/\d{4}_[a-z_]+\.ts$/
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !nouns.includes(name) && !table.test(path)
    })
    expect(odd).to.deep.equal([])
  })

  it('no two files of one floor export the same name', () => {
    const named = /^export (?:async )?(?:const|function\*?|class|type|interface) (\w+)/gm
    for (const floor of ['schemas/', 'api/', 'terraform-bridge/', 'examples/', 'test/']) {
      const names = sources
        .filter((path) => path.startsWith(floor) && !path.startsWith('api/reconciler/'))
        .flatMap((path) => [...read(path).matchAll(named)].map((it) => it[1]!))
      expect(names.length, floor).to.be.greaterThan(10)
      expect(names.filter((name, at) => names.indexOf(name) !== at)).to.deep.equal([])
    }
  })

  it('a function is a constant with an arrow; only a generator is declared', () => {
    const declared = /^(?:export )?(?:default )?(?:async )?function \w+/m
    expect(sources.filter((path) => declared.test(read(path)))).to.deep.equal([])
  })

  it('there is no dumping ground', () => {
    const dumps = /^(utils?|helpers?|common|misc|shared)(\.ts)?$/
    expect(
      files.filter((path) => path.split('/').some((part) => dumps.test(part)) && !/bindings/.test(path)),
    ).to.deep.equal([])
  })

  it('no index only re-exports', () => {
    const only = sources
      .filter((path) => basename(path) === 'index.ts')
      .filter((path) =>
        read(path)
          .split('\n')
          .filter((line) => line.trim() && !line.startsWith('//'))
          .every((line) => line.startsWith('export ') && line.includes(' from ')),
      )
    expect(only).to.deep.equal([])
  })

  it('nobody is a Manager or a Service, and nothing is handled or processed', () => {
    const vague =
      /\b(class|interface|type) \w*(Manager|Service)\b|\b(function|const) (handle|process)[A-Z]\w*/
    expect(sources.filter((path) => vague.test(read(path)))).to.deep.equal([])
  })

  it('a test waits for an event by until.ts; a timer needs a comment above it that the time is the subject', () => {
    const timer = /\b(?:setTimeout|sleep|scheduler\.wait)\(|\bsetTimeout as (?!sleep\b)/
    const isFixed = (line: string, at: number, all: string[]) =>
      timer.test(line) && !all[at - 1]!.includes('// The time is the subject: ')
    const fixed = sources
      .filter((path) => path.startsWith('test/') && path !== 'test/support/until.ts')
      .flatMap((path) =>
        read(path)
          .split('\n')
          .filter(isFixed)
          .map((line) => `${path}: ${line.trim()}`),
      )
    expect(fixed).to.deep.equal([])
  })

  it('a pattern of test files has no comma, where mocha would cut it and find nothing', () => {
    const cut = /\{[\w-]+(,[\w-]+)+\}[\w*-]*\.test\.ts/
    const runs = files.filter((path) => path.endsWith('package.json') || path.startsWith('test/'))
    expect(runs.filter((path) => cut.test(read(path)))).to.deep.equal([])
  })

  it('nothing is left for later', () => {
    const later = /\b(TO[D]O|FIX[M]E|X[X]X)\b/
    const written = files.filter((path) => /\.(ts|tf|md|sh|ya?ml)$/.test(path) && !generated.test(path))
    expect(written.filter((path) => later.test(read(path)))).to.deep.equal([])
  })

  it('every noun has its file in each of the rooms that speak of it', () => {
    for (const noun of nouns) {
      expect(files, noun).to.include(`schemas/${noun}.ts`)
      expect(files, noun).to.include(`api/resources/${noun}.ts`)
      expect(files, noun).to.include(`test/api/${noun}.test.ts`)
      expect(
        files.filter((path) => new RegExp(`^api/database/schema/migrations/\\d{4}_${noun}\\.ts$`).test(path)),
        noun,
      ).to.have.length(1)
    }
  })

  it('every noun that Terraform manages has an example', () => {
    for (const { name } of offeredAs('resource'))
      expect(files).to.include(`examples/resources/${name}/resource.tf`)
  })

  it('the top level holds the rooms and nothing else', () => {
    const rooms = new Set(
      files
        .filter((path) => dirname(path) !== '.')
        .map((path) => path.split('/')[0])
        .filter((it) => !it!.startsWith('.')),
    )
    expect([...rooms].sort()).to.deep.equal(['api', 'examples', 'schemas', 'terraform-bridge', 'test'])
  })
})
