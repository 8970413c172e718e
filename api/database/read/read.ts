// Reads one object in one statement.
import type { Resource } from '../../../schemas/vocabulary.ts'
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

export const readById = async (database: Database, session: Session, resource: Resource, id: string) => {
  const [row] = await session.query<RepresentationRow>(`${selectOf(database, resource)} where t.id = $1`, [
    id,
  ])
  return row
}

export const read = async (
  database: Database,
  resource: Resource,
  address: readonly string[],
): Promise<Representation | null> => {
  const place = locate(resource, address)
  if (!place) return null
  const text = `${selectOf(database, resource)} where ${place.where}`
  const [row] = await database.query<RepresentationRow>(text, place.values)
  return row ? representationOf(row) : null
}
