// The representation of rows: SQL that makes them JSON text, ready to be sent.
import { createHash } from 'node:crypto'
import { idNameOf, isReferenceSet } from '../../../schemas/index.ts'
import type { Reference, Resource, SetOf } from '../../../schemas/vocabulary.ts'
import type { Config } from '../../config.ts'
import { rfc3339 } from '../../resources/condition-sql.ts'
import { rulesOf } from '../../resources/index.ts'
import { isDeletedLater } from '../schema/columns.ts'
import { joinTable } from '../schema/join-table.ts'
import { callOf, elementCallOf, fromOf, keyExpressions } from './address.ts'
import { computedAlone, computedSql } from './computed-sql.ts'

/** A row as it is answered, and the two numbers of its ETag (S7). */
export type Representation = {
  readonly value: Record<string, unknown>
  /** The same as JSON. */
  readonly text: string
  readonly generation: number
  /** Differs when anything else does that an answer has a version for. */
  readonly digest: number
}

export type RepresentationRow = {
  id: string
  text: string
  generation: number
  /** What of the text no version tells of, as JSON. */
  unversioned: string
  deleting: boolean
  key: string[]
}

const list = (select: string) => `(select coalesce(json_agg(it order by called), '[]') from (${select}) them)`

/** Names and ids in parallel; the built-in ones stand in both. */
const joined = (resource: Resource, attribute: string, shape: SetOf<Reference>) => {
  const { to } = shape.of
  const { joins, call } = elementCallOf(resource, attribute)
  const held = (it: string) =>
    list(`select coalesce(j.builtin, ${it}) as it, coalesce(j.builtin, ${call}) as called
      from "${joinTable(resource, attribute)}" j left join "${to}" o on o.id = j.${to}_id${joins}
      where j.${resource.name}_id = t.id`)
  return [`${held(call)} as "${attribute}"`, `${held('o.id')} as "${idNameOf(attribute, shape)}"`]
}

const viewed = (resource: Resource, attribute: string, shape: SetOf<Reference>, table: string) => {
  const { to } = shape.of
  const { joins, call } = elementCallOf(resource, attribute)
  const rows = (it: string) =>
    `case when t.authoritative then ${list(`select ${it} as it, ${call} as called
      from "${table}" e join "${to}" o on o.id = e.${to}_id${joins}
      where e.${resource.name}_id = t.id and e.deletion_requested_at is null`)} end`
  return [`${rows(call)} as "${attribute}"`, `${rows('o.id')} as "${idNameOf(attribute, shape)}"`]
}

const members = (resource: Resource, config: Config): string[] =>
  Object.entries(resource.attributes).flatMap(([name, it]) => {
    if (it.secret) return []
    if (it.derived) return [`${computedSql(resource, name, config)} as "${name}"`]
    if (isReferenceSet(it.shape))
      return it.view ? viewed(resource, name, it.shape, it.view) : joined(resource, name, it.shape)
    if (it.follows) return [`coalesce(t."${name}", t."${it.follows}") as "${name}"`]
    if (it.shape.kind === 'timestamp') return [`${rfc3339(`t."${name}"`)} as "${name}"`]
    if (it.shape.kind !== 'reference') return [`t."${name}"`]
    return [`${callOf(resource, name)} as "${name}"`, `t.${name}_id`]
  })

const unversioned = (resource: Resource, config: Config): string => {
  const name = rulesOf(resource).unversioned
  return name
    ? `(select row_to_json(it) from (select ${computedAlone(resource, name, config)} as "${name}") it)::text`
    : "'{}'"
}

/** `select … from …` of a resource; `where`, `order by` and `limit` follow. */
export const representationSql = (resource: Resource, config: Config): string => {
  const { computedFrom } = rulesOf(resource)
  return `
select t.id, t.generation, ${unversioned(resource, config)} as unversioned,
  ${isDeletedLater(resource) ? 't.deletion_requested_at is not null' : 'false'} as deleting,
  array[${keyExpressions(resource).join(', ')}]::text[] as key,
  (select row_to_json(it) from (select ${members(resource, config).join(',\n    ')}${computedFrom ? `\n    from ${computedFrom}` : ''}) it)::text as text
from ${fromOf(resource)}`
}

const digestOf = (text: string) => createHash('sha1').update(text).digest().readUInt32BE() % 1_000_000_000

/** A class, since a page makes a hundred of them: what only single items need is worked out when asked for. */
class LazyRepresentation implements Representation {
  readonly text: string
  readonly generation: number
  readonly #unversioned: string
  #value: Record<string, unknown> | undefined

  constructor({ text, deleting, generation, unversioned }: RepresentationRow) {
    this.text = deleting ? `${text.slice(0, -1)},"deleting":true}` : text
    this.generation = generation
    this.#unversioned = unversioned
  }

  get digest() {
    return digestOf(this.text.replace(this.#unversioned.slice(1, -1), ''))
  }

  get value() {
    this.#value ??= JSON.parse(this.text) as Record<string, unknown>
    return this.#value
  }
}

export const representationOf = (row: RepresentationRow): Representation => new LazyRepresentation(row)
