// Confirms creates: whoever has kept what a create answered needs its receipt no longer (S9).
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Session } from '../server/session.ts'

/**
 * Takes the receipts of a user away from rows of one type; other ids are ignored. The rows are locked in one order, so
 * that two confirmations never wait for each other in a ring.
 */
export const confirmIn = (session: Session, { name }: Resource, user: string, ids: readonly string[]) =>
  session.run(
    `with mine as (select id from "${name}" where id = any($1) and receipt_user = $2 order by id for no key update)
     update "${name}" t set receipt_user = null, receipt_digest = null, receipt_expires_at = null
     from mine where t.id = mine.id`,
    [ids, user],
  )
