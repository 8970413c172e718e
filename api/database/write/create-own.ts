// Creates the objects of the server itself, such as those of the first start, through the stages of every create.
import type { Input, Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { system } from '../../resources/system.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { create } from './create.ts'
import { itemOf, run } from './line.ts'

/** Returns the id. `columns` are those that only the server sets. Throws refusals. */
export const createOwn = async <R extends Resource>(
  database: Database,
  session: Transaction,
  resource: R,
  body: Input<R>,
  columns: Partial<Row<R>> = {},
): Promise<string> => {
  const item = itemOf('create', { body, columns })
  await run(create, { database, session, resource, verb: 'create', actor: system, items: [item] })
  if (item.refusal) throw item.refusal
  return item.id
}
