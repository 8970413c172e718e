// The README is true: its map, its commands, its variables, and the promises that tests cite.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { files, read, root, sources } from '../support/sources.ts'

const readme = read('README.md')
const map = [...readme.matchAll(/^((?:schemas|api|terraform-bridge|examples|test)\/\S*) {2,}\S/gm)].map(
  (it) => it[1]!,
)
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts

describe('the README', () => {
  it('maps only what is there', () => {
    expect(map.length).to.be.greaterThan(20)
    expect(map.filter((path) => !existsSync(join(root, path)))).to.deep.equal([])
  })

  it('maps every room of the product', () => {
    const rooms = new Set(
      files
        .filter((path) => /^(api|terraform-bridge|examples)\/[^/]+\//.test(path))
        .map((path) => `${path.split('/').slice(0, 2).join('/')}/`),
    )
    expect([...rooms].filter((room) => !map.includes(room))).to.deep.equal([])
  })

  it('names every command and no other', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z][a-z:-]*)/g)].map((it) => it[1]!)
    expect(named.filter((it) => it !== 'ci' && !(it in scripts))).to.deep.equal([])
    expect(Object.keys(scripts).filter((it) => !it.includes(':') && !named.includes(it))).to.deep.equal([])
  })

  it('names every environment variable and no other', () => {
    const variables = (text: string) =>
      new Set([...text.matchAll(/\b(POLDER_[A-Z_]+|DATABASE_URL|PORT)\b/g)].map((it) => it[1]!))
    const told = variables(readme.slice(readme.indexOf('## Running it for real')))
    expect([...told].sort()).to.deep.equal([...variables(read('api/config.ts'))].sort())
  })

  it('every promise is cited by a test, and every id a test cites is a promise', () => {
    const id = /\b(?:WP|ORG|NS|BP|TF)-\d\d\b/g
    const tests = files.filter((path) => path.endsWith('.test.ts') && !path.startsWith('test/house/'))
    expect(idsIn(tests, id)).to.deep.equal(idsIn(['test/promises.md'], id))
  })

  it('every rule is cited somewhere, and every rule cited is told', () => {
    const id = /\b[PS]\d{1,2}\b/g
    expect(idsIn(sources, id)).to.deep.equal(idsIn(['test/promises.md'], id))
  })
})

const idsIn = (paths: string[], id: RegExp) =>
  [...new Set(paths.flatMap((path) => read(path).match(id) ?? []))].sort()
