// One request and its answer over node:http, sent again while the server or the way to it is away for a moment.
import type { IncomingHttpHeaders } from 'node:http'
import { request as overTls, Agent as TlsAgent } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { problemOf, Stopped, unreachable } from './problem.ts'

// An import of node:http would evaluate all it exports, WebSocket and with it all of undici among them: that alone
// doubles the time in which the provider starts.
const { Agent, request: overHttp } = process.getBuiltinModule('node:http')

export interface Sent {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: string
  body?: Record<string, unknown>
  headers?: Record<string, string>
  /** Ends pauses and reads; a write that is under way is seen through, so that its outcome is known. */
  signal?: AbortSignal
}

export interface Answer {
  status: number
  body: Record<string, unknown>
  headers: IncomingHttpHeaders
}

export interface Endpoint {
  url: string
  token: string
  userAgent: string
  /** Certificate authorities in PEM, beside none of the public ones. */
  ca?: string
  /** For how long, in milliseconds, what is away may be away. */
  patience?: Partial<typeof patient>
}

const patient = {
  /** Told to slow down: nobody should see a 429 from parallelism alone. */
  busy: 300_000,
  /** Answers of 502, 503 and 504: a restart, a database away. */
  unavailable: 60_000,
  /** The connection broke, after this process has had an answer: a restart. */
  broken: 30_000,
  /** No connection from the start: most likely a wrong address. */
  absent: 1_500,
}

// Longer than the longest wait that the API grants.
const silence = 60_000

/**
 * Sends requests to one API over connections that stay open. Everything sent must bear being sent twice. Of every
 * answer, also a refusal, `heard` gets the headers.
 */
export const openExchange = (
  { url, token, userAgent, ca, patience }: Endpoint,
  heard: (headers: IncomingHttpHeaders) => void = () => {},
) => {
  const limits = { ...patient, ...patience }
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  const secure = base.protocol === 'https:'
  const pool = { keepAlive: true, maxSockets: 32 }
  const agent = secure ? new TlsAgent({ ...pool, ca }) : new Agent(pool)
  const request = secure ? overTls : overHttp
  let reached = false
  // Shared, so that a thousand requests to what is gone for good take no longer than one of them.
  let awaySince: number | undefined

  const once = ({ method, path, body, headers, signal }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const payload = body && Buffer.from(JSON.stringify(body))
      const outgoing = request(
        new URL(path.slice(1), base),
        {
          method,
          agent,
          timeout: silence,
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
            resolve({ status, body: parsed(Buffer.concat(chunks)), headers })
          })
        },
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within a minute')))
      outgoing.on('error', reject)
      outgoing.end(payload)
    })

  /** Rejects with Problem, Unreachable or Stopped. */
  return async (sent: Sent): Promise<Answer> => {
    const begun = performance.now()
    // Whether the server may have done what was sent although nobody was told so.
    let inDoubt = false
    for (let tries = 0; ; tries++) {
      if (sent.signal?.aborted) throw new Stopped(inDoubt)
      const outcome = await once(sent).catch((error: NodeJS.ErrnoException) => error)
      const now = performance.now()
      if (outcome instanceof Error) {
        inDoubt ||= sent.method !== 'GET' && outcome.code !== 'ECONNREFUSED'
        if (sent.signal?.aborted) throw new Stopped(inDoubt)
        const away = passing.has(outcome.code ?? '') || outcome.message === 'socket hang up'
        awaySince ??= now
        if (!away || now - Math.min(begun, awaySince) > (reached ? limits.broken : limits.absent))
          throw unreachable(url, outcome)
        await pause(Math.min(100 * 2 ** tries, 2000), sent.signal)
        continue
      }
      reached = true
      const { status, headers } = outcome
      heard(headers)
      const unavailable = [502, 503, 504].includes(status)
      awaySince = unavailable ? (awaySince ?? now) : undefined
      if (status < 300) return outcome
      const limit = status === 429 ? limits.busy : unavailable ? limits.unavailable : 0
      if (now - Math.min(begun, awaySince ?? begun) >= limit) throw problemOf(status, outcome.body)
      await pause(retryAfter(headers['retry-after']) ?? Math.min(250 * 2 ** tries, 5000), sent.signal)
    }
  }
}

const passing = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNABORTED'])

// A little is added at random, so that ten calls told the same do not come back as one.
const retryAfter = (header: string | undefined): number | undefined => {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 + Math.random() * 100 : undefined
}

const pause = async (milliseconds: number, signal: AbortSignal | undefined) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => {})
}

const parsed = (bytes: Buffer): Record<string, unknown> => {
  try {
    // JSON may be null as well, and any primitive; none has members.
    return Object(JSON.parse(bytes.toString()))
  } catch {
    return {}
  }
}
