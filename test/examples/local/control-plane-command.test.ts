// `npm run control-plane`: a cluster that stays after the command, until another command ends it.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { runningPrograms } from '../../../examples/local/cluster/control-plane.ts'
import { readRecord } from '../../../examples/local/cluster/control-plane-files.ts'
import { isRunning } from '../../../examples/local/cluster/daemon.ts'
import { run } from '../../../examples/local/parts/run.ts'

describe('npm run control-plane', function () {
  this.timeout(20 * 60_000)
  let data: string
  const program = fileURLToPath(
    new URL('../../../examples/local/cluster/control-plane-command.ts', import.meta.url),
  )
  const command = (...words: string[]) => {
    const env = { ...process.env, POLDER_DATA_DIR: data }
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      env,
      encoding: 'utf8',
    })
    return { status, said: stdout.trim(), complained: stderr.trim() }
  }
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'polder-data-'))
  })
  after(async () => {
    command('down', 'first')
    await rm(data, { recursive: true, force: true })
  })

  for (const words of [
    [],
    ['sideways'],
    ['up', 'Not a name'],
    ['up', '../up'],
    ['up', 'a', 'b'],
    ['toString'],
  ]) {
    it(`explains itself, exit status 2, when asked: ${words.join(' ') || 'nothing'}`, async () => {
      const before = await readdir(data)
      const { status, said, complained } = command(...words)
      expect(status).to.equal(2)
      expect(said).to.equal('')
      expect(complained).to.contain('Usage: npm run control-plane -- up|down|status [name]')
      expect(await readdir(data)).to.deep.equal(before)
    })
  }

  it('status 1 while there is no cluster, and down is content with that', () => {
    expect(command('status', 'none')).to.include({ status: 1, said: 'There is no cluster none.' })
    expect(command('down', 'none')).to.include({ status: 0, said: 'There is no cluster none.' })
  })

  describe('with a cluster', () => {
    let kubeconfig: string
    beforeEach(() => {
      const { status, said, complained } = command('up', 'first')
      expect(status, complained).to.equal(0)
      kubeconfig = said
    })
    const folder = () => join(data, 'clusters', 'first')
    const processes = () => readRecord(folder())!.processes

    it('up prints the kubeconfig of a cluster that works; up again prints the same and starts nothing', async () => {
      const { kubectl } = readRecord(folder())!
      expect(await run(kubectl, ['--kubeconfig', kubeconfig, 'get', '--raw=/readyz'])).to.equal('ok')
      expect(command('status', 'first').status).to.equal(0)
      const before = processes()
      expect(command('up', 'first')).to.include({ status: 0, said: kubeconfig })
      expect(processes()).to.deep.equal(before)
    })

    it('status tells what died, and up mends it', () => {
      process.kill(processes()['kube-controller-manager']!, 'SIGKILL')
      const { status, said } = command('status', 'first')
      expect(status).to.equal(1)
      expect(said).to.contain('kube-controller-manager ended')
      expect(command('up', 'first').status).to.equal(0)
      expect(command('status', 'first').status).to.equal(0)
    })

    it('down leaves neither process nor data', () => {
      const pids = Object.values(processes())
      expect(runningPrograms(folder())).to.have.length(3)
      expect(command('down', 'first')).to.include({ status: 0, said: 'The cluster first is gone.' })
      for (const pid of pids) expect(isRunning(pid, folder())).to.equal(false)
      expect(command('status', 'first')).to.include({ status: 1, said: 'There is no cluster first.' })
    })
  })
})
