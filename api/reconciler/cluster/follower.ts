// Follows one stream of changes after the other, and knows how each ended and since when there is none.
import type { Cluster } from './cluster.ts'
import { ClusterError } from './errors.ts'
import type { Listing } from './list.ts'
import type { Change } from './watch.ts'

// A stream that ends sooner, without a word, was none: to resume it at once would be a storm.
const shortestMs = 1_000

type End = {
  /** Undefined where the stream ended as streams do: by the server, or cut on the way after a while. */
  error?: unknown
  /** Whether the server had accepted the watch. */
  isOpened: boolean
  /** Whether the stream told something, or lasted. */
  isGood: boolean
}
export type StreamHealth = { isHealthy: true } | { isHealthy: false; brokenMs: number; why: string }

const isSilence = (error: unknown) =>
  error instanceof ClusterError && (error.cause as Error | undefined)?.name === 'TimeoutError'

export const createFollower = (
  cluster: Cluster,
  scope: Listing,
  random: () => number,
  signal: AbortSignal,
) => {
  let brokenAt: number | undefined
  let why = 'no stream has begun'
  let openedAt: number | undefined
  let isTold = false

  const isGood = () => openedAt !== undefined && (isTold || performance.now() - openedAt >= shortestMs)

  const broken = (error: unknown) => {
    if (isGood()) brokenAt = performance.now()
    openedAt = undefined
    why = error instanceof Error ? error.message : 'the stream has ended'
  }
  /** Never rejects. */
  const follow = async (version: string, changed: (change: Change) => void): Promise<End> => {
    const stream = new AbortController()
    // After an outage without a word a stream may be dead, and would tell so by nothing but silence.
    const off = cluster.onRecovered(() => stream.abort())
    const watching = {
      ...scope,
      version,
      seconds: Math.round(240 + random() * 60),
      silenceMs: 90_000 + random() * 30_000,
      opened: () => {
        openedAt = performance.now()
      },
      changed: (change: Change) => {
        isTold = true
        changed(change)
      },
    }
    isTold = false
    brokenAt ??= performance.now()
    let error: unknown
    try {
      await cluster.watch(watching, AbortSignal.any([signal, stream.signal]))
    } catch (failure) {
      error = failure
    }
    off()
    const end = { isOpened: openedAt !== undefined, isGood: isGood() }
    broken(error)
    if (stream.signal.aborted) return end
    if (!end.isGood)
      error ??= new ClusterError('WatchEnded', `${cluster.host} ends a watch as soon as it begins.`)
    // What cuts streams after a while, as proxies do, says nothing about the next one.
    const isCut =
      end.isGood && error instanceof ClusterError && error.status === undefined && !isSilence(error)
    return isCut ? end : { ...end, error }
  }

  return {
    follow,
    /** Something else than a stream has failed, such as the list before one. */
    broken,
    health: (): StreamHealth =>
      isGood()
        ? { isHealthy: true }
        : { isHealthy: false, brokenMs: brokenAt === undefined ? 0 : performance.now() - brokenAt, why },
  }
}
