// What a turn leaves to do, and how long to wait before the next try.
import type { ClusterError } from '../cluster/errors.ts'

const shortestMs = 1_000
const longestMs = 5 * 60_000
const longestWaitingMs = 5_000

/**
 * `transient`: trying again may help. `retry-after`: the server said when. `waiting`: somebody is at work in the
 * cluster. `stalled`: a person must act, or a resync finds that it helped.
 */
export type Requeue = { kind: ClusterError['kind']; retryAfter?: number }

/**
 * Milliseconds. Back-off with full jitter (anywhere between nothing and the ceiling, which doubles from 1 s to
 * 5 min), so that keys that failed together do not come back together. `random` is in [0, 1).
 */
export const backOff = (failures: number, random: () => number) =>
  random() * Math.min(longestMs, shortestMs * 2 ** Math.min(failures - 1, 30))

/** Milliseconds until the next try; infinite where only a change or a resync helps. */
export const waitAfter = ({ kind, retryAfter = 1 }: Requeue, failures: number, random: () => number) => {
  switch (kind) {
    case 'stalled':
      return Infinity
    case 'retry-after':
      return Math.min(longestMs, retryAfter * 1_000) + random() * shortestMs
    case 'waiting':
      // Watched besides: this is for what no watch tells.
      return Math.min(longestWaitingMs, shortestMs * 1.5 ** (failures - 1))
    default:
      return backOff(failures, random)
  }
}
