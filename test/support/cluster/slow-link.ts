// The link behind a faulty proxy: how long a request takes to arrive, and how many bits of answers pass in a second.
import { Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export type Link = {
  /** Milliseconds that each request takes to arrive. */
  latencyMs?: number
  /** Of all answers together. */
  bitsPerSecond?: number
  /** Milliseconds after which each watch is cut, as proxies cut streams they take for idle. */
  cutWatchesMs?: number
}

/** `link` is read at every request and every piece of an answer, so that a test may change it at any moment. */
export const slowLink = (link: () => Link) => {
  let free = 0
  let frozen: PromiseWithResolvers<void> | undefined

  const passed = async (bytes: number) => {
    await frozen?.promise
    const { bitsPerSecond = Number.POSITIVE_INFINITY } = link()
    free = Math.max(free, performance.now()) + (bytes * 8_000) / bitsPerSecond
    const wait = free - performance.now()
    // The time is the subject: it is how long the link takes for the bytes.
    if (wait > 1) await sleep(wait)
  }
  return {
    /** Resolves when a request has arrived. */
    async arrived() {
      const { latencyMs = 0 } = link()
      // The time is the subject: it is the latency.
      if (latencyMs > 0) await sleep(latencyMs)
      await frozen?.promise
    },
    /** What an answer goes through. */
    pieces: () =>
      new Transform({
        transform: (piece: Buffer, _, done) => void passed(piece.length).then(() => done(null, piece), done),
      }),
    /** Nothing arrives in either direction until `thaw`. */
    freeze: () => {
      frozen ??= Promise.withResolvers()
    },
    thaw() {
      frozen?.resolve()
      frozen = undefined
    },
  }
}
