// What is peculiar to a user: site roles decide who may write one, and one active site admin always stays.
import type { user as schema } from '../../schemas/user.ts'
import type { Rules } from './rules.ts'
import { refuseLastAdmin, refuseLifting } from './site-roles.ts'

export const user: Rules<typeof schema> = {
  lookups: ['writer', 'otherActiveAdmin'],
  refuse: ({ lookups: { writer, otherActiveAdmin }, ...write }) =>
    refuseLifting(writer!, write) ?? refuseLastAdmin(write, otherActiveAdmin),
}
