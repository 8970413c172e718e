// Wakes the other processes on the same database, and is woken by them: NOTIFY and LISTEN on the channel `polder`.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './source.ts'

const channel = 'polder'
/** Writes in so short a time share one notification. */
const gatheredMs = 20
/** A notification is lost with its connection: then what it told is found out this late. */
const unheardMs = 10_000
const retryMs = { shortest: 100, longest: 5_000 }

type Client = Awaited<ReturnType<Database['connect']>>
type Tell = (facts: object, message: string) => void

type Needs = {
  database: Pick<Database, 'connect'>
  log: Readonly<Record<'info' | 'warn', Tell>>
  /** In [0, 1). */
  random: () => number
  /** Another process may have written something. */
  woken: () => void
}

export type Notifications = {
  /** Tells the other processes soon: at once, or when the database is back. Never throws. */
  notify(): void
  /** Sends what is still to be told, and ends the connection. */
  stop(): Promise<void>
}

/**
 * One connection listens and notifies, so that a process is not woken by its own notifications. `woken` is called for
 * each of the others', after each connect, since something may have been missed, and when nothing was heard for 10 s.
 */
export const openNotifications = ({ database, log, random, woken }: Needs): Notifications => {
  const stopping = new AbortController()
  const { signal } = stopping
  let listener: { client: Client; broken: () => void } | undefined
  let isUntold = false
  let isTelling = false
  let told = Promise.resolve()
  const unheard = setInterval(woken, unheardMs).unref()
  const heard = () => {
    unheard.refresh()
    woken()
  }

  const tell = async () => {
    isTelling = true
    while (listener && isUntold) {
      isUntold = false
      const { client, broken } = listener
      // Outside of any transaction: a notification takes one lock of the whole server until its commit is done.
      await client.query(`select pg_notify('${channel}', '')`).catch(() => {
        isUntold = true
        broken()
      })
      await pause(gatheredMs)
    }
    isTelling = false
  }
  const notify = () => {
    isUntold = true
    if (!isTelling) told = tell()
  }

  /** Resolves when the connection is of no use any more. */
  const listen = async (connected: () => void) => {
    const client = await database.connect()
    const { promise: over, resolve: broken } = Promise.withResolvers<void>()
    client.once('end', broken)
    signal.addEventListener('abort', () => broken(), { once: true })
    client.on('notification', ({ processId }) => {
      if (processId !== (client as unknown as { processID: number }).processID) heard()
    })
    try {
      // Nobody waits on that lock for a disk: what a crash loses is found out as any lost notification is.
      await client.query(`set synchronous_commit = off; listen ${channel}`)
      if (signal.aborted) return
      listener = { client, broken }
      connected()
      heard()
      if (isUntold) notify()
      await over
    } finally {
      listener = undefined
      client.end().catch(() => {})
    }
  }

  const keepListening = async () => {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const connected = () => {
        if (failures > 0) log.info({ failures }, 'changes by other processes are heard at once again')
        failures = 0
      }
      const why = await listen(connected).then(
        () => 'the connection ended',
        (cause: Error) => cause.message,
      )
      if (signal.aborted) return
      if (failures === 0) log.warn({ why }, 'changes by other processes are only looked for every 10 seconds')
      const most = Math.min(retryMs.longest, retryMs.shortest * 2 ** failures)
      await pause(most * (0.5 + random() / 2), undefined, { signal }).catch(() => {})
    }
  }
  const listening = keepListening()

  return {
    notify,
    async stop() {
      clearInterval(unheard)
      await told
      stopping.abort()
      await listening
    },
  }
}
