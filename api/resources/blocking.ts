// Lists the objects that block a request: all counted, at most 20 named.
import type { Blocker } from '../errors.ts'

/** None where nothing stands in the way. */
export const blocking = (resource: string, rows: readonly { id: string; name: string }[]): Blocker[] =>
  rows.length === 0
    ? []
    : [{ resource, count: rows.length, items: rows.slice(0, 20).map(({ id, name }) => ({ id, name })) }]
