// Serves HTTP, and stops without cutting anybody off: not ready, connections closed after their answer, then a hard end.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { app } from './app.ts'
import type { Parts } from './parts.ts'

type Place = { host: string; port: number; drainSeconds: number }

/** Resolves when it listens; `port` 0 takes a free one. `stop` resolves when nothing is in progress any more. */
export const serveHttp = async (parts: Parts & Place): Promise<{ url: string; stop(): Promise<void> }> => {
  const { database, log, host, port, drainSeconds } = parts
  const [deployment] = await database.query<{ uid: string }>('select uid from deployment')
  let stopping = false
  const run = { deployment: deployment!.uid, draining: () => stopping }
  const server = createAdaptorServer({
    fetch: app(parts, run).fetch,
    hostname: host,
    serverOptions: { maxHeaderSize: 65_536 },
  }) as Server

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const at = server.address() as AddressInfo
  const url = `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`
  log.info({ url }, 'serving')

  const stop = () =>
    new Promise<void>((resolve) => {
      stopping = true
      const deadline = setTimeout(() => {
        log.warn({ drainSeconds }, 'requests still in progress are cut off')
        server.closeAllConnections()
      }, drainSeconds * 1000)
      server.close(() => {
        clearTimeout(deadline)
        resolve()
      })
      server.closeIdleConnections()
    })
  return { url, stop }
}
