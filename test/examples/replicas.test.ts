// The example of three replicas, started as written: one address, whatever becomes of a process.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { expect } from 'chai'
import { testDatabase } from '../support/database/database.ts'
import { root } from '../support/sources.ts'
import { until } from '../support/until.ts'

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The first of the ports that the example takes, all of which are free. */
const freePorts = async () => {
  for (let port = 20_000 + Math.floor(Math.random() * 10_000); ; port += 20) {
    const all = [0, 1, 2, 3, 11, 12, 13].map((it) => port + it)
    if ((await Promise.all(all.map(isFree))).every((it) => it)) return port
  }
}

/** The processes that `parent` has started, by the port that each listens on. */
const childrenOf = async (parent: number) => {
  const found = new Map<number, number>()
  for (const pid of (await readdir('/proc')).filter((it) => /^\d+$/.test(it))) {
    const [stat, environment] = await Promise.all(
      ['stat', 'environ'].map((it) => readFile(`/proc/${pid}/${it}`, 'utf8').catch(() => '')),
    )
    if (Number(stat!.slice(stat!.lastIndexOf(')') + 2).split(' ')[1]) !== parent) continue
    found.set(Number(/(?:^|\0)PORT=(\d+)/.exec(environment!)?.[1]), Number(pid))
  }
  return found
}

describe('npm run replicas', function () {
  this.timeout(120_000)

  it('serves three processes on one database at one address, goes on when one is killed, and ends with all', async () => {
    const database = await testDatabase()
    const { databaseUrl, adminToken, encryptionKeys } = database.config
    const port = await freePorts()
    const script: string = JSON.parse(await readFile(`${root}/package.json`, 'utf8')).scripts.replicas
    const [program, ...args] = script.split(' ')
    expect(program).to.equal('node')
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        POLDER_ENCRYPTION_KEY: encryptionKeys[0]!.toString('base64'),
        POLDER_ADMIN_TOKEN: adminToken,
        POLDER_LOG_LEVEL: 'error',
      },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
    const ended = once(child, 'exit')
    const url = `http://127.0.0.1:${port}`
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' }
    const create = async (name: string) => {
      const body = JSON.stringify({ name })
      const send = () => fetch(`${url}/v1/organizations`, { method: 'POST', headers, body })
      // Whoever was answered by nobody sends the request again, and finds what the first one made (S9).
      return (await send().catch(send)).ok
    }
    const replicasReady = () =>
      until(async () => {
        const ready = [1, 2, 3].map((it) =>
          fetch(`http://127.0.0.1:${port + it}/readyz`).then(({ ok }) => ok),
        )
        expect(await Promise.all(ready.map((it) => it.catch(() => false))), said).to.deep.equal([
          true,
          true,
          true,
        ])
        expect((await fetch(`${url}/readyz`)).status).to.equal(200)
      }, 60_000)
    try {
      await replicasReady()
      const answered = async (index: number) => {
        const text = await (await fetch(`http://127.0.0.1:${port + 10 + index}/metrics`)).text()
        const counts = text.matchAll(
          /duration_seconds_count\{method="POST",route="\/v1\/organizations"[^}]*\} (\d+)/g,
        )
        return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
      }
      let count = 0
      await until(async () => {
        expect(await create(`before-${count++}`)).to.equal(true)
        for (const index of [1, 2, 3]) expect(await answered(index)).to.be.above(0)
      })
      // Leases on providers are shared by as many.
      expect(await database.run('select from replica where expires_at > now()')).to.equal(3)

      const before = await childrenOf(child.pid!)
      expect([...before.keys()].sort()).to.deep.equal([port + 1, port + 2, port + 3])
      process.kill(before.get(port + 2)!, 'SIGKILL')
      for (let index = 0; index < 20; index += 1) expect(await create(`meanwhile-${index}`)).to.equal(true)
      await until(async () => {
        const pid = (await childrenOf(child.pid!)).get(port + 2)
        expect(pid)
          .to.be.a('number')
          .and.not.equal(before.get(port + 2))
      })
      await replicasReady()

      child.kill('SIGTERM')
      expect(await ended, said).to.deep.equal([0, null])
      expect(await isFree(port + 1)).to.equal(true)
    } finally {
      child.kill('SIGTERM')
      await ended
      await database.close()
    }
  })
})
