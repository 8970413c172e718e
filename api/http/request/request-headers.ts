// The request headers of each verb, as they are checked and as the API document describes them.
import type { Route } from '../route.ts'

/** An ETag of an answer, weak or strong, or `*`. */
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
      'The ETag of the object: the write is refused as `stale` when another generation is stored. `*`: the write is refused when the object does not exist. A PUT is refused as `stale` when no object has the key.',
    verbs: ['update', 'put', 'delete'],
    matches: ifMatch,
  },
  {
    name: 'If-None-Match',
    description: 'The ETag of the object: the answer is 304 when the object has not changed.',
    verbs: ['read'],
  },
  {
    name: 'If-None-Match',
    description:
      '`*`: create the object only; the write is refused as `already_exists` when the object exists.',
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
    description:
      '`wait=<seconds>`, 30 at most: answer when the clusters have the object, or when the time is up.',
    verbs: ['read'],
  },
]

/** A singleton always exists, so that a PUT never creates one. */
export const requestHeadersOf = ({ does, resource }: Route) =>
  all.filter(({ verbs, matches }) => verbs.includes(does) && !(resource?.singleton && matches === ifNothing))
