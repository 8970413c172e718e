// API tokens: whose they may be, and who may list, issue and revoke them.
import { resourceNamed } from '../../schemas/index.ts'
import { apiError } from '../errors.ts'
import { apiToken } from '../permissions/api-token.ts'
import type { Action } from '../permissions/grant.ts'
import { permit } from '../permissions/permit.ts'
import type { Actor } from '../resources/rules.ts'
import { gathered } from './gathered.ts'
import type { Session } from './server/session.ts'
import type { Database } from './server/source.ts'
import { type FoundToken, findTokens, issueToken, revokeTokens, type Token, tokensOf } from './token-rows.ts'
import { refusalOf } from './write/constraint.ts'
import { keepUsers, writerIn } from './write/locks/users.ts'

/** `user` is a username or an id. */
export type Tokens = {
  /** Null when the token is unknown or revoked. */
  find(token: string): Promise<FoundToken | null>
  /** The answer is the only one that shows the token. */
  issue(
    actor: Actor,
    user: string,
    wish: { description?: string; expires_at?: string | null },
  ): Promise<Token & { token: string }>
  list(actor: Actor, user: string): Promise<Token[]>
  revoke(actor: Actor, user: string, id: string): Promise<void>
}

type Owner = { id: string; username: string; siteRoles: readonly string[]; suspended: boolean }

const ownerCalled = async (session: Session, called: string): Promise<Owner> => {
  const [user] = await session.query<Owner>(
    `select id, username, site_roles as "siteRoles", suspended from "user" where id = $1 or username = $1`,
    [called],
  )
  if (user) return user
  throw apiError('not_found', `The user \`${called}\` does not exist.`)
}

/** Throws `forbidden`. */
const refuseTokensOf = ({ id, siteRoles }: Owner, writer: Actor, action: Action) => {
  const target = { place: null, owner: id, ownerSiteRoles: siteRoles }
  const [refusal] = permit(writer, action, apiToken, [target])
  if (refusal) throw apiError('forbidden', refusal.detail, refusal)
}

/** The owner as they stay until the transaction ends, for a writer who may do this. */
const ownerFor = async (session: Session, actor: Actor, action: 'create' | 'delete', called: string) => {
  const { id } = await ownerCalled(session, called)
  await keepUsers(session, [actor.user, id])
  const owner = await ownerCalled(session, id)
  refuseTokensOf(owner, await writerIn(session, actor), action)
  return owner
}

/** Each throws ApiError. */
export const openTokens = (database: Database): Tokens => {
  const refusing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause) => {
      throw refusalOf(cause, resourceNamed('user'))
    })
  const writing = <T>(work: (session: Session) => Promise<T>) => refusing(database.transaction(work))
  const listed = async (actor: Actor, user: string) => {
    const owner = await ownerCalled(database, user)
    refuseTokensOf(owner, actor, 'list')
    return tokensOf(database, owner.id)
  }
  const find = gathered((tokens: string[]) => findTokens(database, tokens))
  return {
    find: async (token) => (await refusing(find(token))) ?? null,
    list: (actor, user) => refusing(listed(actor, user)),
    issue: (actor, user, { description, expires_at }) =>
      writing(async (session) => {
        const owner = await ownerFor(session, actor, 'create', user)
        if (owner.suspended) {
          const words = `User \`${owner.username}\` is suspended and gets no token. Set \`suspended\` to false first.`
          throw apiError('suspended', words)
        }
        return issueToken(session, owner.id, { description, expires_at, issuer: actor })
      }),
    revoke: (actor, user, id) =>
      writing(async (session) => {
        const owner = await ownerFor(session, actor, 'delete', user)
        if (await revokeTokens(session, owner.id, { id })) return
        throw apiError('not_found', `The user \`${user}\` has no token \`${id}\`.`)
      }),
  }
}
