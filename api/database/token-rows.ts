// Rows of tokens: the secret is seen once, in the answer that issues it; the database keeps digests alone.
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../resources/rules.ts'
import type { Session } from './server/session.ts'
import { newId } from './write/rows/new-id.ts'

/** Instants are RFC 3339. */
export type Token = {
  id: string
  prefix: string
  description: string
  expires_at: string | null
  created_at: string
}

type Stored = Omit<Token, 'expires_at' | 'created_at'> & { expires_at: Date | null; created_at: Date }

export type TokenWish = {
  description?: string
  expires_at?: string | null
  /** Plain text chosen by the operator instead of drawn. */
  token?: string
  /** Absent where the deployment or its operator issues it. */
  issuer?: Actor
}

/** Who holds a token, and whether it may be used; expiry and suspension are told apart. */
export type FoundToken = { actor: Actor; expiresAt: Date | null; suspended: boolean }

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const columns = 'id, prefix, description, expires_at, created_at'
const told = (row: Stored): Token => ({
  ...row,
  expires_at: row.expires_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
})

/**
 * The only moment at which the plain text (256 bits at random) is known. What a user issues for themself is issued by
 * whoever issued the token in hand: a copy outlives nothing that its original does not.
 */
export const issueToken = async (
  session: Session,
  user: string,
  { description = '', expires_at = null, token, issuer }: TokenWish = {},
): Promise<Token & { token: string }> => {
  const plain = token ?? `polder_${randomBytes(32).toString('base64url')}`
  const prefix = plain.slice(0, token ? 4 : 12)
  const [row] = await session.query<Stored>(
    `insert into token (id, user_id, digest, prefix, description, expires_at, created_at, issued_by)
     values ($1, $2, $3, $4, $5, $6, now(),
       case when $7 = $2 then (select issued_by from token where id = $8) else $7 end) returning ${columns}`,
    [newId('tok'), user, digestOf(plain), prefix, description, expires_at, issuer?.user, issuer?.token],
  )
  return { ...told(row!), token: plain }
}

/** By token; undefined where one is unknown or revoked. */
export const findTokens = async (
  session: Session,
  tokens: readonly string[],
): Promise<Map<string, FoundToken | undefined>> => {
  const digests = tokens.map(digestOf)
  const rows = await session.query<Actor & Omit<FoundToken, 'actor'> & { digest: Buffer }>(
    `select digest, token.id as token, "user".id as "user", username, site_roles as "siteRoles",
       expires_at as "expiresAt", suspended
     from token join "user" on "user".id = token.user_id where token.digest = any($1)`,
    [digests],
  )
  const found = new Map<string, FoundToken>()
  for (const { digest, expiresAt, suspended, ...actor } of rows) {
    found.set(digest.toString('hex'), { actor, expiresAt, suspended })
  }
  return new Map(tokens.map((it, at) => [it, found.get(digests[at]!.toString('hex'))]))
}

export const tokensOf = async (session: Session, user: string): Promise<Token[]> =>
  (
    await session.query<Stored>(`select ${columns} from token where user_id = $1 order by created_at, id`, [
      user,
    ])
  ).map(told)

const revoke = (session: Session, where: string, values: unknown[]) =>
  session.run(
    `with revoked as (delete from token where ${where} returning digest)
     insert into revoked_token (digest, revoked_at) select digest, now() from revoked`,
    values,
  )

/** Deletes one token of a user, or all but one, and remembers their digests; answers how many there were. */
export const revokeTokens = (session: Session, user: string, which: { id: string } | { except: string }) => {
  const [one, value] = 'id' in which ? ['id = $2', which.id] : ['digest <> $2', digestOf(which.except)]
  return revoke(session, `user_id = $1 and ${one}`, [user, value])
}

export const isRevoked = async (session: Session, token: string): Promise<boolean> =>
  (await session.run('select from revoked_token where digest = $1', [digestOf(token)])) > 0
