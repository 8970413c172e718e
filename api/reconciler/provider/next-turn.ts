// How long until the next turn of a provider.
import type { ProviderResult } from './result.ts'

/** Between two tries to reach a cluster, jittered. */
export const retryMs = { from: 2_000, to: 4_000 }
const lookAtStalledMs = 30_000

type Waiting = {
  /** Something of the provider is on its way out of the cluster, and is looked for again soon. */
  isLeaving: boolean
  resyncMs: number
  /** In [0, 1). */
  random: () => number
}

/** Milliseconds. */
export const nextTurn = ({ error }: ProviderResult, { isLeaving, resyncMs, random }: Waiting): number => {
  const soon = retryMs.from + random() * (retryMs.to - retryMs.from)
  if (error) return error.kind === 'stalled' ? lookAtStalledMs * (1 - random() / 10) : soon
  // A tenth of jitter keeps the providers of one deployment from resyncing in step.
  return isLeaving ? soon : resyncMs * (1 - random() / 10)
}
