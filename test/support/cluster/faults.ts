// What may go wrong between a client and an API server, each as a fault that a faulty proxy can have.
import type { ServerResponse } from 'node:http'

/** A request as the proxy has read it. */
export type Call = {
  method: string
  /** Without its query. */
  path: string
  query: URLSearchParams
  isWatch: boolean
  /** Whether it may change an object. A review of permissions is a POST that changes none. */
  isWrite: boolean
  /** Set by a fault: the request passes, and the connection breaks in the middle of the answer's body. */
  isHalved: boolean
}

/** Sees a request before the cluster does, and may make it wait, answer it or break it, so that the cluster never does. */
export type Fault = (call: Call, outgoing: ServerResponse) => Promise<void> | void

type Headers = Record<string, string>

/** Every request is answered with `code` and a Status, as an API server does. */
const answering =
  (code: number, reason: string, headers: Headers = {}): Fault =>
  (_, outgoing) => {
    const message = `${reason}, says the fault`
    const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, reason, code }
    outgoing.writeHead(code, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(status))
  }

/** `retryAfter` is what the header says: seconds or an HTTP date. */
export const tooManyRequests = (retryAfter: string) =>
  answering(429, 'TooManyRequests', { 'retry-after': retryAfter })

export const unauthorized = answering(401, 'Unauthorized')

export const serverError = answering(500, 'InternalError')

const unavailable = answering(503, 'ServiceUnavailable')

/** `share` of the requests, as `random` draws them, is answered 503. */
export const unavailableAt =
  (share: number, random: () => number): Fault =>
  (call, outgoing) => {
    if (random() < share) return unavailable(call, outgoing)
  }

/** Redirects every request to the same path of another server, an origin. */
export const redirectTo =
  (origin: string): Fault =>
  ({ path }, outgoing) => {
    outgoing.writeHead(307, { location: origin + path }).end()
  }

export const halfBodies: Fault = (call) => {
  call.isHalved = true
}

/** Only for requests that `concerns` picks. */
export const where =
  (concerns: (call: Call) => boolean, fault: Fault): Fault =>
  (call, outgoing) => {
    if (concerns(call)) return fault(call, outgoing)
  }

/** Only for the first request that `concerns` picks. */
export const once = (concerns: (call: Call) => boolean, fault: Fault): Fault => {
  let isOver = false
  return where((call) => {
    const isFirst = !isOver && concerns(call)
    isOver ||= isFirst
    return isFirst
  }, fault)
}
