// Users as the rules of site roles must find them: locked, in one order, until the transaction ends.
import { ownerColumn } from '../../../permissions/target-of.ts'
import { rulesOf } from '../../../resources/index.ts'
import { activeAdmin } from '../../../resources/last-site-admin.ts'
import type { Session } from '../../server/session.ts'
import type { Batch, Item } from '../line.ts'

const lockAll = (session: Session, ids: readonly string[], strength: 'share' | 'update', or = '') =>
  session.run(`select from "user" where id = any($1) ${or} order by id collate "C" for ${strength}`, [ids])

/**
 * Locks the writer's row and the users' before they are read. Rows are locked in order of their ids, and with an
 * active site admin all others of them, one of whom must stay: nobody waits in a ring.
 */
export const lockUsers = async (session: Session, actor: string, users: readonly string[]) => {
  if (users.length === 0) return
  const isAdmin = `select from "user" where id = any($1) and ${activeAdmin} limit 1`
  if ((await session.run(isAdmin, [users])) > 0) {
    await lockAll(session, [actor, ...users], 'update', `or ${activeAdmin}`)
    return
  }
  const first = users.filter((it) => it < actor)
  const last = users.filter((it) => it > actor)
  if (first.length > 0) await lockAll(session, first, 'update')
  await lockAll(session, [actor], users.includes(actor) ? 'update' : 'share')
  if (last.length > 0) await lockAll(session, last, 'update')
}

/** The writer and the users whose own the rows are, where the rules ask about the writer. Users that are written are locked for that. */
export const lockOwners = async ({ session, resource, actor }: Batch, items: readonly Item[]) => {
  if (!rulesOf(resource).lookups?.writer || items.length === 0) return
  if (resource.owner === 'id') {
    await lockUsers(
      session,
      actor.user,
      items.map(({ id }) => id),
    )
    return
  }
  const owners = items.map(({ target }) => target![ownerColumn(resource)!] as string)
  await lockAll(session, [actor.user, ...owners], 'share')
}
