// The PostgreSQL that Polder brings along: started by anyone, kept over restarts and crashes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import pg from 'pg'
import { configuration } from '../../../../api/config.ts'
import { startEmbedded } from '../../../../api/database/server/embedded.ts'
import { openDatabase } from '../../../../api/database/server/source.ts'
import { until } from '../../../support/until.ts'

const script = fileURLToPath(new URL('../../../support/database/writes-until-killed.ts', import.meta.url))

describe('the embedded PostgreSQL', function () {
  this.timeout(60_000)
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'polder-embedded-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  const postmaster = async () => {
    const lines = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    return Number(lines.split('\n')[0])
  }

  it('refuses a directory whose socket no program could name', async () => {
    const wrong = await startEmbedded(join(dataDir, 'x'.repeat(90))).catch((cause) => cause)
    expect(wrong.message).to.match(/POLDER_DATA_DIR is too long/)
  })

  it('runs as somebody who is not root, and lets nobody else in', async () => {
    const embedded = await startEmbedded(dataDir)
    const { uid, mode } = await stat(join(dataDir, 'postgres'))
    const running = await stat(`/proc/${await postmaster()}`).catch(() => ({ uid }))
    await embedded.stop()
    expect(uid).not.to.equal(0)
    expect(running.uid).to.equal(uid)
    expect(mode & 0o077).to.equal(0)
  })

  it('keeps what was stored over a restart', async () => {
    const config = configuration({ POLDER_DATA_DIR: dataDir })
    const before = await openDatabase(config)
    await before.query('create table kept (it text)')
    await before.close()
    const after = await openDatabase(config)
    const rows = await after.query('select * from kept')
    await after.close()
    expect(rows).to.deep.equal([])
    expect(before.keys).to.deep.equal(after.keys)
  })

  it('adopts the server that outlived a killed Polder, and loses nothing that was committed', async () => {
    const env = { ...process.env, POLDER_DATA_DIR: dataDir }
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    child.stdout.on('data', (chunk) => {
      told += chunk
      if (told.split('\n').length > 200) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const outlived = await postmaster()
    const database = await openDatabase(configuration({ POLDER_DATA_DIR: dataDir }))
    const [row] = await database.query<{ count: number }>('select count(*) from written')
    const adopted = await postmaster()
    await database.close()
    expect(adopted).to.equal(outlived)
    expect(row!.count).to.be.at.least(told.trim().split('\n').length)
  })

  it('starts again after the server itself was killed, and loses nothing that was committed', async () => {
    const config = configuration({ POLDER_DATA_DIR: dataDir })
    const embedded = await startEmbedded(dataDir)
    const client = new pg.Client(embedded)
    client.on('error', () => {})
    await client.connect()
    await client.query('create table kept (it integer)')
    for (let number = 0; number < 50; number += 1)
      await client.query('insert into kept values ($1)', [number])
    const ended = new Promise((resolve) => client.once('end', resolve))
    process.kill(await postmaster(), 'SIGKILL')
    await ended
    const database = await openDatabase(config)
    const [row] = await database.query<{ count: number }>('select count(*) from kept')
    await database.close()
    expect(row!.count).to.equal(50)
  })

  it('is started again when it is killed under a running Polder', async () => {
    const database = await openDatabase(configuration({ POLDER_DATA_DIR: dataDir }))
    const killed = await postmaster()
    process.kill(killed, 'SIGKILL')
    await until(async () => {
      await database.query('select 1')
      expect(await postmaster()).not.to.equal(killed)
    }, 30_000)
    await database.close()
  })

  it('is started again when it is killed while every connection is in use', async () => {
    const database = await openDatabase(configuration({ POLDER_DATA_DIR: dataDir }))
    const asked = Array.from({ length: 20 }, () =>
      database.query('select pg_sleep(60)').catch((cause: Error) => cause),
    )
    const watcher = new pg.Client({ host: join(dataDir, 'postgres'), user: 'polder', database: 'postgres' })
    watcher.on('error', () => {})
    await watcher.connect()
    await until(async () => {
      const { rowCount } = await watcher.query("select from pg_stat_activity where wait_event = 'PgSleep'")
      expect(rowCount).to.equal(20)
    })
    process.kill(await postmaster(), 'SIGKILL')
    for (const end of await Promise.all(asked)) expect(end).to.be.an('error')
    await until(() => database.query('select 1'), 30_000)
    await database.close()
  })

  it('goes on while another process is still connected to it', async () => {
    const embedded = await startEmbedded(dataDir)
    const other = new pg.Client(embedded)
    await other.connect()
    await embedded.stop()
    const { rows } = await other.query('select 1 as still')
    await other.end()
    await embedded.stop()
    expect(rows).to.deep.equal([{ still: 1 }])
  })
})
