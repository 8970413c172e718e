// Reading and listing users, against a bare `node:http` server that runs the same SQL through pg; and what abuse costs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configuration } from '../../api/config.ts'
import { list } from '../../api/database/read/list.ts'
import { read } from '../../api/database/read/read.ts'
import { startEmbedded } from '../../api/database/server/embedded.ts'
import { type Database, openDatabase } from '../../api/database/server/source.ts'
import { user } from '../../schemas/user.ts'
import { actorWith } from '../support/database/tokens.ts'
import { root } from '../support/sources.ts'
import { startApiProcess, token } from './api-process.ts'
import { bigBody } from './big-body.ts'
import { failedAuthentications } from './failed-authentications.ts'
import type { Bench, Trial } from './measure.ts'
import { authorization, throughput } from './throughput.ts'

/** A statement as the store sends it. */
export type Statement = { text: string; values: readonly unknown[] }

const seed = async (url: string) => {
  const headers = { ...authorization, 'content-type': 'application/json' }
  for (let index = 0; index < 100; index++) {
    const body = JSON.stringify({ username: `user-${index}`, email: `user-${index}@example.com` })
    const { status } = await fetch(`${url}/v1/users`, { method: 'POST', headers, body })
    if (status !== 201) throw new Error(`a user was answered with ${status}`)
  }
  const { id } = (await (await fetch(`${url}/v1/users/user-7`, { headers })).json()) as { id: string }
  return id
}

/** What the store asks PostgreSQL in one call. */
const statementOf = async (database: Database, call: (database: Database) => Promise<unknown>) => {
  const asked: Statement[] = []
  const query: Database['query'] = (text, values = []) => {
    asked.push({ text, values })
    return database.query(text, values)
  }
  await call({ ...database, query })
  if (asked.length !== 1) throw new Error(`one statement was expected, not ${asked.length}`)
  return asked[0]!
}

const startBareServer = async (url: string, statements: Record<string, Statement>) => {
  const child = spawn(process.execPath, [join(root, 'test/bench/bare-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url, STATEMENTS: JSON.stringify(statements) },
  })
  const [line] = await once(child.stdout, 'data')
  return { url: String(line).trim(), stop: () => child.kill() }
}

/** The bare server beside the API, on its database. */
const startFloor = async (env: NodeJS.ProcessEnv, id: string) => {
  const database = await openDatabase(configuration(env))
  const actor = await actorWith(database, token)
  const bare = await startBareServer(env.DATABASE_URL!, {
    '/read': await statementOf(database, (it) => read(it, user, [id], actor)),
    '/list': await statementOf(database, (it) => list(it, user, { actor, filters: {}, limit: 100 })),
  })
  return {
    url: bare.url,
    async stop() {
      bare.stop()
      await database.close()
    },
  }
}

export const rest: Bench = async (root) => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-rest-'))
  const embedded = await startEmbedded(directory)
  const env = {
    DATABASE_URL: `postgres://${embedded.user}@/${embedded.database}?host=${encodeURIComponent(embedded.host)}`,
    POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const api = await startApiProcess(env, root)
  const id = await seed(api.url)
  // Opened by this checkout, which would migrate the database of another commit.
  let floor: ReturnType<typeof startFloor> | undefined
  const bare = () => {
    floor ??= startFloor(env, id)
    return floor
  }
  const trial = (row: string, ours: string, floor: string): Trial => ({
    rows: [{ row, unit: 'requests/s', bar: 0.6, atLeast: true }],
    rounds: 3,
    ours: async () => [await throughput(api.url + ours)],
    floor: async () => [await throughput((await bare()).url + floor)],
  })
  return {
    trials: [
      trial('read of one user', `/v1/users/${id}`, '/read'),
      trial('list of 100 users', '/v1/users?limit=100', '/list'),
      bigBody(api),
      failedAuthentications(api.url, id),
    ],
    async stop() {
      await (await floor)?.stop()
      await api.stop()
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
