// Versions in headers: `ETag: "<generation>.<status revision>"`, and the conditions that name one.
import { failure } from '../errors.ts'

type Versioned = { generation: number; statusRevision: number }

export const etagOf = ({ generation, statusRevision }: Versioned) => `"${generation}.${statusRevision}"`

/** `If-None-Match`: whether the client has exactly this already. A new condition counts as new. */
export const known = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((it) => it.trim().replace(/^W\//, '') === etag)

/**
 * `If-Match`: the generation a writer has seen. The status revision is not compared, so that news from a
 * cluster never makes a writer fail. `*` asks only that there is something.
 */
export const seen = (header: string): number | '*' => {
  const value = header.trim()
  if (value === '*') return '*'
  const generation = /^(?:W\/)?"(\d{1,9})\.\d{1,9}"$/.exec(value)?.[1]
  if (generation === undefined) {
    throw failure('malformed', 'If-Match must be one ETag as it was answered, such as `"3.7"`, or `*`.')
  }
  return Number(generation)
}

/** `If-None-Match` of a PUT: `*` asks that nothing is there yet. Throws `malformed` for anything else. */
export const createOnly = (header: string): true => {
  if (header.trim() === '*') return true
  throw failure('malformed', 'With PUT, If-None-Match takes only `*`: create, and update nothing.')
}
