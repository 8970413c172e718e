// A bucket of requests for each token, filled steadily: bursts pass, floods get 429 and the second to come back.
import { failure } from '../errors.ts'

const bursts = 5
const most = 10_000

export type RateLimit = (token: string) => Record<string, string>

/**
 * Takes one request from the bucket of a token and answers the RateLimit headers (draft-ietf-httpapi-ratelimit);
 * throws `too_many_requests`. `perSecond` 0 means without limit.
 */
export const rateLimit = (perSecond: number, now: () => number = () => performance.now()): RateLimit => {
  if (perSecond <= 0) return () => ({})
  const capacity = perSecond * bursts
  const policy = `"token";q=${capacity};w=${bursts}`
  const buckets = new Map<string, { left: number; at: number }>()

  return (token) => {
    const time = now()
    let bucket = buckets.get(token)
    if (!bucket) {
      if (buckets.size >= most) buckets.clear()
      bucket = { left: capacity, at: time }
      buckets.set(token, bucket)
    }
    bucket.left = Math.min(capacity, bucket.left + ((time - bucket.at) / 1000) * perSecond)
    bucket.at = time
    if (bucket.left < 1) {
      const retryAfter = Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
      throw failure(
        'too_many_requests',
        `This token may ask ${perSecond} times a second; ask again in ${retryAfter} s.`,
        { retryAfter },
      )
    }
    bucket.left--
    const left = Math.floor(bucket.left)
    const full = Math.ceil((capacity - bucket.left) / perSecond)
    return { 'RateLimit-Policy': policy, RateLimit: `"token";r=${left};t=${full}` }
  }
}
