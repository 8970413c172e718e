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
const isActiveAdmin = (row: UserRow | null): boolean =>
  row?.site_roles.includes(siteAdmin) === true && !row.suspended && !row.service_account

/** The same as a condition of SQL. */
export const activeAdmin = `'${siteAdmin}' = any(site_roles) and not suspended and not service_account`

/** Whether an active site admin is none any more after the write. */
export const isLeaving = ({ verb, before, after }: Write): boolean =>
  isActiveAdmin(before) && (verb === 'delete' || !isActiveAdmin(after))

export const refuseLastAdmin = (write: Write, otherActiveAdmin: boolean): ApiError | undefined => {
  if (otherActiveAdmin || !isLeaving(write)) return
  const { verb, before, after } = write
  const lost = (['suspended', 'service_account'] as const).find((it) => verb !== 'delete' && after[it])
  return apiError(
    'last_site_admin',
    `User \`${before?.username}\` is the last site admin who is neither suspended nor a service account. ` +
      `Give another user the site role \`${siteAdmin}\` first.`,
    { attribute: lost ?? 'site_roles' },
  )
}
