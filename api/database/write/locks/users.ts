// Users as the rules of site roles must find them: locked, in one order, until the transaction ends.
import { siteAdmin } from '../../../permissions/role-names.ts'
import type { Actor } from '../../../resources/rules.ts'
import { refuseGone, writer } from '../../../resources/writer.ts'
import type { Session } from '../../server/session.ts'

/** `isActiveAdmin` of the site roles, in SQL. */
export const activeAdmin = `'${siteAdmin}' = any(site_roles) and not suspended and not service_account`

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

/** Keeps users as they are until the transaction ends. */
export const keepUsers = (session: Session, ids: readonly string[]) =>
  session.run('select from "user" where id = any($1) order by id collate "C" for share', [ids])

/** The writer as they are now. Throws `unauthenticated`. */
export const writerIn = async (session: Session, actor: Actor): Promise<Actor> => {
  const asked = JSON.stringify([{ id: actor.user, token: actor.token }])
  const [now] = await session.query<{ value: Pick<Actor, 'username' | 'siteRoles'> | null }>(writer.sql, [
    asked,
  ])
  const refusal = refuseGone(actor, now?.value ?? null)
  if (refusal) throw refusal
  return { ...actor, ...now?.value }
}
