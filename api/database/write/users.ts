// Users as the rules of site roles must find them: locked, in one order, until the transaction ends.
import { apiError } from '../../errors.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Session } from '../server/session.ts'

/** `isActiveAdmin` of the site roles, in SQL. */
export const activeAdmin = `'site_admin' = any(site_roles) and not suspended and not service_account`

/**
 * Locks the writer's row and the user's before they are read. Rows are locked in order of their ids, and with an
 * active site admin all others of them, one of whom must stay: nobody waits in a ring.
 */
export const lockUsers = async (session: Session, writer: string, user: string) => {
  const isAdmin = await session.run(`select from "user" where id = $1 and ${activeAdmin}`, [user])
  if (isAdmin) {
    await session.run(
      `select from "user" where id = any($1) or ${activeAdmin} order by id collate "C" for update`,
      [[writer, user]],
    )
    return
  }
  for (const id of [...new Set([writer, user])].sort()) {
    await session.run(`select from "user" where id = $1 for ${id === user ? 'update' : 'share'}`, [id])
  }
}

/** The same where the user is called by a key, which nobody may have yet. */
export const lockUsersByKey = async (session: Session, writer: string, username: string) => {
  const [user] = await session.query<{ id: string }>('select id from "user" where username = $1', [username])
  if (user) await lockUsers(session, writer, user.id)
}

/** Keeps users as they are until the transaction ends. */
export const keepUsers = (session: Session, ids: readonly string[]) =>
  session.run('select from "user" where id = any($1) order by id collate "C" for share', [ids])

/** Whether somebody else remains; the one found is kept so. */
export const isOtherActiveAdmin = async (session: Session, user: string): Promise<boolean> =>
  (await session.run(`select from "user" where id <> $1 and ${activeAdmin} limit 1 for share`, [user])) > 0

/**
 * The writer as they are now, whatever they were when the request came: nothing that takes a role, the token or the
 * user away commits before this transaction does. Throws `unauthenticated`.
 */
export const writerIn = async (session: Session, actor: Actor): Promise<Actor> => {
  const [now] = await session.query<Pick<Actor, 'username' | 'siteRoles'>>(
    `select username, site_roles as "siteRoles" from "user" join token on token.user_id = "user".id
     where token.id = $1 and not suspended for share`,
    [actor.token],
  )
  if (now) return { ...actor, ...now }
  throw apiError(
    'unauthenticated',
    `The token was revoked, or the user ${actor.username} was suspended, while this request ran.`,
  )
}
