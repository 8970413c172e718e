// The headers that a request may have besides the usual ones: for whoever reads them, and for the API document.
import type { Route } from '../route.ts'

/** An ETag as it was answered, weak or not, or `*`. */
export const ifMatch = /^(?:\*|(?:W\/)?"(\d{1,9})\.\d{1,9}")$/
/** Of a PUT: create only. */
export const ifNothing = /^\*$/
export const idempotencyKey = /^[!-~]{1,255}$/

type RequestHeader = {
  name: string
  description: string
  verbs: Route['does'][]
  /** What is refused otherwise; absent where anything is taken. */
  matches?: RegExp
}

const all: RequestHeader[] = [
  {
    name: 'If-Match',
    description:
      'An ETag: refused as `stale` when another generation is stored. `*` asks that the object exists. A PUT is refused as `stale` when no object has the key.',
    verbs: ['update', 'put', 'delete'],
    matches: ifMatch,
  },
  { name: 'If-None-Match', description: 'An ETag: 304 when nothing is newer.', verbs: ['read'] },
  {
    name: 'If-None-Match',
    description: '`*`: create only, and refuse as `already_exists` what is there.',
    verbs: ['put'],
    matches: ifNothing,
  },
  {
    name: 'Idempotency-Key',
    description: 'The answer to a repeated request with this key is the first one, for 24 hours.',
    verbs: ['create'],
    matches: idempotencyKey,
  },
  {
    name: 'Prefer',
    description: '`wait=<seconds>`, 30 at most: answer when the clusters have it, or the time is up.',
    verbs: ['read'],
  },
]

/** What is always there is never new. */
export const requestHeadersOf = ({ does, resource }: Route) =>
  all.filter(({ verbs, matches }) => verbs.includes(does) && !(resource?.singleton && matches === ifNothing))
