// Sends requests to the API, and sends them again while the API or the way to it is away for a moment.
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiErrorOf } from './api-error.ts'
import { speaksTls } from './speaks-tls.ts'
import { Stopped } from './stopped.ts'
import { createTransport, type HttpRequest, type HttpResponse } from './transport.ts'
import {
  type Authorities,
  tlsOnly,
  Unreachable,
  whyStrange,
  whyUnknownPath,
  whyUnreachable,
} from './unreachable.ts'

export interface HttpClientOptions {
  url: string
  /** Where the address is written, in words for errors: `url` of the provider block, or POLDER_URL. */
  writtenIn?: string
  token: string
  userAgent: string
  /** Beside none of the public ones. */
  authorities?: Authorities
  /** Of every request that brings no signal of its own. */
  stopping?: AbortSignal
  /** For how long, in milliseconds, what is away may be away. */
  patience?: Partial<typeof patient>
}

const patient = {
  /** Told to slow down: nobody should see a 429 from parallelism alone. */
  busy: 300_000,
  /** Answers of 502, 503 and 504, and connections that break, of an API that was there: a restart, a database away. */
  away: 60_000,
  /** No connection from the start: a wrong address, or a restart that should fail no plan. */
  absent: 8_000,
}

/**
 * Sends requests to one API. Everything sent must bear being sent twice. Of every answer, also a refusal, `heard` gets
 * the headers.
 */
export const createHttpClient = (
  {
    writtenIn = '`url` of the provider block or POLDER_URL',
    authorities,
    patience,
    ...endpoint
  }: HttpClientOptions,
  heard: (headers: IncomingHttpHeaders) => void = () => {},
) => {
  const limits = { ...patient, ...patience }
  const url = endpoint.url.replace(/\/+$/, '')
  const base = new URL(`${url}/`)
  const once = createTransport({ ...endpoint, base, ca: authorities?.ca })
  const address = { url, writtenIn, authorities }
  const told = new Set<string>()
  // Whether the API itself has answered, and not only something in its place.
  let known = false
  // Whether it must be there, so that what is away restarts.
  let expected = false
  // Shared, so that a thousand requests to what is gone for good take no longer than one of them.
  let awaySince: number | undefined
  let tls: Promise<boolean> | undefined

  const unreachable = (why: string) => new Unreachable(why, told)

  const isTls = () => {
    if (base.protocol === 'https:' || known) return false
    tls ??= speaksTls(base)
    return tls
  }

  /** Rejects with Problem, Unreachable or Stopped. */
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const sent = { ...request, signal: request.signal ?? endpoint.stopping }
    const begun = performance.now()
    // Whether the server may have done what was sent although nobody was told so.
    let inDoubt = false
    for (let tries = 0; ; tries++) {
      if (sent.signal?.aborted) throw new Stopped(inDoubt)
      const outcome = await once(sent).catch((error: NodeJS.ErrnoException) => error)
      const now = performance.now()
      if (outcome instanceof Error) {
        inDoubt ||= sent.method !== 'GET' && !neverSent.has(outcome.code ?? '')
        if (sent.signal?.aborted) throw new Stopped(inDoubt)
        if (!neverSent.has(outcome.code ?? '') && (await isTls())) throw unreachable(tlsOnly(address))
        awaySince ??= now
        const patience = known || expected ? limits.away : limits.absent
        if (!isPassing(outcome) || now - Math.min(begun, awaySince) > patience)
          throw unreachable(whyUnreachable(address, outcome))
        await pause(Math.min(100 * 2 ** tries, 2000), sent.signal)
        continue
      }
      const { status, headers, body } = outcome
      heard(headers)
      known ||= headers['polder-deployment'] !== undefined
      const unavailable = [502, 503, 504].includes(status)
      awaySince = unavailable ? (awaySince ?? now) : undefined
      if (status < 300) return outcome
      const limit = status === 429 ? limits.busy : unavailable ? limits.away : 0
      if (now - Math.min(begun, awaySince ?? begun) >= limit) {
        // To take it for the absence of an object would empty a state.
        if (body.code === 'unknown_path') throw unreachable(whyUnknownPath(address, outcome))
        if (typeof body.code === 'string') throw apiErrorOf(status, body, told)
        // Servers that want TLS say so in a page of their own.
        if (status === 400 && (await isTls())) throw unreachable(tlsOnly(address))
        throw strange(outcome)
      }
      await pause(retryAfter(headers['retry-after']) ?? Math.min(250 * 2 ** tries, 5000), sent.signal)
    }
  }

  /** Of an answer that is not the API's. */
  const strange = (answer: HttpResponse) => unreachable(whyStrange(address, answer, known))

  return {
    send,
    strange,
    /** From now on what does not answer is taken for a restart, although it has not answered this process yet. */
    expect() {
      expected = true
    },
  }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const passing = new Set([...neverSent, 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'])
const isPassing = ({ code = '', message }: NodeJS.ErrnoException) =>
  passing.has(code) || message === 'socket hang up'

// A little is added at random, so that ten calls told the same do not come back as one.
const retryAfter = (header: string | undefined): number | undefined => {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 + Math.random() * 100 : undefined
}

const pause = async (milliseconds: number, signal: AbortSignal | undefined) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => {})
}
