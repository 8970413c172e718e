// Serves HTTP, and drains when it stops: not ready, connections closed after their answer, then a hard end.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { apiError } from '../errors.ts'
import { app, toResponse } from './app.ts'
import type { Parts } from './parts.ts'
import { problem } from './problem.ts'
import { answerParserRefusals, largestHead } from './request/parser-refusals.ts'
import { requestIds } from './request/request-id.ts'

const noAddress =
  'The request line and the Host header make no valid URL. Send a path, and the host that the request is for.'

/** Connections that wait to be accepted: those beyond would come back only after a second or more. */
const backlog = 4096

type Listening = { host: string; port: number; drainSeconds: number }

/** Resolves when it listens; `port` 0 takes a free one. `stop` resolves when nothing is in progress any more. */
export const serveHttp = async (
  parts: Parts & Listening,
): Promise<{ url: string; stop(): Promise<void> }> => {
  const { database, log, host, port, drainSeconds } = parts
  const [deployment] = await database.query<{ uid: string }>('select uid from deployment')
  let stopping = false
  const run = { deployment: deployment!.uid, draining: () => stopping, requestId: requestIds() }
  const listener = getRequestListener(app(parts, run).fetch, {
    hostname: host,
    errorHandler: (error) => {
      const requestId = run.requestId()
      const unreadable = error instanceof RequestError
      const refusal = unreadable ? apiError('malformed', noAddress, { cause: error }) : error
      log.info({ requestId, status: 400 }, 'refused before it was a request')
      const common = { 'Polder-Deployment': run.deployment, 'X-Request-Id': requestId, Connection: 'close' }
      return toResponse(problem(refusal, requestId, log), common)
    },
  })
  // Without a host Node would refuse in its own way; `refuseUnfit` does it in ours.
  const server = createServer({ maxHeaderSize: largestHead, requireHostHeader: false }, listener)
  server.on('checkExpectation', listener)
  answerParserRefusals(server, { ...run, log })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog }, resolve)
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
