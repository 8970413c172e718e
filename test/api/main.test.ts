// The process that operators start: what it prints, what it leaves, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const main = fileURLToPath(new URL('../../api/main.ts', import.meta.url))

describe('npm start', function () {
  this.timeout(60_000)
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'polder-main-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  const run = (more: Record<string, string> = {}) => {
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      POLDER_DATA_DIR: dataDir,
      POLDER_LOG_LEVEL: 'info',
      ...more,
    }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { all: '' }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said.all += chunk))
    const ended = once(child, 'close').then(([code]) => code as number)
    const url = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const found = /serves at (\S+)/.exec(said.all)?.[1]
        if (found) resolve(found)
      })
      child.on('close', () => reject(new Error(`It ended: ${said.all}`)))
    })
    url.catch(() => {})
    return { child, said, ended, url }
  }
  const stop = async ({ child, ended }: { child: ChildProcess; ended: Promise<number> }) => {
    child.kill('SIGTERM')
    return ended
  }
  const isRunning = () =>
    stat(join(dataDir, 'postgres', 'postmaster.pid')).then(
      () => true,
      () => false,
    )

  it('ends with one sentence and no database left when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const env = { POLDER_LOG_LEVEL: 'silent', POLDER_ADMIN_TOKEN: 'polder_chosen-by-the-operator' }
    const { ended, said } = run({ ...env, PORT: String(port) })
    const code = await ended
    other.close()
    expect(code).to.equal(1)
    expect(said.all).to.equal(
      `Polder cannot start. 127.0.0.1:${port} is in use. Stop the program that listens there, or set PORT.\n`,
    )
    expect(await isRunning()).to.equal(false)
  })

  it('keeps the drawn token also when the start that drew it fails after that', async () => {
    const failed = run({ POLDER_HOST: '192.0.2.1' })
    expect(await failed.ended).to.equal(1)
    expect(failed.said.all).to.contain('Correct POLDER_HOST')
    const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim()
    const running = run()
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${await running.url}/v1/organizations`, { headers })
    await stop(running)
    expect(answer.status).to.equal(200)
  })

  it('ends with one sentence when a variable makes no sense', async () => {
    const { ended, said } = run({ POLDER_RESYNC_SECONDS: 'soon' })
    expect(await ended).to.equal(1)
    expect(said.all).to.match(/^Polder cannot start\. POLDER_RESYNC_SECONDS must be .*\n$/)
  })

  it('keeps the drawn token in a file that only its owner reads, and out of what it prints', async () => {
    const path = join(dataDir, 'admin-token')
    await writeFile(path, 'of a deployment before', { mode: 0o644 })
    const running = run()
    const url = await running.url
    const token = (await readFile(path, 'utf8')).trim()
    const answer = await fetch(`${url}/v1/organizations`, { headers: { authorization: `Bearer ${token}` } })
    const code = await stop(running)
    expect(answer.status).to.equal(200)
    expect((await stat(path)).mode & 0o077).to.equal(0)
    expect(running.said.all).to.contain(path)
    expect(running.said.all).not.to.contain(token)
    expect(code).to.equal(0)
  })

  it('stops its database with itself, and finds everything again', async () => {
    const env = { POLDER_ADMIN_TOKEN: 'polder_chosen-by-the-operator' }
    const headers = { authorization: `Bearer ${env.POLDER_ADMIN_TOKEN}`, 'content-type': 'application/json' }
    const first = run(env)
    const body = JSON.stringify({ name: 'acme' })
    const made = await fetch(`${await first.url}/v1/organizations`, { method: 'POST', headers, body })
    await stop(first)
    const between = await isRunning()
    const second = run(env)
    const found = await fetch(`${await second.url}/v1/organizations/acme`, { headers })
    await stop(second)
    expect([made.status, between, found.status]).to.deep.equal([201, false, 200])
    expect(second.said.all).not.to.contain('token')
  })

  it('P16 says in the log what became of a changed POLDER_ADMIN_TOKEN, which works', async () => {
    const first = run({ POLDER_ADMIN_TOKEN: 'polder_chosen-by-the-operator' })
    await first.url
    await stop(first)
    const second = run({ POLDER_ADMIN_TOKEN: 'polder_chosen-a-second-time' })
    const headers = { authorization: 'Bearer polder_chosen-a-second-time' }
    const { status } = await fetch(`${await second.url}/v1/users/admin`, { headers })
    await stop(second)
    expect(status).to.equal(200)
    expect(second.said.all).to.contain('User `admin` now holds the token in POLDER_ADMIN_TOKEN.')
    expect(second.said.all).not.to.contain('polder_chosen')
  })

  it('serves metrics on a port of their own where POLDER_METRICS_PORT says so, and nowhere else', async () => {
    const running = run({ POLDER_METRICS_PORT: '0' })
    const url = await running.url
    const [, metrics] = /"url":"([^"]+)","msg":"serving metrics"/.exec(running.said.all) ?? []
    const beside = await fetch(`${url}/metrics`)
    const text = await (await fetch(metrics!)).text()
    const { port } = new URL(metrics!)
    const second = run({
      POLDER_METRICS_PORT: port,
      POLDER_DATA_DIR: join(dataDir, 'second'),
      POLDER_LOG_LEVEL: 'silent',
    })
    const code = await second.ended
    await stop(running)
    expect(beside.status).to.equal(404)
    expect(text).to.contain('nodejs_eventloop_lag_p99_seconds')
    expect(text).to.contain('route="none",status="404"')
    expect([code, second.said.all]).to.deep.equal([
      1,
      `Polder cannot start. 127.0.0.1:${port} is in use. Stop the program that listens there, or set POLDER_METRICS_PORT.\n`,
    ])
  })
})
