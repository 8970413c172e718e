// One request and its answer over node:http.
import type { IncomingHttpHeaders } from 'node:http'
import { request as overTls, Agent as TlsAgent } from 'node:https'

// An import of node:http would evaluate all it exports, WebSocket and with it all of undici among them: that alone
// doubles the time in which the provider starts.
const { Agent, request: overHttp } = process.getBuiltinModule('node:http')

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: string
  body?: Record<string, unknown>
  headers?: Record<string, string>
  /** Ends pauses and reads; a write that is under way is seen through, so that its outcome is known. */
  signal?: AbortSignal
}

export interface HttpResponse {
  /** What was asked for. */
  path: string
  status: number
  body: Record<string, unknown>
  headers: IncomingHttpHeaders
}

interface Server {
  base: URL
  token: string
  userAgent: string
  ca?: string
}

// Longer than the longest wait that the API grants.
const silence = 60_000
// A packet that is dropped on its way is answered by nobody, and the system itself waits for two minutes.
const connecting = 10_000

/** Sends over connections that stay open. What it returns rejects with the errors of Node's sockets and TLS. */
export const createTransport = ({ base, token, userAgent, ca }: Server) => {
  const secure = base.protocol === 'https:'
  const pool = { keepAlive: true, maxSockets: 32 }
  const agent = secure ? new TlsAgent({ ...pool, ca }) : new Agent(pool)
  const request = secure ? overTls : overHttp
  // Taken apart once, and not for every request.
  const { hostname, port, pathname } = base
  const server = { agent, timeout: silence, host: hostname.replace(/^\[|\]$/g, ''), port }

  return ({ method, path, body, headers, signal }: HttpRequest): Promise<HttpResponse> =>
    new Promise((resolve, reject) => {
      const payload = body && Buffer.from(JSON.stringify(body))
      const outgoing = request(
        {
          ...server,
          method,
          path: pathname + path.slice(1),
          signal: method === 'GET' ? signal : undefined,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            'user-agent': userAgent,
            ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () => {
            const { statusCode: status = 0, headers } = incoming
            resolve({ path, status, body: parsed(Buffer.concat(chunks)), headers })
          })
        },
      )
      outgoing.on('socket', (socket) => {
        if (!socket.connecting) return
        const slow = setTimeout(() => outgoing.destroy(notConnected()), connecting)
        for (const event of ['connect', 'close'] as const) socket.once(event, () => clearTimeout(slow))
      })
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer came within a minute')))
      outgoing.on('error', reject)
      outgoing.end(payload)
    })
}

const notConnected = () =>
  Object.assign(new Error(`no connection came about within ${connecting / 1000} seconds`), {
    code: 'ETIMEDOUT',
  })

const parsed = (bytes: Buffer): Record<string, unknown> => {
  try {
    // JSON may be null as well, and any primitive; none has members.
    return Object(JSON.parse(bytes.toString()))
  } catch {
    return {}
  }
}
