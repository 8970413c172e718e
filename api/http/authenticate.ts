// Bearer token → who asks. What was looked up is believed for a few seconds, and forgotten when a token or a user changes.
import { failure } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'

/** Null when the token is unknown, revoked or expired, or its user suspended. */
export type FindActor = (token: string) => Promise<(Actor & { expiresAt: Date | null }) | null>

export type Authenticate = {
  (authorization: string | undefined): Promise<Actor>
  /** Whatever was believed is looked up again: a revocation in this process holds at once. */
  forget(): void
}

/** A revocation in another process holds after this many milliseconds. */
const believed = 3000
const most = 10_000

export const authentication = (find: FindActor, now: () => number = Date.now): Authenticate => {
  const remembered = new Map<string, { actor: Actor; until: number }>()
  let epoch = 0

  const lookUp = async (token: string): Promise<Actor> => {
    const memory = remembered.get(token)
    if (memory && memory.until > now()) return memory.actor
    const begun = epoch
    const actor = await find(token)
    if (!actor) {
      throw failure(
        'unauthenticated',
        'The token is unknown, was revoked or has expired, or its user is suspended.',
      )
    }
    const until = Math.min(now() + believed, actor.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY)
    if (remembered.size >= most) remembered.clear()
    // Somebody may have revoked it while it was looked up.
    if (begun === epoch) remembered.set(token, { actor, until })
    return actor
  }

  const authenticate = async (authorization: string | undefined) => {
    if (!authorization) throw failure('unauthenticated', 'Send `Authorization: Bearer <token>`.')
    const token = /^bearer +([!-~]{1,512}) *$/i.exec(authorization)?.[1]
    if (!token) throw failure('unauthenticated', 'Authorization must be `Bearer <token>`, with one token.')
    return lookUp(token)
  }
  const forget = () => {
    epoch++
    remembered.clear()
  }
  return Object.assign(authenticate, { forget })
}
