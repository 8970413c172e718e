// One HTTP/2 stream is one RPC: reads the request, calls the method, answers whatever happens.
import { once } from 'node:events'
import type { ServerHttp2Stream } from 'node:http2'
import { frame, unframe } from './frame.ts'
import type { Log } from './log.ts'
import { type Call, GrpcError, type GrpcMethod, grpcStatus } from './method.ts'

type Trailers = { 'grpc-status': string; 'grpc-message'?: string }

const headers = { ':status': 200, 'content-type': 'application/grpc' }
// Header blocks are bounded; percent-encoding makes up to nine bytes of a character.
const longestMessage = 4096

export const serveRpc = async (
  stream: ServerHttp2Stream,
  path: string,
  method: GrpcMethod | undefined,
  log: Log,
): Promise<void> => {
  // Resets by the caller arrive as errors too, and need no answer.
  stream.on('error', () => {})
  try {
    if (!method) throw new GrpcError(grpcStatus.unimplemented, `${path} is not implemented`)
    await (method.responseStream ? respondMany(stream, method) : respondOnce(stream, method))
  } catch (error) {
    if (isGone(stream)) return
    if (!(error instanceof GrpcError)) log('error', `${path} failed`, { error: stackOf(error) })
    end(stream, failure(error))
  }
}

const respondOnce = async (stream: ServerHttp2Stream, method: GrpcMethod): Promise<void> => {
  const request = await requested(stream, method)
  const response = await method.call(request, callOf(stream))
  const framed = frame(method.encode(response))
  if (isGone(stream)) return
  start(stream)
  stream.write(framed)
  end(stream, { 'grpc-status': '0' })
}

const respondMany = async (stream: ServerHttp2Stream, method: GrpcMethod): Promise<void> => {
  const request = await requested(stream, method)
  // The caller of a stream may wait for headers before the first message.
  if (!isGone(stream)) start(stream)
  const call = callOf(stream)
  for await (const message of method.call(request, call) as AsyncIterable<unknown>) {
    if (isGone(stream)) return
    if (!stream.write(frame(method.encode(message)))) await once(stream, 'drain', { signal: call.signal })
  }
  if (!isGone(stream)) end(stream, { 'grpc-status': '0' })
}

const requested = async (stream: ServerHttp2Stream, method: GrpcMethod): Promise<unknown> => {
  if (!method.requestStream) return method.decode(unframe(await whole(stream)))
  stream.resume()
  return undefined
}

const start = (stream: ServerHttp2Stream): void => {
  stream.respond(headers, { waitForTrailers: true })
}

const end = (stream: ServerHttp2Stream, trailers: Trailers): void => {
  if (stream.headersSent) {
    stream.once('wantTrailers', () => {
      if (!isGone(stream)) stream.sendTrailers(trailers)
    })
    stream.end()
  } else {
    stream.respond({ ...headers, ...trailers }, { endStream: true })
    stream.resume()
  }
}

const failure = (error: unknown): Trailers => {
  const status = error instanceof GrpcError ? error.status : grpcStatus.internal
  const message = error instanceof Error ? error.message : String(error)
  return {
    'grpc-status': String(status),
    'grpc-message': encodeURI(message.slice(0, longestMessage).toWellFormed()),
  }
}

// By events, because node:stream/consumers builds a Blob first and this runs for every RPC.
const whole = (stream: ServerHttp2Stream): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    stream.on('close', () => reject(new Error('the caller is gone')))
  })

// Both throw when asked to answer: a stream is closed a moment before it is destroyed.
const isGone = (stream: ServerHttp2Stream): boolean => stream.destroyed || stream.closed

// Made when asked for: a signal for every call is 5 % of the cost of a plan.
const callOf = (stream: ServerHttp2Stream): Call => {
  let signal: AbortSignal | undefined
  return {
    get signal() {
      signal ??= goneSignal(stream)
      return signal
    },
  }
}

const hungUp = new Error('the caller is gone')

const goneSignal = (stream: ServerHttp2Stream): AbortSignal => {
  const gone = new AbortController()
  if (isGone(stream)) gone.abort(hungUp)
  stream.once('close', () => gone.abort(hungUp))
  return gone.signal
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
