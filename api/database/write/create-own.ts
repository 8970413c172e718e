// Creates what nobody asks for by the line that everybody's creates go through: what a deployment begins with.
import { resourceNamed } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import { system } from '../../resources/system.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { create } from './create.ts'
import { type Body, itemOf, run } from './line.ts'

/** Answers the id. `columns` are those that only the server sets. Throws refusals. */
export const createOwn = async (
  database: Database,
  session: Transaction,
  noun: string,
  body: Body,
  columns: Row = {},
): Promise<string> => {
  const item = itemOf('create', { body, columns })
  const resource = resourceNamed(noun)
  await run(create, { database, session, resource, verb: 'create', actor: system, items: [item] })
  if (item.refusal) throw item.refusal
  return item.id
}
