// Says where the tables that the migrations made differ from what the schemas say.
import { resources } from '../../../schemas/index.ts'
import type { Database } from '../server/source.ts'
import { joinsOf } from './columns.ts'

/** Statements or sentences, none when both agree. Collations, checks of shape and NULLS NOT DISTINCT have tests. */
export const drift = async (database: Database): Promise<string[]> => {
  const { upQueries } = await database.source.driver.createSchemaBuilder().log()
  const missing = await Promise.all(
    resources.flatMap(joinsOf).map(async (table) => {
      const [found] = await database.query<{ oid: string | null }>('select to_regclass($1) as oid', [table])
      return found?.oid ? [] : [`The join table ${table} is missing.`]
    }),
  )
  return [...upQueries.map(({ query }) => query), ...missing.flat()]
}
