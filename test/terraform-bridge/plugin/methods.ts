// Methods whose messages are plain bytes, for servers under test.
import { setImmediate } from 'node:timers/promises'
import { GrpcError, type GrpcMethod, type Methods } from '../../../terraform-bridge/plugin/method.ts'

const bytes = {
  decode: (request: Uint8Array) => Buffer.from(request),
  encode: (response: unknown) => response as Uint8Array,
}
const unary = { ...bytes, requestStream: false, responseStream: false } as const
const streaming = { ...bytes, requestStream: false, responseStream: true } as const

/** `seen` collects what happened to calls that never answer. */
export const testMethods = (seen: string[] = []): Methods =>
  new Map<string, GrpcMethod>([
    ['/test.Test/Echo', { ...unary, call: (request) => request }],
    ['/test.Test/EchoLater', { ...unary, call: (request) => setImmediate(request) }],
    ['/test.Test/Throw', { ...unary, call: () => raise(new Error('no ümlaut, 100 %')) }],
    ['/test.Test/ThrowLong', { ...unary, call: () => raise(new Error('😀'.repeat(100_000))) }],
    ['/test.Test/Refuse', { ...unary, call: () => raise(new GrpcError(5, 'not here')) }],
    [
      '/test.Test/WrongAnswer',
      { ...unary, encode: () => raise(new Error('no such message')), call: () => {} },
    ],
    ['/test.Test/Crash', { ...unary, call: crash }],
    ['/test.Test/Print', { ...unary, call: (request) => print(String(request)) }],
    [
      '/test.Test/Hang',
      {
        ...unary,
        call: async (_, { signal }) => {
          seen.push('called')
          signal.addEventListener('abort', () => seen.push('aborted'))
          await never()
        },
      },
    ],
    [
      '/test.Test/Count',
      {
        ...streaming,
        call: async function* (request) {
          for (let count = 0; count < (request as Buffer)[0]!; count++) yield Uint8Array.of(count)
        },
      },
    ],
    [
      '/test.Test/Flood',
      {
        ...streaming,
        call: async function* () {
          for (let count = 0; count < 20; count++) yield Buffer.alloc(1 << 20, count)
        },
      },
    ],
    [
      '/test.Test/FloodMuch',
      {
        ...streaming,
        call: async function* () {
          for (let count = 0; count < 40; count++) {
            seen.push('produced')
            yield Buffer.alloc(1 << 20)
          }
        },
      },
    ],
    [
      '/test.Test/ThrowMidway',
      {
        ...streaming,
        call: async function* () {
          yield Uint8Array.of(1)
          throw new Error('halfway')
        },
      },
    ],
    [
      '/test.Test/Endless',
      {
        ...streaming,
        call: async function* () {
          try {
            for (;;) yield await setImmediate(Uint8Array.of(1))
          } finally {
            seen.push('returned')
          }
        },
      },
    ],
  ])

const print = (text: string): Buffer => {
  console.log('%s by console', text)
  process.stdout.write(`${text} by stream\n`)
  return Buffer.from(text)
}

const crash = (): Promise<never> => {
  queueMicrotask(() => raise(new Error('boom')))
  return never()
}

const raise = (error: Error): never => {
  throw error
}

const never = (): Promise<never> => new Promise(() => {})
