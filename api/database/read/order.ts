// The order of a list: by natural key or by time, either way round, and the cursor that continues a page of it.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { keyExpressions } from './address.ts'
import type { RepresentationRow } from './representation.ts'

export const sorts = ['key', '-key', 'created_at', '-created_at', 'updated_at', '-updated_at'] as const
export type Sort = (typeof sorts)[number]

/** The order of a list that is asked for none. */
export const defaultSort = (resource: Resource): Sort =>
  rulesOf(resource).newestFirst ? '-updated_at' : 'key'

export const isDescending = (sort: Sort) => sort.startsWith('-')
export const timeOf = (sort: Sort) => (sort.endsWith('_at') ? sort.replace('-', '') : undefined)

/** Times as they are answered, in milliseconds; the id tells those of the same one apart, and what has no key. */
export const expressionsOf = (resource: Resource, sort: Sort): string[] => {
  const time = timeOf(sort)
  if (time) return [`date_trunc('milliseconds', t.${time})`, 't.id']
  const key = keyExpressions(resource)
  return key.length > 0 ? key : ['t.id']
}

/** `order by …` */
export const orderBy = (resource: Resource, sort: Sort): string => {
  const way = isDescending(sort) ? ' desc' : ''
  return `order by ${expressionsOf(resource, sort)
    .map((it) => it + way)
    .join(', ')}`
}

/** Continues behind that row. The resource and the sort are in it, so that no other list is continued with it. */
export const cursorBehind = (
  { name }: Resource,
  { key, id, text }: RepresentationRow,
  sort: Sort,
): string => {
  const time = timeOf(sort)
  const position = time
    ? [(JSON.parse(text) as Record<string, string>)[time], id]
    : key.length > 0
      ? key
      : [id]
  return Buffer.from(JSON.stringify([name, sort, ...position])).toString('base64url')
}

const isTime = (value: string | undefined) => {
  const time = new Date(value ?? '')
  return /^[1-9]\d{3}-/.test(value ?? '') && !Number.isNaN(time.getTime()) && time.toISOString() === value
}

const opened = (cursor: string): string[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isRight = (it: unknown) => typeof it === 'string' && !it.includes('\0')
    if (Array.isArray(parts) && parts.every(isRight)) return parts
  } catch {
    // What is not JSON was not made here either.
  }
  return []
}

const refusal = (detail: string) => apiError('invalid', detail, { attribute: 'cursor' })

/** The position in the order that a cursor names, one part for each expression. Throws `invalid` for one of another list. */
export const positionOf = (resource: Resource, sort: Sort, cursor: string): string[] => {
  const [name, its, ...parts] = opened(cursor)
  const other = name === resource.name ? sorts.find((it) => it === its) : undefined
  if (other && other !== sort) {
    throw refusal(`This cursor continues a list with \`sort=${other}\`. Give every page the same \`sort\`.`)
  }
  if (
    !other ||
    parts.length === 0 ||
    parts.length !== expressionsOf(resource, sort).length ||
    (timeOf(sort) && !isTime(parts[0]))
  ) {
    throw refusal('Give the `next_cursor` of the previous page of the same list.')
  }
  return parts
}
