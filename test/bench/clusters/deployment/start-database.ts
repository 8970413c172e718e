// A PostgreSQL of its own for the processes of one deployment, which it tells apart by name.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../../../api/database/server/embedded.ts'

export const startDatabase = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-database-'))
  const embedded = await startEmbedded(directory)
  const { host, user, database } = embedded
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`
  const client = new pg.Client({ host, user, database })
  await client.connect()
  return {
    /** The environment of a process. The database knows its statements by `bench.replica`. */
    environment: (name: string): NodeJS.ProcessEnv => ({
      POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      POLDER_ALLOW_LOOPBACK_CLUSTERS: 'true',
      DATABASE_URL: `${url}&options=${encodeURIComponent(`-c bench.replica=${name}`)}`,
    }),
    query: async <Row>(text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as Row[],
    async stop() {
      await client.end()
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
