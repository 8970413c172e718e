// When an API server was last heard from, by the monotonic clock, and who waits to hear from it again.

export const createContact = () => {
  let last = Number.NEGATIVE_INFINITY
  let isLost = false
  let isPutOff = false
  const waiting = new Set<() => void>()
  const recovered = new Set<() => void>()
  const losses = new Set<() => void>()

  return {
    /** The server has answered as an API server at work does. */
    good() {
      last = performance.now()
      isPutOff = false
      for (const wake of [...waiting]) wake()
      if (!isLost) return
      isLost = false
      for (const told of recovered) told()
    },
    /** A call got no answer, so that every open stream may be dead without a word. */
    lost() {
      if (isLost) return
      isLost = true
      for (const told of losses) told()
    },
    /** A call waits for longer than a probe would: nobody else may be asking meanwhile. */
    putOff() {
      if (isLost || isPutOff) return
      isPutOff = true
      for (const told of losses) told()
    },
    /** Milliseconds since the last good answer; infinite before the first. */
    ageMs: () => performance.now() - last,
    /** Resolves with the next good answer, or after `ms`; rejects when `signal` aborts. */
    heard: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const settle = (done: () => void) => () => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', abort)
          done()
        }
        const wake = settle(resolve)
        const abort = settle(() => reject(signal.reason))
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
        signal.addEventListener('abort', abort)
        if (signal.aborted) abort()
      }),
    /** `told` hears of the first call without an answer, or put off for long, after good ones. Returns what ends that. */
    onLost(told: () => void) {
      losses.add(told)
      return () => void losses.delete(told)
    },
    /** `told` hears of the first good answer after lost ones. Returns what ends that. */
    onRecovered(told: () => void) {
      recovered.add(told)
      return () => void recovered.delete(told)
    },
  }
}
export type Contact = ReturnType<typeof createContact>
