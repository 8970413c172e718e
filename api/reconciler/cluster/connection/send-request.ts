// One HTTP request on a socket of its own agent, ended by silence or by a signal, and the head of its answer.
import type { IncomingMessage } from 'node:http'
import { type Agent, type AgentOptions, request } from 'node:https'
import { unanswered } from '../errors.ts'
import { whenReady } from './when-ready.ts'

/** Where a cluster is and how to speak to it. */
export type Access = {
  /** Some API servers stand behind a path of another server, which is part of this. */
  server: URL
  /** ca, cert, key, lookup … of every connection. */
  tls: AgentOptions
  /** Asked before every call, since a mounted token changes. */
  headers(): Promise<Record<string, string>>
}
export type Sending = {
  method: string
  /** As it is in the request line, with the query. */
  path: string
  headers?: Record<string, string>
  body?: string
}
type Terms = {
  agent: Agent
  /** Milliseconds to connect in. */
  connectMs: number
  /** Milliseconds without a byte of the answer. */
  silenceMs: number
  signal: AbortSignal
  /** Throws when the request may not be sent. Called in the tick in which the request is handed to its socket. */
  mayGo?: () => void
}

/** An answer whose head has come. `why` is the error that its reader throws when the rest does not come. */
export type Head = {
  answer: IncomingMessage
  fail: (error: unknown) => void
  why: (error: unknown) => unknown
}

/** Rejects with `ClusterError`, with what `mayGo` throws, or with the reason of `signal`. */
export const sendRequest = async (access: Access, sending: Sending, terms: Terms): Promise<Head> => {
  const { agent, signal, mayGo = () => {} } = terms
  const own = await access.headers()
  signal.throwIfAborted()
  const { method, path, body } = sending
  const headers: Record<string, string | number> = { ...sending.headers, ...own }
  if (body !== undefined) headers['content-length'] = Buffer.byteLength(body)
  // The host is never read from the path: `//elsewhere` would be another one, which nobody has checked.
  const call = request(access.server, { agent, method, path, headers })
  let failure: { error: unknown } | undefined
  const end = (error: unknown) => {
    failure ??= { error }
    call.destroy()
  }
  const why = (error: unknown) => failure?.error ?? unanswered(access.server.host, error)
  const fail = (error: unknown) => end(unanswered(access.server.host, error))
  const abort = () => end(signal.reason)
  signal.addEventListener('abort', abort)
  call.once('close', () => signal.removeEventListener('abort', abort))
  const silent = () => fail(new DOMException('no byte of an answer came', 'TimeoutError'))
  whenReady(call, { connectMs: terms.connectMs, silenceMs: terms.silenceMs, silent }, () => {
    try {
      mayGo()
    } catch (reason) {
      return end(reason)
    }
    call.end(body)
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    call.on('response', resolve).on('error', (error) => reject(why(error)))
  })
  return { answer, fail, why }
}
