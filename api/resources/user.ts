// The rules of user: one active site admin always stays, and a promotion revokes tokens that others issued.
import type { user as schema } from '../../schemas/user.ts'
import { isPromotion } from '../permissions/permit-change.ts'
import { siteAdmin } from '../permissions/role-names.ts'
import { activeAdmin, isLeaving, refuseLastAdmin } from './last-site-admin.ts'
import type { Effect, Lookup, Rules } from './rules.ts'
import { refuseGone, writer } from './writer.ts'

/** Whether another site admin is neither suspended nor a service account, and stays so. Nobody else is looked for. */
const otherActiveAdmin: Lookup<boolean, typeof schema> = {
  verbs: ['update', 'delete'],
  ask: (write) => (isLeaving(write) ? {} : null),
  sql: `with asked as (select * from jsonb_to_recordset($1) as asked (id text)), kept as (
      select from "user" where ${activeAdmin} and id <> all (array(select id from asked))
      order by id collate "C" limit 1 for share)
    select asked.id, exists (select from kept) as value from asked`,
  otherwise: true,
}

/** P14: the tokens that somebody else issued for a user who is promoted go, unless a site admin could issue them now. */
const revokeOutgrown: Effect<typeof schema> = {
  verbs: ['update'],
  ask: ({ before, after }) => (isPromotion(before!.site_roles, after.site_roles) ? {} : null),
  sql: `with revoked as (
      delete from api_token where user_id = any (array(select id from jsonb_to_recordset($1) as asked (id text)))
        and issued_by is not null and issued_by not in
          (select id from "user" where '${siteAdmin}' = any (site_roles) and not suspended)
      returning token_digest)
    insert into revoked_token (digest, revoked_at) select token_digest, now() from revoked`,
}

const lookups = { writer, otherActiveAdmin }

export const user: Rules<typeof schema, typeof lookups> = {
  lookups,
  effects: [revokeOutgrown],
  authenticates: true,
  refuse: ({ lookups: { writer, otherActiveAdmin }, ...write }) =>
    refuseGone(write.actor, writer) ?? refuseLastAdmin(write, otherActiveAdmin),
}
