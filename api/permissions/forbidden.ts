// The sentence of a refused permission: who may not do what, and who may.
import { pluralOf } from '../../schemas/index.ts'
import { spaced } from '../../schemas/spaced.ts'
import type { Action, Noun, Refusal } from './grant.ts'

/** What is done to a row; PUT creates one or changes one. */
export type Deed = Action | 'put'

/** A refusal for whoever asked; `attribute` is what of the row stands in the way. */
export type Forbidden = { readonly detail: string; readonly attribute?: string }

const listed = new Intl.ListFormat('en-GB')

const whose = ({ owner }: Noun, { ownerHolds }: Refusal) => {
  if (ownerHolds.length === 0) return ''
  const roles = listed.format(ownerHolds.map((it) => `\`${it}\``))
  return `${owner === 'id' ? '' : ' of a user'} with the site role${ownerHolds.length > 1 ? 's' : ''} ${roles}`
}

/** "User `ann` may not update users with the site role `site_admin`: only site admins may. Ask one of them." */
export const forbidden = (username: string, deed: Deed, noun: Noun, refusal: Refusal): Forbidden => {
  const what = `${deed === 'put' ? 'create or replace' : deed} ${spaced(pluralOf(noun))}${whose(noun, refusal)}`
  const who = listed.format(refusal.allowed.map((role) => `${spaced(role)}s`))
  const isOfRow = refusal.ownerHolds.length > 0
  return {
    detail: `User \`${username}\` may not ${what}: only ${who} may.${isOfRow ? ' Ask one of them.' : ''}`,
    ...(isOfRow && noun.owner === 'id' ? { attribute: 'site_roles' } : {}),
  }
}
