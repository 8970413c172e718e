// Versions in headers: `ETag: "<generation>.<digest>"`, and the conditions that name one.
import { apiError } from '../../errors.ts'
import { ifMatch, ifNothing } from './request-headers.ts'

type Versioned = { generation: number; digest: number }

export const etagOf = ({ generation, digest }: Versioned) => `"${generation}.${digest}"`

/** `If-None-Match`: whether the client has exactly this already. A new condition counts as new. */
export const known = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((it) => it.trim().replace(/^W\//, '') === etag)

/**
 * `If-Match`: the generation a writer has seen. The digest is not compared, so that news from a
 * cluster never makes a writer fail. `*` asks only that there is something.
 */
export const seen = (header: string): number | '*' => {
  const found = ifMatch.exec(header.trim())
  if (!found) {
    throw apiError('malformed', 'If-Match must be the ETag of an answer, such as `"3.7"`, or `*`.')
  }
  return found[1] === undefined ? '*' : Number(found[1])
}

/** `If-None-Match` of a PUT: `*` asks that nothing is there yet. Throws `malformed` for anything else. */
export const createOnly = (header: string): true => {
  if (ifNothing.test(header.trim())) return true
  throw apiError(
    'malformed',
    'With PUT, If-None-Match must be `*`, which creates the object and never updates it.',
  )
}
