// `npm run replicas`: three processes of Polder on one database, behind one address, as a deployment runs them.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startBalancer } from './balancer.ts'

const program = fileURLToPath(new URL('../../api/main.ts', import.meta.url))
const port = Number(process.env.PORT || 7460)
const ports = [port + 1, port + 2, port + 3]
const metricsPorts = ports.map((it) => it + 10)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

/** The same settings for every replica, but for what each listens on. */
const settingsOf = (index: number): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(ports[index]),
  POLDER_HOST: '127.0.0.1',
  POLDER_METRICS_PORT: String(metricsPorts[index]),
  POLDER_TRUSTED_PROXIES: '127.0.0.1',
})

const startReplica = (index: number) =>
  // A group of its own: the Ctrl-C of a terminal and ours would be two.
  spawn(process.execPath, [program], { env: settingsOf(index), stdio: 'inherit', detached: true })

/** Starts a replica, and again whenever it ends by itself, until all are to stop. */
const keepReplica = async (index: number) => {
  while (!stopping.signal.aborted) {
    const child: ChildProcess = startReplica(index)
    const stop = () => child.kill('SIGTERM')
    stopping.signal.addEventListener('abort', stop)
    await once(child, 'exit')
    stopping.signal.removeEventListener('abort', stop)
    if (stopping.signal.aborted) return
    console.error(`The replica at port ${ports[index]} has ended. It is started again.`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

const isAlive = async (at: number) =>
  (await fetch(`http://127.0.0.1:${at}/healthz`).catch(() => undefined))?.ok === true

const balancer = await startBalancer(port, ports)
// The first one begins the deployment, and starts the embedded PostgreSQL where there is no DATABASE_URL.
const replicas = [keepReplica(0)]
while (!stopping.signal.aborted && !(await isAlive(ports[0]!)))
  await new Promise((resolve) => setTimeout(resolve, 200))
replicas.push(keepReplica(1), keepReplica(2))
console.log(`Three replicas are behind http://127.0.0.1:${port}: ports ${ports.join(', ')}.`)
console.log(`Their metrics: ${metricsPorts.map((it) => `http://127.0.0.1:${it}/metrics`).join(' ')}`)
await Promise.all(replicas)
await balancer.stop()
