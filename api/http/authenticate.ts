// Bearer token → who asks. What was looked up is believed for a few seconds, and forgotten when a token or a user changes.
import type { Found } from '../database/token-rows.ts'
import type { Tokens } from '../database/tokens.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'

export type Authenticate = {
  (authorization: string | undefined): Promise<Actor>
  /** Whatever was believed is looked up again: a revocation in this process holds at once. */
  forget(): void
}

/** A revocation in another process holds after this many milliseconds. */
const believed = 3000
const most = 10_000

export const authentication = (
  { find }: Pick<Tokens, 'find'>,
  now: () => number = Date.now,
): Authenticate => {
  const remembered = new Map<string, { found: Found; until: number }>()
  let epoch = 0

  const lookUp = async (token: string): Promise<Found> => {
    const memory = remembered.get(token)
    if (memory && memory.until > now()) return memory.found
    const begun = epoch
    const found = await find(token)
    if (!found) throw failure('unauthenticated', 'The token is not known here, or was revoked.')
    if (remembered.size >= most) remembered.clear()
    // Somebody may have revoked it while it was looked up.
    if (begun === epoch) remembered.set(token, { found, until: now() + believed })
    return found
  }

  const authenticate = async (authorization: string | undefined) => {
    if (!authorization) throw failure('unauthenticated', 'Send `Authorization: Bearer <token>`.')
    const token = /^bearer +([!-~]{1,512}) *$/i.exec(authorization)?.[1]
    if (!token) throw failure('unauthenticated', 'Authorization must be `Bearer <token>`, with one token.')
    const { actor, expiresAt, suspended } = await lookUp(token)
    if (expiresAt && expiresAt.getTime() <= now()) {
      throw failure('unauthenticated', `The token expired at ${expiresAt.toISOString()}.`)
    }
    if (suspended) throw failure('unauthenticated', `The user ${actor.username} is suspended.`)
    return actor
  }
  const forget = () => {
    epoch++
    remembered.clear()
  }
  return Object.assign(authenticate, { forget })
}
