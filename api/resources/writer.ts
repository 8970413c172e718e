// Looks up the writer again under a lock, and refuses one who was suspended or whose token was revoked.
import { apiError } from '../errors.ts'
import type { Actor, Lookup } from './rules.ts'
import { system } from './system.ts'

/** Kept so: nothing that takes a role, the token or the user away commits before the transaction does. Null: it did. */
export const writer: Lookup<Pick<Actor, 'username' | 'siteRoles'> | null> = {
  verbs: ['create', 'update', 'delete'],
  ask: ({ actor }) => (actor === system ? null : { token: actor.token }),
  sql: `select asked.id, (
      select json_build_object('username', username, 'siteRoles', site_roles)
      from api_token t join "user" on "user".id = t.user_id
      where t.id = asked.token and not suspended for share
    ) as value from jsonb_to_recordset($1) as asked (id text, token text)`,
  otherwise: null,
}

/** Why somebody who is not there any more writes nothing; `now` is what was looked up. */
export const refuseGone = (actor: Actor, now: Pick<Actor, 'username'> | null) => {
  if (now || actor === system) return
  return apiError(
    'unauthenticated',
    `The token was revoked, or user \`${actor.username}\` was suspended, while this request ran.`,
  )
}
