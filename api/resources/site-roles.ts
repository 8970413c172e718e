// Who may write which user, and issue which token: the rules of site roles, pure, for P12 and P16.
import type { Row } from '../../schemas/types.ts'
import type { user } from '../../schemas/user.ts'
import { type ApiError, apiError } from '../errors.ts'
import type { Actor } from './rules.ts'

type Holder = { siteRoles: readonly string[] }

/** What decides about a write of a user. */
export type UserRow = Pick<
  Row<typeof user>,
  'id' | 'username' | 'site_roles' | 'suspended' | 'service_account'
>

/** What decides about a token: whose it is. */
export type TokenOwner = Holder & { id: string; username: string }

const isAdmin = ({ siteRoles }: Holder) => siteRoles.includes('site_admin')
const isManager = ({ siteRoles }: Holder) => siteRoles.includes('site_manager')
const isAuditor = ({ siteRoles }: Holder) => siteRoles.includes('auditor')

const rolesIn = (row: UserRow | null): readonly string[] => row?.site_roles ?? []
const within = (some: readonly string[], all: readonly string[]) => some.every((it) => all.includes(it))

/** A site admin who keeps the deployment governable: a person who can sign in. */
export const isActiveAdmin = (row: UserRow | null): boolean =>
  rolesIn(row).includes('site_admin') && row?.suspended === false && row.service_account === false

type Write = { verb: 'create' | 'update' | 'delete'; before: UserRow | null; after: UserRow }

/** P12: a site manager writes users, except what would lift anybody; lowering oneself is allowed. */
export const refuseLifting = (writer: Actor, { before, after }: Write): ApiError | undefined => {
  if (isAdmin(writer)) return
  if (!isManager(writer)) {
    return apiError(
      'forbidden',
      `Only site admins and site managers write users, and ${writer.username} is neither.`,
    )
  }
  if (rolesIn(before).includes('site_admin')) {
    return apiError(
      'forbidden',
      `User \`${before?.username}\` is a site admin, whom only site admins change or delete. Ask one of them.`,
      { attribute: 'site_roles' },
    )
  }
  const [held, wanted] = [rolesIn(before), rolesIn(after)]
  const lowersOneself = before?.id === writer.user && within(wanted, held)
  if (lowersOneself || (within(wanted, held) && within(held, wanted))) return
  return apiError(
    'forbidden',
    'Only site admins give or take site roles. Leave `site_roles` as they are, or ask a site admin.',
    { attribute: 'site_roles' },
  )
}

/** P16: whoever writes, one active site admin stays. */
export const refuseLastAdmin = (
  { verb, before, after }: Write,
  otherActiveAdmin: boolean,
): ApiError | undefined => {
  if (otherActiveAdmin || !isActiveAdmin(before)) return
  if (verb !== 'delete' && isActiveAdmin(after)) return
  const lost = (['suspended', 'service_account'] as const).find((it) => verb !== 'delete' && after[it])
  return apiError(
    'last_site_admin',
    `User \`${before?.username}\` is the last site admin who is neither suspended nor a service account. ` +
      'Give another user the site role `site_admin` first.',
    { attribute: lost ?? 'site_roles' },
  )
}

/** P14: whether a user gains site roles, and so their tokens, what a site admin does not have already. */
export const isPromotion = (before: UserRow, after: UserRow): boolean =>
  !rolesIn(before).includes('site_admin') && !within(rolesIn(after), rolesIn(before))

/** P12: whose tokens somebody lists, issues and revokes. */
export const refuseTokens = (
  writer: Actor,
  verb: 'list' | 'issue' | 'revoke',
  owner: TokenOwner,
): ApiError | undefined => {
  if (isAdmin(writer) || owner.id === writer.user) return
  if (verb === 'list' && isAuditor(writer)) return
  if (isManager(writer) && owner.siteRoles.length === 0) return
  const words = isManager(writer)
    ? `User \`${owner.username}\` has site roles, and only site admins ${verb} the tokens of such a user. Ask one of them.`
    : `Only site admins and site managers ${verb} tokens of others, and ${writer.username} is neither.`
  return apiError('forbidden', words)
}
