// The lock file names the packages of every platform, so that `npm ci` works on each of them.
import { expect } from 'chai'
import { read } from '../support/sources.ts'

type Locked = { optionalDependencies?: Record<string, string> }
const locked: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages

describe('the lock file', () => {
  // npm leaves out what its registry did not offer when the file was written, and `npm ci` then refuses all of it.
  it('has an entry for every optional dependency: add `version`, `optional`, `os` and `cpu` by hand where npm did not', () => {
    const named = Object.values(locked).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    )
    const entries = new Set(
      Object.keys(locked).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
    )
    expect(named).to.have.length.above(100)
    expect(named.filter((name) => !entries.has(name))).to.deep.equal([])
  })
})
