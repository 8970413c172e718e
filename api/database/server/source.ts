// The open database: TypeORM's data source, and the two ways in which everything else asks it something.
import 'reflect-metadata'
import pg from 'pg'
import { DataSource } from 'typeorm'
import type { Config } from '../../config.ts'
import { apiError } from '../../errors.ts'
import { entities } from '../schema/entity.ts'
import { migrate, migrations } from '../schema/migrate.ts'
import { startEmbedded } from './embedded.ts'
import { encryptionKeys } from './encryption-keys.ts'
import { isDown } from './is-down.ts'
import { NamedClient } from './named-client.ts'
import type { Session } from './session.ts'
import { OutcomeUnknown, sessionOf, type Transaction, transactionsOn } from './transaction.ts'

export type Database = Session & {
  readonly source: DataSource
  readonly config: Config
  /** The first encrypts, all decrypt. */
  readonly keys: readonly Buffer[]
  /** One transaction, READ COMMITTED; begun anew when PostgreSQL calls it a conflict or a deadlock. Throws OutcomeUnknown. */
  transaction<T>(work: (session: Transaction) => Promise<T>): Promise<T>
  /** A transaction that is rolled back: what a dry run is. */
  dryRun<T>(work: (session: Transaction) => Promise<T>): Promise<T>
  /** Asks whether the server answers, on a connection of its own: busy writers do not make it look away. Throws `unavailable`. */
  ping(): Promise<void>
  /** A connection of one's own, for LISTEN; the caller ends it. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

type Statement = Parameters<Session['run']>

/** For how long a question waits for a connection, or a ping for its answer. */
const patienceMs = 5000

/** A connection that is only listened on learns within 15 s of a server that went away without a word. */
const attentive = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 5000,
  connectionTimeoutMillis: patienceMs,
  query_timeout: patienceMs,
}

const where = (config: Config, embedded?: { host: string; user: string; database: string }) =>
  embedded
    ? { host: embedded.host, username: embedded.user, database: embedded.database }
    : { url: config.databaseUrl }

/** Opens the database, starting the embedded one if no other is named, and migrates it. Throws sentences. */
export const openDatabase = async (config: Config): Promise<Database> => {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  let closing = false
  let reviving: Promise<unknown> | undefined
  // A server of ours that was killed has nobody else to start it again.
  const revive = () => {
    if (!embedded || closing) return
    reviving ??= startEmbedded(config.dataDir)
      .catch(() => {})
      .finally(() => {
        reviving = undefined
      })
  }
  const source = new DataSource({
    type: 'postgres',
    ...where(config, embedded),
    entities: entities(),
    migrations: await migrations(),
    migrationsTableName: 'migration',
    parseInt8: true,
    poolSize: 20,
    connectTimeoutMS: patienceMs,
    applicationName: 'polder',
    logging: false,
    poolErrorHandler: revive,
    extra: { Client: NamedClient, keepAlive: true },
  })
  try {
    await source.initialize()
    await migrate(source)
  } catch (cause) {
    if (source.isInitialized) await source.destroy()
    await embedded?.stop()
    if (embedded) throw cause
    throw new Error(`The database that DATABASE_URL names cannot be used: ${(cause as Error).message}`, {
      cause,
    })
  }
  const pool = (source.driver as unknown as { master: pg.Pool }).master
  const own = embedded ?? { connectionString: config.databaseUrl }
  const pings = new pg.Pool({
    ...own,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  pings.on('error', revive)
  // Nothing else notices a server that went away while every connection was closed or in use.
  const noticing = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((cause) => {
      if (isDown(cause) || cause instanceof OutcomeUnknown) revive()
      throw cause
    })
  const { query, run } = sessionOf(pool)
  const { transaction, dryRun } = transactionsOn(pool)
  return {
    query: <T>(...statement: Statement) => noticing(query<T>(...statement)),
    run: (...statement) => noticing(run(...statement)),
    transaction: (work) => noticing(transaction(work)),
    dryRun: (work) => noticing(dryRun(work)),
    source,
    config,
    keys: await encryptionKeys(config),
    async ping() {
      await noticing(pings.query('select 1')).catch((cause) => {
        throw apiError('unavailable', 'The database does not answer. Send the request again.', {
          retryAfter: 1,
          cause,
        })
      })
    },
    async connect() {
      const client = new NamedClient({ ...own, ...attentive })
      await noticing(client.connect() as Promise<void>)
      return client
    },
    async close() {
      closing = true
      await reviving
      await pings.end()
      await source.destroy()
      await embedded?.stop()
    },
  }
}
