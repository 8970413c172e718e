// The operator's own token (POLDER_ADMIN_TOKEN): after every start an active site admin holds it, unless it was revoked or has expired.
import { api_token } from '../../schemas/api_token.ts'
import { user } from '../../schemas/user.ts'
import { siteAdmin } from '../permissions/role-names.ts'
import { activeAdmin } from '../resources/last-site-admin.ts'
import { findBearers } from './read/bearers.ts'
import { digestOfSecret } from './server/secret.ts'
import type { Session } from './server/session.ts'
import type { Database } from './server/source.ts'
import type { Transaction } from './server/transaction.ts'
import { createOwn } from './write/create-own.ts'

/** Creates the first administrator; returns the id. */
export const createAdmin = (database: Database, session: Transaction): Promise<string> =>
  createOwn(database, session, user, { username: 'admin', name: 'Administrator', site_roles: [siteAdmin] })

/** Has a user hold the token that the operator chose, of which less is shown than of one that is drawn. */
export const holdAdminToken = (database: Database, session: Transaction, user: string, token: string) => {
  const body = { user, description: 'POLDER_ADMIN_TOKEN', expires_at: null }
  const columns = { prefix: token.slice(0, 4), token_digest: digestOfSecret(token) }
  return createOwn(database, session, api_token, body, columns)
}

const isRevoked = async (session: Session, token: string) =>
  (await session.run('select from revoked_token where digest = $1', [digestOfSecret(token)])) > 0

/** Revokes all tokens of a user but one; answers how many there were. */
const revokeOthers = (session: Session, user: string, token: string) =>
  session.run(
    `with revoked as (delete from api_token where user_id = $1 and token_digest <> $2 returning token_digest)
     insert into revoked_token (digest, revoked_at) select token_digest, now() from revoked`,
    [user, digestOfSecret(token)],
  )

type Holder = {
  id: string
  username: string
  siteAdmin: boolean
  suspended: boolean
  serviceAccount: boolean
}

const holderWhere = async (session: Session, where: string, values: unknown[] = []) => {
  const [holder] = await session.query<Holder>(
    `select id, username, '${siteAdmin}' = any(site_roles) as "siteAdmin", suspended,
       service_account as "serviceAccount"
     from "user" where ${where} order by username <> 'admin', created_at, id limit 1 for update`,
    values,
  )
  return holder
}

/** Makes somebody an active site admin. Who was none may have tokens in other hands: those are revoked. */
const restore = async (session: Session, it: Holder, token: string): Promise<string[]> => {
  await session.run(
    `update "user" set suspended = false, service_account = false, generation = generation + 1, updated_at = now(),
       site_roles = array(select distinct unnest(site_roles || array['${siteAdmin}']) order by 1)
     where id = $1`,
    [it.id],
  )
  const others = await revokeOthers(session, it.id, token)
  const user = `User \`${it.username}\`, who holds POLDER_ADMIN_TOKEN,`
  return [
    ...(it.suspended ? [`${user} is no longer suspended.`] : []),
    ...(it.siteAdmin ? [] : [`${user} has the site role \`${siteAdmin}\` again.`]),
    ...(it.serviceAccount ? [`${user} is no longer a service account.`] : []),
    ...(others > 0 ? [`${user} had ${others} other ${others === 1 ? 'token' : 'tokens'}, now revoked.`] : []),
  ]
}

const setAnother = 'Set POLDER_ADMIN_TOKEN to a new value.'

/** Answers sentences for the log; none where all was well. What was revoked or has expired stays so. */
export const ensureAdminToken = async (
  database: Database,
  session: Transaction,
  token: string,
): Promise<string[]> => {
  if (await isRevoked(session, token)) {
    return [`The token in POLDER_ADMIN_TOKEN was revoked and stays revoked. ${setAnother}`]
  }
  const found = (await findBearers(session, [token])).get(token)
  if (found) {
    const { actor, expiresAt } = found
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      return [`The token in POLDER_ADMIN_TOKEN expired at ${expiresAt.toISOString()}. ${setAnother}`]
    }
    const holder = (await holderWhere(session, 'id = $1', [actor.user]))!
    return holder.siteAdmin && !holder.suspended ? [] : restore(session, holder, token)
  }
  const active = await holderWhere(session, activeAdmin)
  const former = active ?? (await holderWhere(session, "username = 'admin'"))
  const id = former?.id ?? (await createAdmin(database, session))
  // Nobody who is suspended gets a token.
  const restored = former && !active ? await restore(session, former, token) : []
  await holdAdminToken(database, session, id, token)
  return [
    ...(former ? [] : ['User `admin` was created again, because no site admin was active.']),
    `User \`${former?.username ?? 'admin'}\` now holds the token in POLDER_ADMIN_TOKEN.`,
    ...restored,
  ]
}
