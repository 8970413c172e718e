// A test run that breaks off fails, whatever it broke off by, and says which file it was at.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../support/sources.ts'

/** Throws when its file is done and told, and leaves a mark when its process ends by that. */
const late = `
import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(new URL('mark', import.meta.url), ''))
const fail = () => {
  throw new Error('late')
}
const afterTheFile = () =>
  // The time is the subject: what mocha hears of the file has left the process by then.
  process.listenerCount('uncaughtException') > 0 ? setImmediate(afterTheFile) : setTimeout(fail, 100)
it('bad', afterTheFile)
`
const untilMarked = `
import { access } from 'node:fs/promises'
import { until } from '${join(root, 'test/support/until.ts')}'
it('good', () => until(() => access(new URL('mark', import.meta.url))))
`

describe('a test run', function () {
  this.timeout(30_000)
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polder-broken-off-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** Runs a bad file beside a good one, as `npm test` does. */
  const ran = async (bad: string, good = `it('good', () => {})`) => {
    const files = Object.entries({ bad, good }).map(([name, text]) => ({
      path: join(folder, `${name}.test.mjs`),
      text,
    }))
    for (const { path, text } of files) await writeFile(path, text)
    const mocha = join(root, 'node_modules/mocha/bin/mocha.js')
    const words = [mocha, '--parallel', '--jobs', '2', ...files.map(({ path }) => path)]
    const child = spawn(process.execPath, words, { cwd: root })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk
      })
    const [status] = await once(child, 'close')
    return { status, printed }
  }

  for (const [what, text] of [
    ['whose process is killed', `it('bad', () => process.kill(process.pid, 'SIGKILL'))`],
    ['whose process ends by itself', `it('bad', () => process.exit(0))`],
    ['that cannot be loaded', `throw new Error('bad')`],
  ] as const)
    it(`fails by a file ${what}, names it, and runs the others`, async () => {
      const { status, printed } = await ran(text)
      expect(status, printed).to.equal(1)
      expect(printed)
        .to.match(/1\) \S*bad\.test\.mjs was broken off/)
        .and.match(/^1 passed, 1 failed$/m)
    })

  it('fails by an error between two files, and says that tests are missing', async () => {
    const { status, printed } = await ran(late, untilMarked)
    expect(status, printed).to.equal(1)
    expect(printed).to.include('late').and.include('The tests were broken off between two files')
  })

  it('fails by a test that fails, and counts the tests of all files once', async () => {
    const { status, printed } = await ran(`it('bad', () => { throw new Error('wrong') })`)
    expect(status, printed).to.equal(1)
    expect(printed.match(/^\d+ passed, \d+ failed$/gm)).to.deep.equal(['1 passed, 1 failed'])
  })
})
