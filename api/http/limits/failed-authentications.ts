// Counts failed authentications of each client address (P24), and refuses further ones past the limit.
import { apiError } from '../../errors.ts'
import { buckets } from './rate-limit.ts'

export type FailedAuthentications = {
  /** Counts a failure; throws `too_many_requests` when the address has reached the limit. */
  take(address: string): void
}

/** `perSecond` 0 means no limit. */
export const failedAuthentications = (perSecond: number, now?: () => number): FailedAuthentications => {
  if (perSecond <= 0) return { take() {} }
  const { take } = buckets(perSecond, now)
  return {
    take(address) {
      const { retryAfter } = take(address)
      if (retryAfter === undefined) return
      throw apiError(
        'too_many_requests',
        `Too many authentications from ${address} failed. Correct the token, and send the request again in ${retryAfter} s.`,
        { retryAfter },
      )
    },
  }
}
