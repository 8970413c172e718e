// Answers what Node's HTTP parser refuses before there is a request with a problem document, and ends the connection.
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type ApiError, apiError } from '../../errors.ts'
import { problem } from '../problem.ts'
import { refuseBody } from './body.ts'
import type { RequestIds } from './request-id.ts'

export const largestHead = 65_536

/** How long a refused connection is read on: closing it earlier would reset it, and the client would lose the answer. */
const lingerMs = 1_000

type ParserError = Error & { code?: string; reason?: string }
type Run = { deployment: string; log: Logger; requestId: RequestIds }

const words: Record<string, () => ApiError> = {
  HPE_HEADER_OVERFLOW: () =>
    apiError(
      'headers_too_large',
      `The request line and the headers are larger than ${largestHead} bytes (64 KiB). Send fewer or shorter headers.`,
    ),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: () =>
    apiError('too_large', 'The chunk extensions of the body are too large. Send the body without them.'),
  ERR_HTTP_REQUEST_TIMEOUT: () =>
    apiError(
      'request_timeout',
      'The request did not arrive in time. Send the request again on a new connection.',
    ),
  HPE_INVALID_VERSION: () =>
    apiError(
      'version_not_supported',
      'The server supports HTTP/1.1 and HTTP/1.0 only. Send the request in HTTP/1.1.',
    ),
  HPE_PAUSED_H2_UPGRADE: () => words.HPE_INVALID_VERSION!(),
}

const failureOf = ({ code = '', reason }: ParserError) =>
  words[code]?.() ?? apiError('malformed', `The request is not valid HTTP/1.1${reason ? `: ${reason}` : ''}.`)

const written = (status: number, headers: Record<string, string>, body: string) => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}

/** Every connection of `server` that is refused here gets a problem document and ends. */
export const answerParserRefusals = (server: Server, { deployment, log, requestId }: Run) => {
  const inProgress = new WeakMap<Duplex, Set<ServerResponse>>()
  const refused = new WeakSet<Duplex>()

  const send = (socket: Duplex, refusal: ApiError) => {
    const id = requestId()
    log.info({ requestId: id, status: refusal.status, code: refusal.code }, 'refused before it was a request')
    const { status, body, headers } = problem(refusal, id, log)
    const text = JSON.stringify(body)
    const length = String(Buffer.byteLength(text))
    const common = { 'Polder-Deployment': deployment, 'X-Request-Id': id, Connection: 'close' }
    socket.end(written(status, { ...common, ...headers, 'Content-Length': length }, text))
  }

  /** The other side may not have read the answer yet, and may still be sending. */
  const linger = (socket: Duplex) => {
    const timer = setTimeout(() => socket.destroy(), lingerMs).unref()
    socket.once('close', () => clearTimeout(timer))
  }

  const refuse = (socket: Duplex, refusal: ApiError) => {
    if (socket.destroyed) return
    send(socket, refusal)
    linger(socket)
  }

  const begin = ({ socket }: IncomingMessage, outgoing: ServerResponse) => {
    const mine = inProgress.get(socket) ?? new Set()
    inProgress.set(socket, mine.add(outgoing))
    outgoing.once('close', () => mine.delete(outgoing))
  }
  server.on('request', begin).on('checkExpectation', begin)

  server.on('clientError', (error: ParserError, socket: Duplex) => {
    // The parser repeats itself for everything that still arrives.
    if (refused.has(socket)) return
    refused.add(socket)
    if (socket.destroyed || !socket.writable) return void socket.destroy()
    const refusal = failureOf(error)
    const last = [...(inProgress.get(socket) ?? [])].at(-1)
    if (!last) return refuse(socket, refusal)
    // Answers keep the order of the requests: what is in progress comes first.
    if (last.req.complete) return void last.once('close', () => refuse(socket, refusal))
    // The body of that request is broken: whoever reads it answers.
    if (!last.headersSent) last.setHeader('Connection', 'close')
    last.once('close', () => {
      socket.end()
      linger(socket)
    })
    refuseBody(last.req, refusal)
  })

  server.on('connect', (_: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    refuse(socket, apiError('method_not_allowed', 'The server is not a proxy and does not support CONNECT.'))
  })
}
