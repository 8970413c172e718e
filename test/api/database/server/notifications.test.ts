// How processes on one database wake each other.
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { openNotifications } from '../../../../api/database/server/notifications.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import { testDatabase } from '../../../support/database/database.ts'
import { until } from '../../../support/until.ts'

describe('notifications between replicas', () => {
  let database: Database
  let opened: { stop(): Promise<void> }[]
  beforeEach(async () => {
    database = await testDatabase()
    opened = []
  })
  afterEach(async () => {
    for (const it of opened) await it.stop()
    await database.close()
  })

  /** A process that listens; connecting woke it for the first time. */
  const open = async (connect: Database['connect'] = database.connect) => {
    const heard = { count: 0, said: [] as string[] }
    const tell = (_: object, message: string) => void heard.said.push(message)
    const notifications = openNotifications({
      database: { connect },
      log: { info: tell, warn: tell },
      random: () => 0,
      woken: () => {
        heard.count += 1
      },
    })
    opened.push(notifications)
    await until(() => expect(heard.count).to.equal(1))
    return { ...notifications, heard }
  }

  /** The processes of PostgreSQL that serve connections which listen. */
  const listeners = async () => {
    const text =
      "select pid from pg_stat_activity where query like '%listen polder%' and pid <> pg_backend_pid()"
    return (await database.query<{ pid: number }>(text)).map(({ pid }) => pid)
  }

  /** Ends every connection that listens; resolves when none is left of them. */
  const breakListeners = async () => {
    const pids = await listeners()
    await database.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids])
    await until(async () => {
      expect(await database.run('select from pg_stat_activity where pid = any($1)', [pids])).to.equal(0)
    })
    return pids.length
  }

  it('wake every other process, and not the one that notifies', async () => {
    const [a, b, c] = [await open(), await open(), await open()]
    a.notify()
    await until(() => expect([b.heard.count, c.heard.count]).to.deep.equal([2, 2]))
    // The server delivers in order: what woke `a` by its own notification would have come before this.
    b.notify()
    await until(() => expect([a.heard.count, c.heard.count]).to.deep.equal([2, 3]))
    expect(b.heard.count).to.equal(2)
  })

  it('are one at most every 20 ms, however many writes there are, and the last write is told', async () => {
    const payloads: unknown[] = []
    const listener = await database.connect()
    listener.on('notification', ({ payload }) => payloads.push(payload))
    await listener.query('listen polder')
    const { notify, stop } = await open()
    const begun = performance.now()
    for (let round = 0; round < 30; round += 1) {
      for (let index = 0; index < 100; index += 1) notify()
      // The time is the subject: writes that go on for longer than notifications are gathered.
      await setTimeout(5)
    }
    await database.run("select pg_notify('polder', 'after a while')")
    notify()
    await stop()
    const most = 2 + (performance.now() - begun) / 20
    await database.run("select pg_notify('polder', 'end')")
    await until(() => expect(payloads).to.include('end'))
    await listener.end()
    expect(payloads.length - 2).to.be.within(2, most)
    expect(payloads.slice(-2)).to.deep.equal(['', 'end'])
  })

  it('wake again after their connections were lost, and once more for what was missed meanwhile', async () => {
    const [a, b] = [await open(), await open()]
    expect(await breakListeners()).to.equal(2)
    await until(() => expect([a.heard.count, b.heard.count]).to.deep.equal([2, 2]))
    expect(b.heard.said).to.deep.equal([
      'changes by other processes are only looked for every 10 seconds',
      'changes by other processes are heard at once again',
    ])
    a.notify()
    await until(() => expect(b.heard.count).to.equal(3))
  })

  it('tell what was written while the connection was lost as soon as it is back', async () => {
    let refuses = false
    const connect = async () => {
      if (refuses) throw new Error('the database is down')
      return database.connect()
    }
    const [a, b] = [await open(connect), await open()]
    refuses = true
    await breakListeners()
    await until(() => expect(b.heard.count).to.equal(2))
    a.notify()
    await until(() => expect(a.heard.said).to.have.length(1))
    expect(b.heard.count).to.equal(2)
    refuses = false
    await until(() => expect(b.heard.count).to.equal(3), 5000)
  })

  it('tell what was written through another connection when theirs answers nothing for 5 seconds', async () => {
    const a = await open()
    const [pid] = await listeners()
    const b = await open()
    process.kill(pid!, 'SIGSTOP')
    try {
      a.notify()
      // Sooner than `b` would look by itself.
      await until(() => expect(b.heard.count).to.equal(2), 8000)
      expect(a.heard.said).to.have.length(2)
    } finally {
      process.kill(pid!, 'SIGCONT')
    }
  })

  it('end with their connection', async () => {
    const it = await open()
    it.notify()
    await it.stop()
    opened = []
    await until(async () => expect(await breakListeners()).to.equal(0))
  })
})
