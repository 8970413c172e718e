// HTTPS to one API server: few kept sockets, calls and watches apart, no redirects, and retries within a call.
import type { IncomingHttpHeaders } from 'node:http'
import { Agent } from 'node:https'
import { ClusterError, isBrokenOff } from '../errors.ts'
import { acceptEncoding, readBody } from './body.ts'
import type { Contact } from './contact.ts'

import { isPutOff, longestSeconds, mostTries, retryAfterOf, waitToRetry } from './retry.ts'
import { type Access, type Head, type Sending, sendRequest } from './send-request.ts'
import { verbOf } from './verb.ts'

type Call = Sending & {
  /** Whether the call changes the cluster, which `mayWrite` must allow. */
  isWrite?: boolean
  /** Whether the first answer counts, even one that asks to come again. */
  once?: boolean
}
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type ConnectionOptions = {
  /** How many calls are on their way at once. Watches have sockets of their own, one each. */
  calls?: number
  /** Throws when no write may be sent any more. Called in the tick in which a write is handed to its socket. */
  mayWrite?: () => void
  /** Told of every request that ended, by its verb: with the status of its answer, or without one. */
  asked?: (verb: string, status: number | 'error') => void
  /** Milliseconds without a byte of an answer after which a call has failed. */
  silenceMs?: number
  /** In [0, 1). */
  random?: () => number
}

// However slowly bytes drip in: nobody waits longer for one answer.
const longestMs = 5 * 60_000
/** A call that is put off for longer makes the cluster probed, so that its recovery is noticed. */
const probedAfterSeconds = 2

/** Rejects with `ClusterError`, and with what `mayWrite` throws. */
export const createConnection = (access: Access, contact: Contact, options: ConnectionOptions = {}) => {
  const { calls = 9, mayWrite, asked = () => {}, silenceMs = 10_000, random = Math.random } = options
  const callAgent = new Agent({ ...access.tls, keepAlive: true, maxSockets: calls })
  const watchAgent = new Agent({ ...access.tls, keepAlive: true })
  const closing = new AbortController()

  const once = async ({ isWrite, ...sending }: Call): Promise<Answer> => {
    const headers = { 'accept-encoding': acceptEncoding, ...sending.headers }
    const mayGo = isWrite ? mayWrite : undefined
    const terms = { agent: callAgent, connectMs: silenceMs, silenceMs, signal: closing.signal, mayGo }
    return counted(
      sending,
      sendRequest(access, { ...sending, headers }, terms).then(readWhole),
      (it) => it.status,
    )
  }
  // A server may end a kept socket in the moment in which the next call is sent.
  const onceOrAgain = (call: Call) =>
    once(call).catch((error) => {
      const isSafe = call.method === 'GET' && error instanceof ClusterError && isBrokenOff(error.cause)
      if (isSafe) return once(call)
      throw error
    })
  // What was never sent is no request: a write that may not go, or a call that waited when all was closed.
  const counted = async <T>(sending: Sending, answer: Promise<T>, statusOf: (answer: T) => number) => {
    try {
      const it = await answer
      asked(verbOf(sending), statusOf(it))
      return it
    } catch (error) {
      if (error instanceof ClusterError && error.reason !== 'Closed') asked(verbOf(sending), 'error')
      throw error
    }
  }
  const noticed = <T>(answer: Promise<T>) =>
    answer.catch((error) => {
      if (error instanceof ClusterError && error.reason === 'HostUnreachable') contact.lost()
      throw error
    })

  return {
    /** A refusal is an answer. One that asks to come again within a minute is waited for. */
    async send(call: Call): Promise<Answer> {
      for (let tries = 1; ; tries += 1) {
        const answer = await noticed(onceOrAgain(call))
        const seconds = retryAfterOf(answer.headers)
        const isLast = call.once || tries === mostTries || (seconds ?? 0) > longestSeconds
        if (!isPutOff(answer.status) || isLast) return answer
        if ((seconds ?? 0) > probedAfterSeconds) contact.putOff()
        await waitToRetry(contact, seconds, random, closing.signal)
      }
    },
    /**
     * An answer that does not end, such as a watch, part by part until `signal` or `patienceMs` without a byte ends it;
     * or the whole answer when it is a refusal.
     */
    async stream(sending: Sending, patienceMs: number, signal: AbortSignal) {
      const either = AbortSignal.any([closing.signal, signal])
      const terms = { agent: watchAgent, connectMs: silenceMs, silenceMs: patienceMs, signal: either }
      const begins = sendRequest(access, sending, terms)
      const head = await noticed(counted(sending, begins, ({ answer }) => answer.statusCode ?? 0))
      return head.answer.statusCode === 200 ? readParts(head) : readWhole(head)
    },
    close() {
      closing.abort(new ClusterError('Closed', `The connection to ${access.server.host} has been closed.`))
      callAgent.destroy()
      watchAgent.destroy()
    },
  }
}

const readWhole = async ({ answer, fail, why }: Head): Promise<Answer> => {
  const overdue = () => fail(new DOMException('the answer does not end', 'TimeoutError'))
  const timer = setTimeout(overdue, longestMs)
  try {
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: await readBody(answer) }
  } catch (error) {
    throw why(error)
  } finally {
    clearTimeout(timer)
  }
}

async function* readParts({ answer, why }: Head) {
  answer.setEncoding('utf8')
  try {
    for await (const part of answer as AsyncIterable<string>) yield part
  } catch (error) {
    throw why(error)
  }
}
