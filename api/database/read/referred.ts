// Filters by a row that `t` refers to: its id, what it is called where `t` is, or how its name begins.
import { referenceIn, resourceNamed } from '../../../schemas/index.ts'
import { commonPlace } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Bind } from '../../permissions/as-sql.ts'
import { elementCallOf, looksLikeId } from './address.ts'
import { prefixed } from './prefixed.ts'

export type Referred = {
  attribute: string
  to: Resource
  /** What is asked of the row `r`, and of the rows joined with it. */
  condition: string
  /** How its one name begins, of the column that holds it; there may be many such rows. */
  range?: (column: string) => string
}

type Given = { given: readonly string[]; inside: string | undefined; bind: Bind }

export const referred = (resource: Resource, attribute: string, { given, inside, bind }: Given): Referred => {
  const to = resourceNamed(referenceIn(resource.attributes[attribute]!)!.to)
  const { call, columns } = elementCallOf(resource, attribute, 'r')
  if (inside === 'prefix') {
    const range = prefixed(given[0]!, bind)
    return { attribute, to, condition: range(call), ...(columns.length === 1 ? { range } : {}) }
  }
  const conditions = given.map((it) => {
    if (looksLikeId(to, it)) return `r.id = ${bind(it)}`
    const parts = it.split('/')
    if (parts.length !== columns.length) return `${call} = ${bind(it)}`
    return `(${columns.map((column, at) => `${column} = ${bind(parts[at])}`).join(' and ')})`
  })
  return { attribute, to, condition: `(${conditions.join(' or ')})` }
}

/** The ids of those rows; only of those in a place that another filter names, since others have the same names. */
export const idsOf = (
  resource: Resource,
  { attribute, to, condition }: Referred,
  all: readonly Referred[],
): string => {
  const place = commonPlace(resource, to)
  const within = all.find((it) => it.attribute === place && it.attribute !== attribute)
  const { joins } = elementCallOf(resource, attribute, 'r')
  const there = within ? ` and r.${within.attribute}_id = any(${idsOf(resource, within, [])})` : ''
  return `array(select r.id from "${to.name}" r${joins} where ${condition}${there})`
}

/** Found first, so that an index of `t` serves: there is none for a condition that also speaks of a joined row. */
export const refersTo = (resource: Resource, it: Referred, all: readonly Referred[]): string =>
  `t.${it.attribute}_id = any(${idsOf(resource, it, all)})`
