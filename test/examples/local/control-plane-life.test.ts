// How a local control plane ends: by outage, by stop, with whoever started it, or before it began.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import {
  runningPrograms,
  startControlPlane,
  stopControlPlane,
} from '../../../examples/local/cluster/control-plane.ts'
import { programs } from '../../../examples/local/cluster/control-plane-files.ts'
import { until } from '../../support/until.ts'

describe('the life of a local control plane', function () {
  this.timeout(20 * 60_000)
  let directory: string
  let orphaned: string
  let cluster: Cluster
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'polder-control-plane-'))
    orphaned = join(directory, 'orphaned')
    cluster = await startControlPlane({ directory })
  })
  after(async () => {
    await cluster?.stop()
    await stopControlPlane(orphaned)
    await rm(directory, { recursive: true, force: true })
  })

  const address = () => cluster.request('GET', '/api/v1/namespaces/outlives').then(({ status }) => status)

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`refuses connections after its API server ended by ${signal}, and knows everything when it is back`, async () => {
      await cluster.request('POST', '/api/v1/namespaces', { metadata: { name: 'outlives' } })
      await cluster.stopApiServer(signal)
      expect(runningPrograms(directory)).to.deep.equal(['kube-controller-manager', 'etcd'])
      expect(await address().catch((error) => error.code)).to.equal('ECONNREFUSED')
      await cluster.startApiServer()
      expect(await address()).to.equal(200)
    })
  }

  it('leaves no process when it is stopped, and starts again at the same address with its data', async () => {
    const { server } = cluster
    await cluster.stop()
    expect(runningPrograms(directory)).to.deep.equal([])
    cluster = await startControlPlane({ directory })
    expect(cluster.server).to.equal(server)
    expect(await address()).to.equal(200)
  })

  it('says which program ended and shows the end of its log when it cannot start', async () => {
    const broken = join(directory, 'broken')
    await mkdir(broken)
    await writeFile(join(broken, 'etcd'), 'a file where a folder should be')
    const failure = await startControlPlane({ directory: broken }).catch((error) => error.message)
    expect(failure).to.match(/^etcd ended instead of starting/)
    expect(failure).to.contain('etcd.log').and.contain('not a directory')
    expect(runningPrograms(broken)).to.deep.equal([])
  })

  it('dies with the process that started it, even one that is killed', async () => {
    const module = new URL('../../../examples/local/cluster/control-plane.ts', import.meta.url).href
    const script = `
      import { startControlPlane } from ${JSON.stringify(module)}
      await startControlPlane({ directory: ${JSON.stringify(orphaned)} })
      console.log('started')
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(parent.stdout, 'data')
    expect(runningPrograms(orphaned)).to.deep.equal([...programs])
    parent.kill('SIGKILL')
    await until(() => expect(runningPrograms(orphaned), 'they outlive it').to.deep.equal([]))
  })
})
