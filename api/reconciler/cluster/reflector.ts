// Keeps what is known of one kind like the cluster: lists it, follows its changes, and lists again only when it must.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { ClusterError, isOfCluster } from './errors.ts'
import { createFollower } from './follower.ts'
import type { Listing } from './list.ts'
import type { createRecord } from './record.ts'
import { isNewer } from './version.ts'

export type Sink = Pick<ReturnType<typeof createRecord>, 'event' | 'relist'>

const backOffMs = { shortest: 200, longest: 5_000 }
const failuresUntilList = 2

const isGone = (error: unknown) => error instanceof ClusterError && error.status === 410

/** `signal` ends it. `random` is in [0, 1). */
export const createReflector = (
  cluster: Cluster,
  scope: Listing,
  sink: Sink,
  { random, signal }: { random: () => number; signal: AbortSignal },
) => {
  const follower = createFollower(cluster, scope, random, signal)
  let version = ''
  let listing: Promise<void> | undefined
  /** Failures since the last change, bookmark or list. */
  let failures = 0
  /** Tries in a row of which nothing came. */
  let tries = 0
  /** Whether the last try failed because its version was gone. */
  let isStale = false

  const listAnew = async () => {
    let list: ReturnType<Sink['relist']> | undefined
    let at = version
    for await (const page of cluster.list(scope.kind, scope.selector, scope.namespace)) {
      signal.throwIfAborted()
      at = page.version
      // A version that is older than what was known is of a cluster that was restored.
      const isSetBack = version !== '' && isNewer(version, at)
      if (page.isFirst || !list) list = sink.relist(scope.kind.kind, isSetBack)
      list.add(page.items)
    }
    list?.end(at)
    version = at
    failures = 0
  }
  /** Rejects with `ClusterError`. One list at a time: who asks meanwhile waits for it. */
  const list = () =>
    (listing ??= listAnew().finally(() => {
      listing = undefined
    }))

  const pause = async (error: unknown) => {
    tries += 1
    const ceiling = Math.min(backOffMs.longest, backOffMs.shortest * 2 ** (tries - 1))
    const ms = ceiling * (0.5 + random() / 2)
    // Whoever reaches the cluster again, such as its probe, ends the wait of all.
    if (isOfCluster(error)) await cluster.heard(ms, signal)
    else await sleep(ms, undefined, { signal })
  }
  const listUntilDone = async () => {
    for (;;) {
      try {
        return await list()
      } catch (error) {
        if (signal.aborted) return
        follower.broken(error)
        await pause(error)
      }
    }
  }
  const recover = async (error: unknown, isOpened: boolean) => {
    // A cluster that cannot be reached says nothing about the version.
    if (isOpened || !isOfCluster(error)) failures += 1
    const mustList = isGone(error) || failures >= failuresUntilList
    // A version that is gone is no reason to wait, unless the one of the last list was gone as well.
    if (!isGone(error) || isStale) await pause(error)
    isStale = isGone(error)
    if (mustList) await listUntilDone()
  }
  const run = async () => {
    while (!signal.aborted) {
      const { error, isOpened, isGood } = await follower.follow(version, ({ type, object }) => {
        version = object.metadata.resourceVersion ?? version
        failures = tries = 0
        if (type !== 'BOOKMARK') sink.event({ type, object })
      })
      if (isGood) {
        tries = 0
        isStale = false
      }
      if (error && !signal.aborted) await recover(error, isOpened).catch(() => {})
    }
  }
  return {
    list,
    /** Follows changes from the last list on. */
    start: () => void run(),
    health: follower.health,
  }
}
