// What `npm run bench -- --against <commit>` calls worse, and one real run of it.
import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { run } from '../../examples/local/parts/run.ts'
import { files, root } from '../support/sources.ts'
import { judge, type Round } from './compare-with-commit.ts'

const time = { row: 'create', unit: 'ms', bar: null }
const throughput = { row: 'read', unit: 'requests/s', bar: null, atLeast: true as const }
const rounds = (...values: [number, number, number][]): Round[] =>
  values.map(([before, after, again]) => ({ before, after, again }))
const seven = (before: number, after: number, again: number) =>
  rounds(...Array.from({ length: 7 }, (): [number, number, number] => [before, after, again]))

describe('a bench against another commit', () => {
  it('calls worse what takes more than a twentieth longer than before', () => {
    expect(judge(time, seven(100, 106, 100))).to.deep.include({ ratio: 1.06, spread: 0, verdict: 'worse' })
    expect(judge(time, seven(100, 104, 100))).to.deep.include({ ratio: 1.04, verdict: 'same' })
    expect(judge(time, seven(100, 90, 100)).verdict).to.equal('better')
  })

  it('calls worse what answers fewer requests, where more is better', () => {
    expect(judge(throughput, seven(1000, 900, 1000))).to.deep.include({ ratio: 1.111, verdict: 'worse' })
    expect(judge(throughput, seven(1000, 1200, 1000)).verdict).to.equal('better')
  })

  it('calls nothing worse by less than what before differs from itself', () => {
    expect(judge(time, seven(90, 110, 108))).to.deep.include({ spread: 0.2, verdict: 'same' })
  })

  it('goes by the median, and lets one round in five be disturbed', () => {
    const quiet = Array.from({ length: 6 }, (): [number, number, number] => [100, 100, 100])
    expect(judge(time, rounds(...quiet, [100, 900, 100])).verdict).to.equal('same')
    const slower = Array.from({ length: 6 }, (): [number, number, number] => [100, 110, 100])
    expect(judge(time, rounds(...slower, [100, 110, 900])).verdict).to.equal('worse')
  })

  it('lets neither gain from a machine that slows down evenly', () => {
    expect(judge(time, rounds([100, 110, 120])).ratio).to.equal(1)
  })

  describe('run on a repository whose second commit starts slowly', function () {
    this.timeout(120_000)
    let folder: string
    let first: string
    let second: string
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder })
    const bench = (...args: string[]) =>
      new Promise<{ status: unknown; printed: string }>((resolve) => {
        const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') }
        const command = ['test/bench/main.ts', 'handshake', ...args]
        execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
          resolve({ status: error ? error.code : 0, printed: stdout + stderr })
        })
      })

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'polder-bench-commits-'))
      for (const file of files) await cp(join(root, file), join(folder, file))
      await git('init', '--quiet')
      await git('add', '--all')
      await git('commit', '--quiet', '--message', 'Start quickly')
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
      first = (await git('rev-parse', 'HEAD')).trim()
      await appendFile(
        join(folder, 'terraform-bridge/plugin/pem.ts'),
        // The time is the subject: it makes one commit slower than the other.
        '\nawait new Promise((resolve) => setTimeout(resolve, 2000))\n',
      )
      await git('commit', '--quiet', '--all', '--message', 'Start slowly')
      second = (await git('rev-parse', 'HEAD')).trim()
    })
    after(() => rm(folder, { recursive: true, force: true }))

    it('ends with status 1 and names the row that is worse', async () => {
      const { status, printed } = await bench('--against', first, '--rounds', '5')
      expect(printed).to.match(/^row +before +after +unit +ratio +spread\n.*provider handshake .* worse$/m)
      expect(status, printed).to.equal(1)
    })

    it('ends with status 0 when nothing is, and prints JSON where asked', async () => {
      await git('checkout', '--quiet', first)
      const { status, printed } = await bench('--against', second, '--rounds', '1', '--json')
      expect(status, printed).to.equal(0)
      const [row] = JSON.parse(printed)
      expect(row).to.include({ row: 'provider handshake', unit: 'ms', verdict: 'better' })
      expect(row.before).to.be.above(row.after)
    })

    it('says what is wrong with its arguments, and ends with status 2', async () => {
      const option = await bench('--fast')
      expect(option.status).to.equal(2)
      expect(option.printed).to.match(/^Unknown option '--fast'/)
      const { status, printed } = await bench('--against', 'nonsense')
      expect(status).to.equal(2)
      expect(printed).to.match(/`nonsense` names no commit of this repository/)
    })
  })
})
