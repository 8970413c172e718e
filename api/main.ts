// Starts Polder: opens the database, begins the deployment, reconciles and serves; closes in reverse.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, configuration } from './config.ts'
import { firstStart, type Hand } from './database/first-start.ts'
import { openBearers } from './database/read/bearers.ts'
import { rotateKeys } from './database/rotate-keys.ts'
import { openNotifications } from './database/server/notifications.ts'
import { type Database, openDatabase } from './database/server/source.ts'
import { openStore } from './database/store.ts'
import { serveMetrics } from './http/metrics-server.ts'
import { serveHttp } from './http/server.ts'
import { openLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { readKinds } from './reconciler/provider/read-kinds.ts'
import { createReconciler } from './reconciler/reconciler.ts'

export type Running = {
  url: string
  database: Database
  /** The administrator's, where it was drawn at this start. */
  adminToken?: string
  /** Resolves when the reconciler has nothing to do. */
  idle(): Promise<void>
  /** Lets requests and passes end, then closes everything. */
  stop(): Promise<void>
}

/** Throws a sentence where a server cannot listen; `variable` is the one that names its port. */
const listening = async <T>(serves: Promise<T>, host: string, port: number, variable: string): Promise<T> =>
  serves.catch((cause: NodeJS.ErrnoException) => {
    const place = `${host}:${port}`
    if (cause.code === 'EADDRINUSE')
      throw new Error(`${place} is in use. Stop the program that listens there, or set ${variable}.`)
    if (cause.code === 'EACCES')
      throw new Error(`Polder may not listen on ${place}. Set ${variable} above 1023.`)
    if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
      throw new Error(`${host} is not an address of this machine. Correct POLDER_HOST.`)
    }
    throw cause
  })

/**
 * Throws a sentence when it cannot start; nothing stays open then. `hand` is given an administrator's token where one
 * is drawn (see `firstStart`).
 */
export const start = async (
  config: Config,
  log: Logger = openLog(config.logLevel),
  hand?: Hand,
): Promise<Running> => {
  const closing: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  const { host, port, metricsPort } = config
  try {
    const metrics = createMetrics()
    const served =
      metricsPort === undefined
        ? undefined
        : await listening(
            serveMetrics(metrics, { host, port: metricsPort }),
            host,
            metricsPort,
            'POLDER_METRICS_PORT',
          )
    if (served) {
      closing.push(served.stop)
      log.info({ url: served.url }, 'serving metrics')
    }
    const database = await openDatabase(config)
    closing.push(database.close)
    const { adminToken, notes } = await firstStart(database, hand)
    for (const note of notes) log.warn(note)
    await rotateKeys(database, log).catch((cause) => {
      // Nothing depends on it while the other keys are configured.
      log.warn(
        { cause: (cause as Error).message },
        'the rotation of encryption keys goes on at the next start',
      )
    })
    const now = () => new Date()
    const reconciler = createReconciler({ database, config, log, metrics, now, random: Math.random })
    closing.push(reconciler.stop)
    const { activate: woken, idle } = reconciler
    const notifications = openNotifications({ database, log, random: Math.random, woken })
    closing.push(notifications.stop)
    const activate = () => {
      woken()
      notifications.notify()
    }
    const store = openStore(database)
    const findBearer = openBearers(database)
    const kindsOf = (id: string) => readKinds({ database, config }, id)
    const parts = { database, store, findBearer, readKinds: kindsOf, log, metrics, activate }
    const server = await listening(serveHttp({ ...parts, ...config }), host, port, 'PORT')
    closing.push(server.stop)
    return { url: server.url, database, adminToken, idle, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

/** A log is no place for a token. */
const handTo =
  (config: Config): Hand =>
  async (token) => {
    if (process.stdout.isTTY)
      return console.log(`The administrator's token, which is shown only once: ${token}`)
    await mkdir(config.dataDir, { recursive: true })
    const path = join(config.dataDir, 'admin-token')
    // A file that is there already would keep its mode.
    await rm(path, { force: true })
    await writeFile(path, `${token}\n`, { mode: 0o600 })
    console.log(`The administrator's token is in ${path}`)
  }

const serve = async () => {
  const config = configuration()
  const running = await start(config, openLog(config.logLevel), handTo(config))
  console.log(`Polder serves at ${running.url} (reference: ${running.url}/docs)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.stop().catch((cause) => {
        console.error((cause as Error).message)
        process.exitCode = 1
      })
    })
  }
}

if (import.meta.main) {
  serve().catch((cause) => {
    console.error(`Polder cannot start. ${(cause as Error).message}`)
    process.exitCode = 1
  })
}
