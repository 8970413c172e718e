// HTTPS to one API server: few kept connections, a time-out on every call, no redirects, no endless answers.
import type { IncomingMessage } from 'node:http'
import { Agent, type AgentOptions, request } from 'node:https'
import { width } from './in-parallel.ts'
import { Trouble } from './trouble.ts'

/** Where a cluster is and how to speak to it. */
export type Access = {
  server: URL
  /** ca, cert, key, lookup … of every connection. */
  tls: AgentOptions
  /** Asked before every call, since a mounted token changes. */
  headers(): Promise<Record<string, string>>
}
export type Sending = { method: string; path: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Record<string, string>; text: string }

const most = 64 * 2 ** 20

export const createTransport = (access: Access, timeoutMs: number) => {
  const agent = new Agent({ ...access.tls, keepAlive: true, maxSockets: width, scheduling: 'fifo' })
  const closing = new AbortController()

  const open = async (sending: Sending, signal: AbortSignal): Promise<IncomingMessage> => {
    const own = await access.headers()
    const headers: Record<string, string | number> = { ...sending.headers, ...own }
    if (sending.body !== undefined) headers['content-length'] = Buffer.byteLength(sending.body)
    return new Promise((resolve, reject) => {
      const { method, path } = sending
      // The host is never read from the path: `//elsewhere` would be another one, which nobody has checked.
      const call = request(access.server, { agent, method, path, headers, signal })
      call.on('response', resolve)
      call.on('error', reject)
      call.end(sending.body)
    })
  }

  return {
    /** Rejects when no whole answer came in time. A refusal is an answer. */
    async send(sending: Sending): Promise<Answer> {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)])
      try {
        const answer = await open(sending, signal)
        return {
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, it]) => [name, String(it)])),
          text: await wholeText(answer),
        }
      } catch (error) {
        throw signal.aborted ? signal.reason : error
      }
    },
    /** An answer that does not end, such as a watch; `signal` ends it. */
    stream: (sending: Sending, signal: AbortSignal) =>
      open(sending, AbortSignal.any([closing.signal, signal])),
    close() {
      closing.abort()
      agent.destroy()
    },
  }
}
export type Transport = ReturnType<typeof createTransport>

const wholeText = async (answer: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most)
      throw new Trouble('AnswerTooLarge', `The API server answers with more than ${most} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
