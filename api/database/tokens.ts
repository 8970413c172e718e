// API tokens: issued once in plain text, kept as digests, found at every request.
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../resources/rules.ts'
import { newId } from './new-id.ts'
import type { Session } from './source.ts'

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

/** Who holds the token; null when it is unknown, revoked or expired, or its user is suspended. */
export const findActor = async (
  database: Session,
  token: string,
): Promise<(Actor & { expiresAt: Date | null }) | null> => {
  const [found] = await database.query<Actor & { expiresAt: Date | null }>(
    `select token.id as token, "user".id as "user", username, site_roles as "siteRoles",
       expires_at as "expiresAt"
     from token join "user" on "user".id = token.user_id
     where token.digest = $1 and not suspended and (expires_at is null or expires_at > now())`,
    [digest(token)],
  )
  return found ?? null
}

export const listTokens = async (database: Session, user: string): Promise<Token[]> =>
  (
    await database.query<Token>(`select ${columns} from token where user_id = $1 order by created_at, id`, [
      user,
    ])
  ).map(told)

/** False when the user has no such token. */
export const revokeToken = async (database: Session, user: string, id: string): Promise<boolean> =>
  (await database.run('delete from token where id = $1 and user_id = $2', [id, user])) > 0

export const isKnownToken = async (database: Session, token: string): Promise<boolean> =>
  (await database.run('select from token where digest = $1', [digest(token)])) > 0
