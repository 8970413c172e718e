// A served API on a fresh database, and how tests ask it something.
import type { Config } from '../../api/config.ts'
import { openBearers } from '../../api/database/read/bearers.ts'
import type { Database } from '../../api/database/server/source.ts'
import { openStore } from '../../api/database/store.ts'
import { serveHttp } from '../../api/http/server.ts'
import { openLog } from '../../api/log.ts'
import { createMetrics, type Metrics } from '../../api/metrics.ts'
import { readKinds } from '../../api/reconciler/provider/read-kinds.ts'
import { createReconciler } from '../../api/reconciler/reconciler.ts'
import { testDatabase } from './database/database.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
export type Body = { [attribute: string]: any }
type Answered = { status: number; headers: Headers; body: Body }
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>

export type Api = {
  url: string
  /** The administrator's. */
  token: string
  database: Database
  /** How often something was written that the reconciler should look at. */
  activations(): number
  metrics: Metrics
  /** What was logged, one JSON text a line. */
  logged(): string
  /** Asks as the administrator; a text is sent as it is, anything else as JSON. */
  request: Ask
  as(token: string): Ask
  /** POST to `/v1/<plural>`, expected to answer 201. */
  create(plural: string, body: Body): Promise<Body>
  /** GET of `/v1/<path>`, expected to answer 200. */
  read(path: string): Promise<Body>
  /** Every row of every table: what must be the same after a refusal. */
  rows(): Promise<unknown>
  stop(): Promise<void>
}

export const asking =
  (url: string, token: string): Ask =>
  async (method, path, body, headers = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') && text !== ''
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : { text } }
  }

const expected = async (status: number, asked: Promise<Answered>): Promise<Body> => {
  const answer = await asked
  if (answer.status === status) return answer.body
  throw new Error(`${status} was expected, not ${answer.status} ${JSON.stringify(answer.body)}`)
}

const everyRow = async (database: Database): Promise<unknown> => {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
  )
  const [all] = await database.query(
    `select ${tables.map(({ name }) => `(select json_agg(t order by t::text) from "${name}" t) as "${name}"`)}`,
  )
  return all
}

type Surroundings = {
  /** Whether anything is reconciled; with a `kubeconfig` it is. */
  reconciles?: boolean
  /** The clock of limits. */
  clock?: () => number
}

/** Serves on a free port. */
export const startApi = async (
  more: Partial<Config> = {},
  { reconciles = more.kubeconfig !== undefined, clock }: Surroundings = {},
): Promise<Api> => {
  const database = await testDatabase(more)
  const token = database.config.adminToken!
  const lines: string[] = []
  let activations = 0
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const metrics = createMetrics()
  const now = () => new Date()
  const reconciler = reconciles
    ? createReconciler({ database, config: database.config, log, metrics, now, random: Math.random })
    : undefined
  const server = await serveHttp({
    database,
    store: openStore(database),
    findBearer: openBearers(database),
    readKinds: (id) => readKinds({ database, config: database.config }, id),
    log,
    metrics,
    activate() {
      activations++
      reconciler?.activate()
    },
    ...database.config,
    clock,
  })
  const request = asking(server.url, token)
  return {
    url: server.url,
    token,
    database,
    activations: () => activations,
    metrics,
    logged: () => lines.join(''),
    request,
    as: (other) => asking(server.url, other),
    create: (plural, body) => expected(201, request('POST', `/v1/${plural}`, body)),
    read: (path) => expected(200, request('GET', `/v1/${path}`)),
    rows: () => everyRow(database),
    async stop() {
      await server.stop()
      await reconciler?.stop()
      await database.close()
    },
  }
}
