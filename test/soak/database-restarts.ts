// PostgreSQL restarts, crashes and ends connections in the middle of transactions, while writers write.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../../api/database/server/embedded.ts'
import { token } from '../bench/api-process.ts'
import { restartServer } from '../support/database/restart-server.ts'
import { until } from '../support/until.ts'
import type { Soaked } from './soaked.ts'
import { supervised } from './supervised.ts'
import { type Send, startWriters } from './writers.ts'

const writers = 12
/** Writes that are acknowledged between two faults. */
const between = 60
const patienceMs = 30_000

const urlOf = ({ host, user, database }: Embedded) =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`

/** Ends every connection of the API, most of them in the middle of a transaction. */
const endConnections = async (embedded: Embedded) => {
  const client = new pg.Client(embedded)
  await client.connect()
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'polder'",
  )
  await client.end()
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

const sending =
  (url: () => string, broken: string[]): Send =>
  async (method, path, body, key) => {
    const answer = await fetch(url() + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (answer.status === 503 && !answer.headers.has('retry-after')) broken.push(`No Retry-After: ${text}`)
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
  }

/** An organization and its entry on the allowlist of `built-in` are one transaction; so is the first start. */
const halves = async (embedded: Embedded, organizations: number): Promise<string[]> => {
  const client = new pg.Client(embedded)
  await client.connect()
  const { rows } = await client.query<{ organizations: number; entries: number }>(
    `select (select count(*)::int from organization) as organizations,
       (select count(*)::int from workspace_provider_allowlist_entry) as entries`,
  )
  await client.end()
  const [stored] = rows
  if (stored?.organizations === organizations && stored.entries === organizations) return []
  return [`${JSON.stringify(stored)} are stored, and ${organizations} of each were acknowledged.`]
}

const soak = async (dataDir: string, rounds: number): Promise<Soaked> => {
  const embedded = await startEmbedded(dataDir)
  const broken: string[] = []
  const api = await supervised({
    DATABASE_URL: urlOf(embedded),
    POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('hex'),
  })
  const load = startWriters(sending(api.url, broken), writers)
  const acknowledge = async (more: number) => {
    const enough = load.acknowledged() + more
    const recovered = () => {
      if (load.acknowledged() < enough) throw new Error(`Nothing recovered within ${patienceMs} ms.`)
    }
    await until(recovered, patienceMs, 1)
  }
  const faults = [
    () => endConnections(embedded),
    () => restartServer(dataDir, 'SIGINT'),
    () => endConnections(embedded),
    () => restartServer(dataDir, 'SIGQUIT'),
  ]
  const recoveries: number[] = []
  try {
    for (let fault = 0; fault < rounds * 2; fault += 1) {
      await acknowledge(between)
      await faults[fault % faults.length]!()
      const back = performance.now()
      await acknowledge(1)
      recoveries.push(performance.now() - back)
    }
    await acknowledge(between)
    await load.stop()
    const acknowledged = load.acknowledged()
    const lost = await load.lost()
    broken.push(...api.exits, ...lost, ...load.broken, ...(await halves(embedded, load.organizations() + 1)))
    const others = [...load.statuses].filter(([it]) => it.startsWith('5') && !it.startsWith('503'))
    broken.push(...others.map(([it, count]) => `${count} requests were answered ${it}.`))
    return {
      counts: {
        acknowledged,
        lost: lost.length,
        exits: api.exits.length,
        '5xx other than 503': others.reduce((sum, [, count]) => sum + count, 0),
        ...Object.fromEntries([...load.statuses].toSorted().map(([it, count]) => [`answers ${it}`, count])),
        'recovery p50, max (ms)': `${Math.round(median(recoveries))}, ${Math.round(Math.max(...recoveries))}`,
      },
      broken,
    }
  } finally {
    await api.stop()
    await (await startEmbedded(dataDir)).stop()
  }
}

/** `rounds` restarts, every other one a crash, and as many rounds of ended connections. */
export const databaseRestarts = async (rounds: number): Promise<Soaked> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'polder-soak-'))
  try {
    return await soak(dataDir, rounds)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
