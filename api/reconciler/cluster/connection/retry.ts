// How a call that was put off waits within itself: as long as the server asked, or until the server is heard again.
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Contact } from './contact.ts'

/** Who is asked to come again later than that has no call to wait in. */
export const longestSeconds = 60
const defaultSeconds = 1

/** How often a call is sent that is put off each time. */
export const mostTries = 3

/** Whether the server puts a call off (RFC 9110, 10.2.3, and RFC 6585). */
export const isPutOff = (status: number) => status === 429 || status === 503

/**
 * Seconds of a `Retry-After`, which are a number or a date. A date is compared with the server's own `Date`, so that a
 * wrong clock on either side changes nothing.
 */
export const retryAfterOf = (headers: IncomingHttpHeaders): number | undefined => {
  const text = headers['retry-after']?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const until = Date.parse(text)
  if (Number.isNaN(until)) return undefined
  const here = performance.timeOrigin + performance.now()
  const now = Date.parse(headers.date ?? '') || here
  return Math.max(0, (until - now) / 1_000)
}

/**
 * A server that answers others meanwhile has recovered, whatever it said before: then the wait ends after the default
 * second. All waits are jittered.
 */
export const waitToRetry = async (
  contact: Contact,
  seconds: number | undefined,
  random: () => number,
  signal: AbortSignal,
) => {
  const jitter = 1 + random() / 4
  const whole = (seconds ?? defaultSeconds) * 1_000 * jitter
  const least = Math.min(whole, defaultSeconds * 1_000 * jitter)
  const began = performance.now()
  await sleep(least, undefined, { signal }).catch(() => signal.throwIfAborted())
  if (whole > least && contact.ageMs() > performance.now() - began) {
    await contact.heard(whole - least, signal)
  }
}
