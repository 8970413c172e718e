// Reads one object in one statement.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { asSql } from '../../permissions/as-sql.ts'
import { grantsOf } from '../../permissions/grants-of.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import { locate } from './address.ts'
import {
  type Representation,
  type RepresentationRow,
  representationOf,
  representationSql,
} from './representation.ts'

const statements = new WeakMap<object, Map<string, string>>()

/** `select … from …`, whose text is put together once for each database and address form. */
export const selectOf = ({ config }: Database, resource: Resource): string => {
  const known = statements.get(config) ?? new Map<string, string>()
  statements.set(config, known)
  const text = known.get(resource.name) ?? representationSql(resource, config)
  known.set(resource.name, text)
  return text
}

export const readByIds = (database: Database, session: Session, resource: Resource, ids: readonly string[]) =>
  session.query<RepresentationRow>(`${selectOf(database, resource)} where t.id = any($1)`, [ids])

/** Null where nothing is, or nothing that the actor may read. */
export const read = async (
  database: Database,
  resource: Resource,
  address: readonly string[],
  actor: Actor,
): Promise<Representation | null> => {
  const located = locate(resource, address)
  if (!located) return null
  const values: unknown[] = [...located.values]
  const permitted = asSql(grantsOf(actor), 'read', resource, (value) => `$${values.push(value)}`)
  const where = permitted === undefined ? located.where : `${located.where} and ${permitted}`
  const text = `${selectOf(database, resource)} where ${where}`
  const [row] = await database.query<RepresentationRow>(text, values)
  return row ? representationOf(row) : null
}
