// Finds the users of bearer tokens by the digests of the tokens: many at once cost one look-up.
import { api_token } from '../../../schemas/api_token.ts'
import type { Actor } from '../../resources/rules.ts'
import { gathered } from '../gathered.ts'
import { digestOfSecret } from '../server/secret.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import { refusalOf } from '../write/constraint.ts'

/** Whose a token is, and whether it may be used; expiry and suspension are told apart. */
export type Bearer = { actor: Actor; expiresAt: Date | null; suspended: boolean }

/** Null when the token is unknown or revoked. Throws ApiError. */
export type FindBearer = (token: string) => Promise<Bearer | null>

/** By token; undefined where one is unknown or revoked. */
export const findBearers = async (
  session: Session,
  tokens: readonly string[],
): Promise<Map<string, Bearer | undefined>> => {
  const digests = tokens.map(digestOfSecret)
  const rows = await session.query<Actor & Omit<Bearer, 'actor'> & { digest: Buffer }>(
    `select token_digest as digest, api_token.id as token, "user".id as "user", username,
       site_roles as "siteRoles", expires_at as "expiresAt", suspended
     from api_token join "user" on "user".id = api_token.user_id where token_digest = any($1)`,
    [digests],
  )
  const found = new Map<string, Bearer>()
  for (const { digest, expiresAt, suspended, ...actor } of rows) {
    found.set(digest.toString('hex'), { actor, expiresAt, suspended })
  }
  return new Map(tokens.map((it, at) => [it, found.get(digests[at]!.toString('hex'))]))
}

export const openBearers = (database: Database): FindBearer => {
  const find = gathered((tokens: string[]) => findBearers(database, tokens))
  return async (token) => {
    const found = await find(token).catch((cause) => {
      throw refusalOf(cause, api_token)
    })
    return found ?? null
  }
}
