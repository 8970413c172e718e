// A fresh, migrated database for each test file, on one embedded PostgreSQL per process.
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, configuration } from '../../../api/config.ts'
import { firstStart } from '../../../api/database/first-start.ts'
import { type Embedded, startEmbedded } from '../../../api/database/server/embedded.ts'
import { type Database, openDatabase } from '../../../api/database/server/source.ts'
import { afterUs } from '../after-us.ts'

/** Durability is tested where it is the subject; everywhere else it only costs time. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

let server: Promise<{ embedded: Embedded; directory: string }> | undefined

/** An embedded PostgreSQL that ends with this process. */
export const ownServer = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-test-'))
  afterUs(
    'pid=$(head -n 1 "$1/postgres/postmaster.pid") && kill -QUIT "$pid"; until rm -rf "$1"; do sleep 0.1; done',
    directory,
  )
  const embedded = await startEmbedded(directory, hasty)
  return { embedded, directory }
}

const administer = async (sql: string) => {
  const { embedded } = await server!
  const client = new pg.Client({ host: embedded.host, user: embedded.user, database: 'postgres' })
  await client.connect()
  await client.query(sql)
  await client.end()
}

const urlOf = ({ host, user }: Embedded, name: string) =>
  `postgres://${user}@/${name}?host=${encodeURIComponent(host)}`

const environment = (url: string, directory: string) => ({
  DATABASE_URL: url,
  POLDER_DATA_DIR: directory,
  POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  POLDER_ADMIN_TOKEN: 'polder_test-administrator',
  POLDER_ALLOW_LOOPBACK_CLUSTERS: 'true',
  POLDER_LOG_LEVEL: 'silent',
})

let template: Promise<void> | undefined

/** Migrated and begun once; every database of a test is a copy of it. */
const prepare = async () => {
  const { embedded, directory } = await server!
  await administer('create database template_polder')
  const url = urlOf(embedded, 'template_polder')
  const database = await openDatabase(configuration(environment(url, directory)))
  await firstStart(database)
  await database.close()
}

const configOn = async (base: string): Promise<Config> => {
  const { embedded, directory } = await server!
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(`create database ${name} template ${base}`)
  return { ...configuration(environment(urlOf(embedded, name), directory)), port: 0 }
}

/** A configuration whose DATABASE_URL is a fresh copy; the administrator's token is `config.adminToken`. */
const testConfig = async (more: Partial<Config> = {}): Promise<Config> => {
  server ??= ownServer()
  await server
  template ??= prepare()
  await template
  return { ...(await configOn('template_polder')), ...more }
}

/** A configuration whose DATABASE_URL is a database in which nothing is but what this SQL makes. */
export const restoredConfig = async (sql: string): Promise<Config> => {
  server ??= ownServer()
  await server
  const config = await configOn('template0')
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  await client.query(sql)
  await client.end()
  return config
}

/** An open database after a first start. Close it with `close()`. */
export const testDatabase = async (more: Partial<Config> = {}): Promise<Database> =>
  openDatabase(await testConfig(more))
