// API tokens: issued once in plain text, kept as digests, found at every request.
import { createHash, randomBytes } from 'node:crypto'
import { resourceNamed } from '../../schemas/index.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'
import { refusalOf } from './constraint.ts'
import { newId } from './new-id.ts'
import type { Database, Session } from './source.ts'

/** Instants are RFC 3339. */
export type Token = {
  id: string
  prefix: string
  description: string
  expires_at: string | null
  created_at: string
}

const digest = (token: string) => createHash('sha256').update(token).digest()
const columns = 'id, prefix, description, expires_at, created_at'
const told = (row: Token) => ({
  ...row,
  expires_at: row.expires_at && new Date(row.expires_at).toISOString(),
  created_at: new Date(row.created_at).toISOString(),
})

export type TokenWish = {
  description?: string
  expires_at?: string | null
  /** Plain text chosen by the operator instead of drawn. */
  token?: string
}

/** The only moment at which the plain text (256 bits at random) is known. */
export const issueToken = async (
  session: Session,
  user: string,
  { description = '', expires_at = null, token }: TokenWish = {},
): Promise<Token & { token: string }> => {
  const plain = token ?? `polder_${randomBytes(32).toString('base64url')}`
  const prefix = plain.slice(0, token ? 4 : 12)
  const [row] = await session.query<Token>(
    `insert into token (id, user_id, digest, prefix, description, expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, now()) returning ${columns}`,
    [newId('tok'), user, digest(plain), prefix, description, expires_at],
  )
  return { ...told(row!), token: plain }
}

/** Who holds a token, and whether it may be used; expiry and suspension are told apart. */
export type Found = { actor: Actor; expiresAt: Date | null; suspended: boolean }

export type Tokens = {
  /** Null when the token is unknown or revoked. */
  find(token: string): Promise<Found | null>
  /** `user` is a username or an id. The answer is the only one that shows the token. */
  issue(user: string, wish: TokenWish): Promise<Token & { token: string }>
  list(user: string): Promise<Token[]>
  revoke(user: string, id: string): Promise<void>
}

const find = async (session: Session, token: string): Promise<Found | null> => {
  const [row] = await session.query<Actor & { expiresAt: Date | null; suspended: boolean }>(
    `select token.id as token, "user".id as "user", username, site_roles as "siteRoles",
       expires_at as "expiresAt", suspended
     from token join "user" on "user".id = token.user_id where token.digest = $1`,
    [digest(token)],
  )
  if (!row) return null
  const { expiresAt, suspended, ...actor } = row
  return { actor, expiresAt, suspended }
}

const userCalled = async (session: Session, called: string): Promise<string> => {
  const [user] = await session.query<{ id: string }>(
    'select id from "user" where id = $1 or username = $1 for share',
    [called],
  )
  if (!user) throw failure('not_found', `There is no user \`${called}\`.`)
  return user.id
}

/** Each throws Failure. */
export const openTokens = (database: Database): Tokens => {
  const refusing = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.transaction(work).catch((cause) => {
      throw refusalOf(cause, resourceNamed('user'))
    })
  return {
    find: (token) =>
      find(database, token).catch((cause) => {
        throw refusalOf(cause, resourceNamed('user'))
      }),
    issue: (user, { description, expires_at }) =>
      refusing(async (session) =>
        issueToken(session, await userCalled(session, user), { description, expires_at }),
      ),
    list: (user) =>
      refusing(async (session) => {
        const rows = await session.query<Token>(
          `select ${columns} from token where user_id = $1 order by created_at, id`,
          [await userCalled(session, user)],
        )
        return rows.map(told)
      }),
    revoke: (user, id) =>
      refusing(async (session) => {
        const owner = await userCalled(session, user)
        const gone = await session.run('delete from token where id = $1 and user_id = $2', [id, owner])
        if (!gone) throw failure('not_found', `The user \`${user}\` has no token \`${id}\`.`)
      }),
  }
}

export const isKnownToken = async (database: Session, token: string): Promise<boolean> =>
  (await database.run('select from token where digest = $1', [digest(token)])) > 0
