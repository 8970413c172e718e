// Deletes what a create would replace, without asking whether it may go: only ever within a dry run.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { ApiError } from '../../errors.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Transaction } from '../server/transaction.ts'
import { lockRow } from './lock-row.ts'

/** What is gone already is set aside too. A row that PostgreSQL itself keeps in place refuses, as its deletion would. */
export const setAside = async (
  session: Transaction,
  resource: Resource,
  id: string,
  actor: Actor,
): Promise<void> => {
  const row = await lockRow(session, resource, [id], { actor, action: 'delete' }).catch((cause) => {
    if (cause instanceof ApiError && cause.code === 'not_found') return undefined
    throw cause
  })
  if (row) await session.run(`delete from "${resource.name}" where id = $1`, [row.id])
}
