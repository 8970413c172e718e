// ReadDataSource: one object by id or by key, or every object that fits the filters.
import { pluralOf } from '../../schemas/index.ts'
import type { Attributes, Resource } from '../../schemas/vocabulary.ts'
import type { Client, Filters, Row } from '../client.ts'
import { connected, type Session } from '../memory/session.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Request, Response } from '../protocol/methods.ts'
import type { Entries, Value } from '../protocol/value.ts'
import { addressFrom } from '../values/address-from.ts'
import { shown } from '../values/block.ts'
import { dynamicValue, objectIn } from '../values/dynamic-value.ts'
import { fromJson, toJson } from '../values/json.ts'
import { refusalOf } from '../values/refusal.ts'
import { dataSourceOf } from '../values/type-name.ts'

export const readDataSource = async (
  request: Request<'readDataSource'>,
  session: Session,
): Promise<Response<'readDataSource'>> => {
  const { resource, type, plural } = dataSourceOf(request.typeName)
  const config = objectIn(request.config, type) ?? {}
  try {
    const { client } = connected(session)
    if (plural) {
      const rows = await everyRow(client, resource, filtersIn(resource, config))
      const list = rows.map((row) => valuesOf(shown(resource.attributes), row))
      return { state: dynamicValue({ ...config, [pluralOf(resource)]: list }, type) }
    }
    const address = (await addressFrom(resource, config, session)) ?? []
    const row = address.length > 0 ? await client.read(resource, address) : null
    if (!row) {
      const called = address.length > 0 ? `\`${address.join('/')}\`` : 'of this key'
      const detail = `The ${resource.name} ${called} does not exist. To read an object that may be missing, use \`polder_${pluralOf(resource)}\`, whose list may be empty.`
      return { diagnostics: [error('The object does not exist', detail)] }
    }
    const values = valuesOf(shown(resource.attributes), row)
    // What the configuration spells is repeated as spelled, as Terraform demands.
    const given = Object.entries(config).filter(([, value]) => value !== null)
    return { state: dynamicValue({ ...values, ...Object.fromEntries(given) }, type) }
  } catch (reason) {
    return { diagnostics: refusalOf(reason, resource) }
  }
}

const filtersIn = (resource: Resource, config: Entries): Filters =>
  Object.fromEntries(
    Object.entries(config).flatMap(([name, value]): [string, string | string[]][] => {
      if (value === null || name === pluralOf(resource)) return []
      if (name === 'ids') return [['id', toJson(value) as string[]]]
      if (name === 'labels') return [[name, Object.entries(value).map(([key, it]) => `${key}=${it}`)]]
      return [[name, String(toJson(value))]]
    }),
  )

const everyRow = async (client: Client, resource: Resource, filters: Filters): Promise<Row[]> => {
  if (Array.isArray(filters.id) && filters.id.length === 0) return []
  const rows: Row[] = []
  let cursor: string | null | undefined
  do {
    const page = await client.list(resource, filters, { limit: 500, ...(cursor ? { cursor } : {}) })
    rows.push(...page.items)
    cursor = page.next_cursor
  } while (cursor)
  return rows
}

const valuesOf = (attributes: Attributes, row: Row): Entries =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { shape }]): [string, Value] => [
      name,
      fromJson(shape, row[name]),
    ]),
  )
