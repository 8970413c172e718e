// The open database: TypeORM's data source, and the two ways in which everything else asks it something.
import 'reflect-metadata'
import type pg from 'pg'
import { DataSource } from 'typeorm'
import type { Config } from '../config.ts'
import { startEmbedded } from './embedded.ts'
import { encryptionKeys } from './encryption-keys.ts'
import { entities } from './entity.ts'
import { migrate, migrations } from './migrate.ts'
import { NamedClient } from './named-client.ts'

export type Session = {
  /** Rows of one statement. */
  query<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** How many rows one statement touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
}

export type Database = Session & {
  readonly source: DataSource
  readonly config: Config
  /** The first encrypts, all decrypt. */
  readonly keys: readonly Buffer[]
  /** One transaction, READ COMMITTED; begun anew when PostgreSQL calls it a conflict or a deadlock. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** A transaction that is rolled back: what a dry run is. */
  rehearsal<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** A connection of one's own, for LISTEN; the caller ends it. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

type Client = { query(text: string, values?: unknown[]): Promise<pg.QueryResult> }

const session = (client: Client): Session => ({
  query: async (text, values) => (await client.query(text, values as unknown[])).rows,
  run: async (text, values) => (await client.query(text, values as unknown[])).rowCount ?? 0,
})

const conflicts = ['40001', '40P01']

const attempt = async <T>(
  pool: pg.Pool,
  work: (session: Session) => Promise<T>,
  end: 'commit' | 'rollback',
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(session(client))
    await client.query(end)
    return result
  } catch (cause) {
    await client.query('rollback').catch((error) => {
      broken = error
    })
    throw cause
  } finally {
    client.release(broken)
  }
}

const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (cause) {
      if (tries >= 10 || !conflicts.includes((cause as { code?: string }).code ?? '')) throw cause
    }
  }
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
    connectTimeoutMS: 5000,
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
  return {
    ...session(pool),
    source,
    config,
    keys: await encryptionKeys(config),
    transaction: (work) => again(() => attempt(pool, work, 'commit')),
    rehearsal: (work) => again(() => attempt(pool, work, 'rollback')),
    async connect() {
      const client = new NamedClient(embedded ?? { connectionString: config.databaseUrl })
      await client.connect()
      return client
    },
    async close() {
      closing = true
      await reviving
      await source.destroy()
      await embedded?.stop()
    },
  }
}
