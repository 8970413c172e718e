// Who writes in tests of the store, and how a refusal is caught.
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import { ApiError } from '../../../api/errors.ts'
import { testDatabase } from './database.ts'
import { actorWith } from './tokens.ts'

/** A fresh database, its store, and how its administrator writes. Close the database when done. */
export const openWriter = async () => {
  const database = await testDatabase()
  const actor = await administrator(database)
  return {
    database,
    store: openStore(database),
    how: { actor, dryRun: false, complete: false, force: false },
  }
}
export type Writer = Awaited<ReturnType<typeof openWriter>>

/** The administrator of the first start. */
export const administrator = (database: Database) => actorWith(database, database.config.adminToken!)

/** The ApiError that a promise ends with; a promise that ends well is an error. */
export const refusal = async (work: Promise<unknown>): Promise<ApiError> => {
  const end = await work.catch((cause) => cause)
  if (end instanceof ApiError) return end
  throw new Error(`expected a refusal, got ${end instanceof Error ? end.stack : JSON.stringify(end)}`)
}
