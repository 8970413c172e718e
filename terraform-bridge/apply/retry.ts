// Repeats a request while its refusal may be cured by another change: a name whose owner is being deleted, a use that is ending (S13, S14).
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError } from '../api-error.ts'

interface Patience {
  /** For how many milliseconds this refusal is worth waiting; 0 for not at all. */
  readonly worth: (problem: ApiError) => number
  readonly signal: AbortSignal
}

/** The last refusal is thrown when its time is up, or when Terraform was interrupted. */
export const retry = async <T>(attempt: () => Promise<T>, { worth, signal }: Patience): Promise<T> => {
  const begun = performance.now()
  for (let pause = 200; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await attempt()
    } catch (reason) {
      const patience = reason instanceof ApiError ? worth(reason) : 0
      if (performance.now() - begun + pause > patience || signal.aborted) throw reason
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }
}
