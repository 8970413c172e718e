// How long to wait before the next try.
import type { Patience } from './trouble.ts'

const shortest = 1_000
const longest = 5 * 60_000
const longestPending = 30_000

/**
 * Milliseconds. Back-off with full jitter (anywhere between nothing and the ceiling, which doubles from 1 s to
 * 5 min), so that many providers that failed together do not come back together. `random` is in [0, 1).
 */
export const backOff = (failures: number, random: () => number) =>
  random() * Math.min(longest, shortest * 2 ** Math.min(failures - 1, 30))

/** What the last pass left to do. */
export type Remainder = { kind: 'nothing' } | { kind: Patience; retryAfter?: number }

/** Milliseconds until the next pass. A stalled one waits for a person or the next resync, as a good one does. */
export const waitAfter = (
  remainder: Remainder,
  failures: number,
  resyncMs: number,
  random: () => number,
): number => {
  switch (remainder.kind) {
    case 'pending':
      // What is on its way in a cluster seldom takes less than this, and is watched besides.
      return Math.min(longestPending, shortest * 1.5 ** (failures - 1))
    case 'generic':
      return Math.min(resyncMs, backOff(failures, random))
    case 'until':
      return Math.min(longest, (remainder.retryAfter ?? 1) * 1_000) + random() * shortest
    default:
      // A tenth of jitter keeps the providers of one deployment from resyncing in step.
      return resyncMs * (1 - random() / 10)
  }
}
