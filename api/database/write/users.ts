// Users as the rules of site roles must find them: locked, in one order, until the transaction ends.
import { siteAdmin } from '../../permissions/role-names.ts'
import type { Actor } from '../../resources/rules.ts'
import { writer, writerIsGone } from '../../resources/writer.ts'
import type { Session } from '../server/session.ts'

/** `isActiveAdmin` of the site roles, in SQL. */
export const activeAdmin = `'${siteAdmin}' = any(site_roles) and not suspended and not service_account`

/**
 * Locks the writer's row and the user's before they are read. Rows are locked in order of their ids, and with an
 * active site admin all others of them, one of whom must stay: nobody waits in a ring.
 */
export const lockUsers = async (session: Session, actor: string, user: string) => {
  const isAdmin = await session.run(`select from "user" where id = $1 and ${activeAdmin}`, [user])
  if (isAdmin) {
    await session.run(
      `select from "user" where id = any($1) or ${activeAdmin} order by id collate "C" for update`,
      [[actor, user]],
    )
    return
  }
  for (const id of [...new Set([actor, user])].sort()) {
    await session.run(`select from "user" where id = $1 for ${id === user ? 'update' : 'share'}`, [id])
  }
}

/** The same where the user is called by a key, which nobody may have yet. */
export const lockUsersByKey = async (session: Session, actor: string, username: string) => {
  const [user] = await session.query<{ id: string }>('select id from "user" where username = $1', [username])
  if (user) await lockUsers(session, actor, user.id)
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
  if (now?.value) return { ...actor, ...now.value }
  throw writerIsGone(actor)
}
