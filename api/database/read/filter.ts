// Filters of a list: each becomes one condition of SQL over the row `t` and the rows it refers to.
import { builtinCalled } from '../../../schemas/equality.ts'
import type { Attribute, Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { columnName } from '../schema/columns.ts'
import { joinTable } from '../schema/join-table.ts'
import type { Database } from '../server/source.ts'
import { callOf, elementCallOf } from './address.ts'
import { computedSql } from './computed-sql.ts'

/** Values by parameter: `id`, `labels`, an attribute, `<attribute>.null`, `<name>.prefix`, `<attribute>.<inside of it>`. */
export type Filters = Readonly<Record<string, readonly string[]>>

/** Places a value in the statement and answers its `$1`. */
type Place = (value: unknown) => string
type Filter = {
  resource: Resource
  name: string
  attribute: Attribute
  given: readonly string[]
  place: Place
}

const isLowerCase = ({ shape }: Attribute) => shape.kind === 'text' && shape.compared === 'case'

const labelled = (given: readonly string[], place: Place) =>
  given.map((pair) => {
    const [key = '', value] = pair.split(/=(.*)/s)
    return `t.labels @> ${place(JSON.stringify({ [key]: value }))}::jsonb`
  })

const referenceOf = ({ resource, name }: Filter) => callOf(resource, name)

/** The text above all that begin with the prefix, in the order of code points; none is above the last one. */
const above = (prefix: string): string | undefined => {
  const points = [...prefix].map((it) => it.codePointAt(0)!)
  while (points.at(-1) === 0x10ffff) points.pop()
  const last = points.pop()
  if (last === undefined) return undefined
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
}

/** A range, for which the index of the key serves whatever the plan; `like` would need a constant. */
const begins = (filter: Filter): string => {
  const { attribute, name, given, place } = filter
  const column = attribute.shape.kind === 'reference' ? referenceOf(filter) : `t."${name}"`
  const [prefix = ''] = given
  const end = above(prefix)
  const from = `${column} >= ${place(prefix)}`
  return end === undefined ? from : `(${from} and ${column} < ${place(end)})`
}

/** One of those given is in the set; what everyone holds is never stored. */
const holds = ({ resource, name, attribute, given, place }: Filter): string => {
  const { shape, view, implied } = attribute
  if (shape.kind !== 'set' || shape.of.kind !== 'reference') return `t."${name}" && ${place(given)}::text[]`
  if (given.some((it) => it === implied)) return 'true'
  const { of } = shape
  const { joins, call } = elementCallOf(resource, name)
  const at = place(given.map((it) => builtinCalled(of, it) ?? it))
  const found = `o.id = any(${at}) or ${call} = any(${at})`
  return view
    ? `(t.authoritative and exists (select from "${view}" j join "${of.to}" o on o.id = j.${of.to}_id${joins}
        where j.${resource.name}_id = t.id and j.deletion_requested_at is null and (${found})))`
    : `exists (select from "${joinTable(resource, name)}" j left join "${of.to}" o on o.id = j.${of.to}_id${joins}
        where j.${resource.name}_id = t.id and (j.builtin = any(${at}) or ${found}))`
}

const equals = (filter: Filter, column: string, { shape }: Attribute = filter.attribute): string =>
  `${column} = any(${filter.place(filter.given)}${shape.kind === 'boolean' ? '::boolean[]' : ''})`

const fits = (database: Database, filter: Filter, inside: string | undefined): string => {
  const { resource, name, attribute, given, place } = filter
  const { shape, follows, derived } = attribute
  if (inside === 'null') {
    const absent = attribute.view ? 'not t.authoritative' : `t."${columnName(name, attribute)}" is null`
    return `(${absent}) = ${place(given[0] === 'true')}::boolean`
  }
  if (inside === 'prefix') return begins(filter)
  const value = derived ? `(${computedSql(resource, name, database.config)})` : `t."${name}"`
  if (inside && shape.kind === 'object') {
    const within = shape.attributes[inside]!
    const cast = within.shape.kind === 'boolean' ? '::boolean' : ''
    return equals(filter, `(${value} ->> '${inside}')${cast}`, within)
  }
  if (shape.kind === 'set') return holds(filter)
  if (shape.kind === 'reference') {
    const at = place(given)
    return `(t.${name}_id = any(${at}) or ${referenceOf(filter)} = any(${at}))`
  }
  return equals(filter, follows ? `coalesce(${value}, t."${follows}")` : value)
}

/** The conditions of all filters. Throws `invalid` for a filter of no attribute. */
export const conditionsOf = (database: Database, resource: Resource, filters: Filters, place: Place) =>
  Object.entries(filters).flatMap(([parameter, given]): string[] => {
    if (parameter === 'id') return [`t.id = any(${place(given)})`]
    if (parameter === 'labels') return labelled(given, place)
    const [name = '', inside] = parameter.split('.')
    const attribute = resource.attributes[name]
    if (!attribute) {
      throw apiError('invalid', `Lists have no filter \`${parameter}\`.`, { attribute: parameter })
    }
    const wanted = isLowerCase(attribute) ? given.map((it) => it.toLowerCase()) : given
    return [fits(database, { resource, name, attribute, given: wanted, place }, inside)]
  })
