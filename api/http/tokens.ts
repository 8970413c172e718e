// Tokens over REST: issued for a user, listed without their secrets, revoked.
import { resourceNamed } from '../../schemas/index.ts'
import { issueToken, listTokens, revokeToken, type TokenWish } from '../database/tokens.ts'
import { failure } from '../errors.ts'
import { refuseWrong } from './check.ts'
import type { Parts } from './parts.ts'
import type { Answer, Asked } from './route.ts'
import { token } from './token.ts'

type Do = (asked: Asked) => Promise<Answer>

export const tokenVerbs = ({ database, store }: Pick<Parts, 'database' | 'store'>) => {
  const user = resourceNamed('user')
  const idOf = async (address: string): Promise<string> => {
    const found = await store.read(user, [address], { counts: false })
    if (!found) throw failure('not_found', `There is no user \`${address}\`.`)
    return found.answer.id as string
  }

  const list_tokens: Do = async ({ address: [name = ''] }) => ({
    status: 200,
    body: { items: await listTokens(database, await idOf(name)), next_cursor: null },
  })

  const issue_token: Do = async ({ address: [name = ''], body }) => {
    refuseWrong(token, body, 'whole')
    const { description, expires_at } = body as TokenWish
    if (expires_at && Date.parse(expires_at) <= Date.now()) {
      throw failure('invalid', 'Give a time to come, or null for a token that never expires.', {
        attribute: 'expires_at',
      })
    }
    const wish = { description: description ?? '', expires_at }
    const issued = await issueToken(database, await idOf(name), wish)
    return { status: 201, body: issued, headers: { 'Cache-Control': 'no-store' } }
  }

  const revoke_token: Do = async ({ address: [name = '', id = ''] }) => {
    if (!(await revokeToken(database, await idOf(name), id))) {
      throw failure('not_found', `The user \`${name}\` has no token \`${id}\`.`)
    }
    return { status: 204 }
  }
  return { list_tokens, issue_token, revoke_token }
}
