// A text begins so, as a range: the index of the column serves whatever the plan, and `like` would need a constant.
import type { Bind } from '../../permissions/as-sql.ts'

/** The text above all that begin with the prefix, in the order of code points; none is above the last one. */
const above = (prefix: string): string | undefined => {
  const points = [...prefix].map((it) => it.codePointAt(0)!)
  while (points.at(-1) === 0x10ffff) points.pop()
  const last = points.pop()
  if (last === undefined) return undefined
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
}

/** The condition of a column. */
export const prefixed = (prefix: string, bind: Bind): ((column: string) => string) => {
  const end = above(prefix)
  const [from, to] = [bind(prefix), end === undefined ? undefined : bind(end)]
  return (column) =>
    to === undefined ? `${column} >= ${from}` : `(${column} >= ${from} and ${column} < ${to})`
}
