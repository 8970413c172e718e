// One site admin who can sign in always stays (P16), whoever writes.
import type { Row } from '../../schemas/types.ts'
import type { user } from '../../schemas/user.ts'
import { type ApiError, apiError } from '../errors.ts'
import { siteAdmin } from '../permissions/role-names.ts'

/** What decides about a write of a user. */
export type UserRow = Pick<
  Row<typeof user>,
  'id' | 'username' | 'site_roles' | 'suspended' | 'service_account'
>

type Write = { verb: 'create' | 'update' | 'delete'; before: UserRow | null; after: UserRow }

/** A site admin who keeps the deployment governable: a person who can sign in. */
export const isActiveAdmin = (row: UserRow | null): boolean =>
  row?.site_roles.includes(siteAdmin) === true && !row.suspended && !row.service_account

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
      `Give another user the site role \`${siteAdmin}\` first.`,
    { attribute: lost ?? 'site_roles' },
  )
}
