// Failed authentications are counted under the address they come from (P24): past the limit it is told to wait.
import { apiError } from '../errors.ts'
import { buckets } from './rate-limit.ts'

export type FailedAuthentications = {
  /** Counts a failure; throws `too_many_requests` where the address has none left. */
  take(address: string): void
}

/** `perSecond` 0 means without limit. */
export const failedAuthentications = (perSecond: number, now?: () => number): FailedAuthentications => {
  if (perSecond <= 0) return { take() {} }
  const { take } = buckets(perSecond, now)
  return {
    take(address) {
      const { retryAfter } = take(address)
      if (retryAfter === undefined) return
      throw apiError(
        'too_many_requests',
        `Too many authentications from ${address} failed. Correct the token, and ask again in ${retryAfter} s.`,
        { retryAfter },
      )
    },
  }
}
