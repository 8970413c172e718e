// When one of the keys that fail is tried ahead of its own wait: its success tells that the others may succeed too.

const shortestMs = 3_000
const longestMs = 12_000

/** Soon after a short outage and a little later after a long one, jittered. `random` is in [0, 1). */
export const createCanary = (random: () => number) => {
  let since: number | undefined
  let due = Infinity
  return {
    failed() {
      const now = performance.now()
      since ??= now
      const waitMs = Math.min(longestMs, Math.max(shortestMs, (now - since) / 20))
      due = now + waitMs * (1 - random() / 3)
    },
    recovered() {
      since = undefined
      due = Infinity
    },
    /** By the monotonic clock. */
    due: () => due,
  }
}
