// Finds the user of a bearer token. Answers are cached for a moment, and until a token or a user changes here.
import { hash } from 'node:crypto'
import type { Bearer, FindBearer } from '../database/read/bearers.ts'
import { ApiError, apiError } from '../errors.ts'
import type { Actor } from '../resources/rules.ts'
import type { FailedAuthentications } from './limits/failed-authentications.ts'

export type Authenticate = {
  /** `address` is called when authentication fails: failures are counted by address. */
  (authorization: string | undefined, address: () => string): Promise<Actor>
  /** Empties the cache, so that a revocation in this process takes effect at once. */
  forget(): void
}

/**
 * Milliseconds, counted from before the look-up: a revocation in another process takes effect after at most this time,
 * whatever becomes of notifications. Five look-ups a second of a busy token cost nothing that a request would notice.
 */
const believed = 200
const most = 10_000

const tokenIn = (authorization: string) => /^bearer +([!-~]{1,512}) *$/i.exec(authorization)?.[1]
const isUnauthenticated = (cause: unknown) => cause instanceof ApiError && cause.code === 'unauthenticated'

type Clocks = {
  /** Milliseconds that only go up. */
  clock?: () => number
  /** The time of day, which may be set. */
  now?: () => number
}

export const authentication = (
  find: FindBearer,
  failed: FailedAuthentications,
  { clock = () => performance.now(), now = Date.now }: Clocks = {},
): Authenticate => {
  /** By digest: comparing takes as long whatever of a token was guessed, and memory holds none. Null is no token. */
  const remembered = new Map<string, { found: Bearer | null; until: number; epoch: number }>()
  let epoch = 0

  const lookUp = async (token: string): Promise<Bearer | null> => {
    const digest = hash('sha256', token)
    const memory = remembered.get(digest)
    if (memory && memory.epoch === epoch && memory.until > clock()) return memory.found
    // Whoever revokes it while it is looked up moves the epoch on, and what was found is not believed.
    const begun = { epoch, until: clock() + believed }
    const found = await find(token)
    remembered.delete(digest)
    if (remembered.size >= most) remembered.delete(remembered.keys().next().value!)
    remembered.set(digest, { found, ...begun })
    return found
  }

  const identify = async (authorization: string): Promise<Actor> => {
    const token = tokenIn(authorization)
    if (authorization === '') throw apiError('unauthenticated', 'Send `Authorization: Bearer <token>`.')
    if (!token)
      throw apiError('unauthenticated', 'The Authorization header must be `Bearer <token>`, with one token.')
    const found = await lookUp(token)
    if (!found)
      throw apiError('unauthenticated', 'The token is not known to this deployment, or was revoked.')
    const { actor, expiresAt, suspended } = found
    if (expiresAt && expiresAt.getTime() <= now()) {
      throw apiError('unauthenticated', `The token expired at ${expiresAt.toISOString()}.`)
    }
    if (suspended) throw apiError('unauthenticated', `User \`${actor.username}\` is suspended.`)
    return actor
  }

  const authenticate = (authorization = '', address: () => string): Promise<Actor> =>
    identify(authorization).catch((cause) => {
      // Only failures are counted, and after the look-up: honest users may share the address of whoever fails.
      if (isUnauthenticated(cause)) failed.take(address())
      throw cause
    })
  const forget = () => {
    epoch++
  }
  return Object.assign(authenticate, { forget })
}
