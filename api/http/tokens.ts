// Tokens over REST: issued for a user, listed without their secrets, revoked.
import type { TokenWish } from '../database/token-rows.ts'
import { failure } from '../errors.ts'
import { refuseWrong } from './check.ts'
import type { Parts } from './parts.ts'
import type { Answer, Asked } from './route.ts'
import { token } from './token.ts'

type Do = (asked: Asked) => Promise<Answer>

export const tokenVerbs = ({ tokens }: Pick<Parts, 'tokens'>) => {
  const list_tokens: Do = async ({ actor, address: [user = ''] }) => ({
    status: 200,
    body: { items: await tokens.list(actor, user), next_cursor: null },
  })

  const issue_token: Do = async ({ actor, address: [user = ''], body }) => {
    refuseWrong(token, body, 'whole')
    const { description, expires_at } = body as TokenWish
    const end = expires_at ? new Date(expires_at) : null
    if (end && end.getTime() <= Date.now()) {
      throw failure('invalid', 'Give a time to come, or null for a token that never expires.', {
        attribute: 'expires_at',
      })
    }
    const issued = await tokens.issue(actor, user, {
      description: description ?? '',
      expires_at: end?.toISOString(),
    })
    return { status: 201, body: issued, headers: { 'Cache-Control': 'no-store' } }
  }

  const revoke_token: Do = async ({ actor, address: [user = '', id = ''] }) => {
    await tokens.revoke(actor, user, id)
    return { status: 204 }
  }
  return { list_tokens, issue_token, revoke_token }
}
