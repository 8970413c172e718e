// Who writes in tests of the store, and how a refusal is caught.

import type { Database } from '../../api/database/source.ts'
import { openTokens } from '../../api/database/tokens.ts'
import { Failure } from '../../api/errors.ts'

/** The administrator of the first start. */
export const administrator = async (database: Database) => {
  const found = await openTokens(database).find(database.config.adminToken!)
  return found!.actor
}

/** The Failure that a promise ends with; a promise that ends well is an error. */
export const refusal = async (work: Promise<unknown>): Promise<Failure> => {
  const end = await work.catch((cause) => cause)
  if (end instanceof Failure) return end
  throw new Error(`expected a refusal, got ${end instanceof Error ? end.stack : JSON.stringify(end)}`)
}
