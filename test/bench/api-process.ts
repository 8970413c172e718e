// The API in a process of its own, as `npm start` runs it, on a database and a port of its own.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../examples/local/cluster/free-port.ts'
import { root as thisCheckout } from '../support/sources.ts'
import { until } from '../support/until.ts'

export const token = 'polder_bench-administrator'

/** `env` is added to the environment, `root` another checkout. Rejects with the log's end when the API does not become ready. */
export const startApiProcess = async (env: NodeJS.ProcessEnv = {}, root = thisCheckout) => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-'))
  const port = await freePort()
  const metricsPort = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, 'api/main.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      POLDER_METRICS_PORT: String(metricsPort),
      POLDER_DATA_DIR: directory,
      POLDER_ADMIN_TOKEN: token,
      POLDER_RATE_LIMIT: '0',
      POLDER_LOG_LEVEL: 'error',
      ...env,
    },
  })
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log = (log + text).slice(-4000)
  })
  const isReady = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true
  const failed = () => new Error(`The API did not start.\n${log}`)
  await until(async () => {
    if (child.exitCode === null && !(await isReady())) throw failed()
  }, 60_000)
  if (child.exitCode !== null) throw failed()
  return {
    url,
    /** Its metrics as text; an older commit serves them beside the API. */
    metrics: async () => {
      const own = fetch(`http://127.0.0.1:${metricsPort}/metrics`)
      return (await own.catch(() => fetch(`${url}/metrics`))).text()
    },
    directory,
    pid: child.pid!,
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** Resolves with the exit status or the signal. */
    ended,
    /** The end of what was written to standard error. */
    log: () => log,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export type ApiProcess = Awaited<ReturnType<typeof startApiProcess>>

/** The requests for resources that an API has answered so far, from its own metrics. */
export const requestsAnswered = async (api: Pick<ApiProcess, 'metrics'>) => {
  const counts = (await api.metrics()).matchAll(
    /^polder_http_request_duration_seconds_count\{[^}]*route="\/v1[^}]*\} (\d+)/gm,
  )
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}
