// Tokens over REST: issued for a user, listed without their secrets, revoked.
import type { TokenWish } from '../database/token-rows.ts'
import { apiError } from '../errors.ts'
import type { Parts } from './parts.ts'
import { refuseWrong } from './request/check.ts'
import type { Answer, Asked } from './route.ts'
import { token } from './token.ts'

type Do = (asked: Asked) => Promise<Answer>
type Needs = Pick<Parts, 'tokens' | 'tokenMaxDays'>

const day = 86_400_000
const wrong = (words: string) => apiError('invalid', words, { attribute: 'expires_at' })

/** When a token ends that is issued now; null is never. `maxDays` 0 is without limit. Throws `invalid`. */
const endOf = ({ expires_at }: TokenWish, maxDays: number, now: number): string | null => {
  const latest = maxDays > 0 ? new Date(now + maxDays * day) : null
  if (expires_at === undefined) return latest?.toISOString() ?? null
  const end = expires_at === null ? null : new Date(expires_at)
  if (end && end.getTime() <= now) throw wrong('`expires_at` is not in the future. Give a later time.')
  if (latest && (!end || end > latest)) {
    throw wrong(
      `A token may live ${maxDays} ${maxDays === 1 ? 'day' : 'days'} at most in this deployment. Give a time until ` +
        `${latest.toISOString()}, or leave \`expires_at\` out to get the longest life.`,
    )
  }
  return end?.toISOString() ?? null
}

export const tokenVerbs = ({ tokens, tokenMaxDays }: Needs) => {
  const list_tokens: Do = async ({ actor, address: [user = ''] }) => ({
    status: 200,
    body: { items: await tokens.list(actor, user), next_cursor: null },
  })

  const issue_token: Do = async ({ actor, address: [user = ''], body }) => {
    refuseWrong(token, body, 'whole')
    const wish = body as TokenWish
    const issued = await tokens.issue(actor, user, {
      description: wish.description ?? '',
      expires_at: endOf(wish, tokenMaxDays, Date.now()),
    })
    return { status: 201, body: issued }
  }

  const revoke_token: Do = async ({ actor, address: [user = '', id = ''] }) => {
    await tokens.revoke(actor, user, id)
    return { status: 204 }
  }
  return { list_tokens, issue_token, revoke_token }
}
