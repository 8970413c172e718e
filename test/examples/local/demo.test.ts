// The demo as a newcomer runs it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../../support/sources.ts'

describe('npm run demo', function () {
  this.timeout(20 * 60_000)
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'polder-demo-test-'))
    execFileSync('chmod', ['711', directory])
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  const demo = (environment: NodeJS.ProcessEnv, ...args: string[]) => {
    const env = { ...process.env, POLDER_DATA_DIR: directory, ...environment }
    const child = spawn(process.execPath, ['examples/local/demo.ts', ...args], { cwd: root, env })
    let output = ''
    const news = new EventEmitter()
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        news.emit('news')
      })
    }
    child.once('close', () => news.emit('news'))
    const said = async (text: string) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(output)
        await once(news, 'news')
      }
    }
    return { child, said, output: () => output, ended: ended(child) }
  }
  const ended = async (child: ChildProcess) => ((await once(child, 'close')) as [number])[0]

  // Whatever it starts has a file of its directory on the command line.
  const left = () =>
    execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(directory))

  it('ends with the truth when something it needs is wrong, and leaves nothing', async () => {
    const { ended, output } = demo({ KUBEBUILDER_ASSETS: '', POLDER_DATA_DIR: '/dev/null/nowhere' }, '--once')
    expect(await ended).to.equal(1)
    expect(output()).to.contain('/dev/null/nowhere')
    expect(left()).to.deep.equal([])
  })

  it('--once shows the tenants from three sides, ends with status 0 and leaves no process and no file', async () => {
    const { ended, output } = demo({}, '--once')
    expect(await ended, output()).to.equal(0)
    const [, afterTerraform] = output().split('Seen by Terraform')
    const [byTerraform, afterRest] = afterTerraform!.split('Seen over REST')
    const [overRest, inCluster] = afterRest!.split('Seen in the cluster')
    expect(byTerraform).to.contain('namespaces = {').and.to.contain('robotics')
    expect(overRest).to.match(/^sovereign +in-south +sovereign +per_organization +ready/m)
    expect(inCluster).to.match(/^namespace\/robotics-robotics-/m)
    expect(inCluster).to.match(/^robotics-robotics-\S+ +resourcequota\/.*requests\.cpu: 0\/48/m)
    expect(left()).to.deep.equal([])
    expect(await readdir(directory)).to.deep.equal([])
  })

  it('stays up, prints three commands that work when copied, and Ctrl-C ends all of it', async () => {
    const { child, ended, said, output } = demo({})
    await said('Ctrl-C here')
    const commands = output()
      .split('\n')
      .filter((line) => line.startsWith('. '))
    expect(commands).to.have.length(3)
    const results = commands.map((command) =>
      execFileSync('sh', ['-c', command], { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    expect(results[0]).to.contain('Apply complete! Resources: 0 added, 10 changed, 0 destroyed.')
    expect(results[1]).to.match(/requests\.cpu: 0\/96/)
    expect(JSON.parse(results[2]!).items).to.have.length(3)
    child.kill('SIGINT')
    expect(await ended, output()).to.equal(0)
    expect(left()).to.deep.equal([])
    expect(await readdir(directory)).to.deep.equal([])
  })
})
