// Filters of a list: each becomes one condition of SQL over the row `t`, or over a row that it refers to.
import { builtinCalled } from '../../../schemas/equality.ts'
import { isReferenceSet } from '../../../schemas/index.ts'
import type { Attribute, Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import type { Bind } from '../../permissions/as-sql.ts'
import { columnName } from '../schema/columns.ts'
import { joinTable } from '../schema/join-table.ts'
import type { Database } from '../server/source.ts'
import { elementCallOf } from './address.ts'
import { computedAlone } from './computed-sql.ts'
import { prefixed } from './prefixed.ts'
import { type Referred, referred } from './referred.ts'

/** Values by parameter: `id`, `labels`, an attribute, `<attribute>.null`, `<name>.prefix`, `<attribute>.<inside of it>`. */
export type Filters = Readonly<Record<string, readonly string[]>>

type Filter = {
  resource: Resource
  name: string
  attribute: Attribute
  given: readonly string[]
  bind: Bind
}

const isLowerCase = ({ shape }: Attribute) => shape.kind === 'text' && shape.compared === 'case'

const labelled = (given: readonly string[], bind: Bind) =>
  given.map((pair) => {
    const [key = '', value] = pair.split(/=(.*)/s)
    return `t.labels @> ${bind(JSON.stringify({ [key]: value }))}::jsonb`
  })

/** One of those given is in the set; what everyone holds is never stored. */
const holds = ({ resource, name, attribute, given, bind }: Filter): string => {
  const { shape, view, implied } = attribute
  if (!isReferenceSet(shape)) return `t."${name}" && ${bind(given)}::text[]`
  if (given.some((it) => it === implied)) return 'true'
  const { of } = shape
  const { joins, call } = elementCallOf(resource, name)
  const at = bind(given.map((it) => builtinCalled(of, it) ?? it))
  const found = `o.id = any(${at}) or ${call} = any(${at})`
  return view
    ? `(t.authoritative and exists (select from "${view}" j join "${of.to}" o on o.id = j.${of.to}_id${joins}
        where j.${resource.name}_id = t.id and j.deletion_requested_at is null and (${found})))`
    : `exists (select from "${joinTable(resource, name)}" j left join "${of.to}" o on o.id = j.${of.to}_id${joins}
        where j.${resource.name}_id = t.id and (j.builtin = any(${at}) or ${found}))`
}

const equals = (filter: Filter, column: string, { shape }: Attribute = filter.attribute): string =>
  `${column} = any(${filter.bind(filter.given)}${shape.kind === 'boolean' ? '::boolean[]' : ''})`

const stored = ({ config }: Database, { resource, name, attribute }: Filter) =>
  attribute.derived ? computedAlone(resource, name, config) : `t."${name}"`

const fits = (database: Database, filter: Filter, inside: string | undefined): string => {
  const { name, attribute, given, bind } = filter
  const { shape, follows, derived } = attribute
  if (inside === 'null') {
    const column = derived ? stored(database, filter) : `t."${columnName(name, attribute)}"`
    const absent = attribute.view ? 'not t.authoritative' : `${column} is null`
    return `(${absent}) = ${bind(given[0] === 'true')}::boolean`
  }
  if (inside === 'prefix') return prefixed(given[0]!, bind)(`t."${name}"`)
  const value = stored(database, filter)
  if (inside && shape.kind === 'object') {
    const within = shape.attributes[inside]!
    const cast = within.shape.kind === 'boolean' ? '::boolean' : ''
    return equals(filter, `(${value} ->> '${inside}')${cast}`, within)
  }
  if (shape.kind === 'set') return holds(filter)
  return equals(filter, follows ? `coalesce(${value}, t."${follows}")` : value)
}

export type Conditions = {
  /** Over `t`. */
  where: string[]
  /** Over the rows that `t` refers to. */
  referred: Referred[]
}

/** The conditions of all filters. Throws `invalid` for a filter of no attribute. */
export const conditionsOf = (
  database: Database,
  resource: Resource,
  filters: Filters,
  bind: Bind,
): Conditions => {
  const conditions: Conditions = { where: [], referred: [] }
  for (const [parameter, given] of Object.entries(filters)) {
    const [name = '', inside] = parameter.split('.')
    const attribute = resource.attributes[name]
    if (parameter === 'id') conditions.where.push(`t.id = any(${bind(given)})`)
    else if (parameter === 'labels') conditions.where.push(...labelled(given, bind))
    else if (!attribute) {
      throw apiError('invalid', `Lists have no filter \`${parameter}\`.`, { attribute: parameter })
    } else if (attribute.shape.kind === 'reference' && inside !== 'null') {
      conditions.referred.push(referred(resource, name, { given, inside, bind }))
    } else {
      const wanted = isLowerCase(attribute) ? given.map((it) => it.toLowerCase()) : given
      conditions.where.push(fits(database, { resource, name, attribute, given: wanted, bind }, inside))
    }
  }
  return conditions
}
