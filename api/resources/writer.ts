// The writer as they are when a row is judged, whatever they were when the request came.
import { apiError } from '../errors.ts'
import type { Actor, Lookup } from './rules.ts'

/** Kept so: nothing that takes a role, the token or the user away commits before the transaction does. Null: it did. */
export const writer: Lookup<Pick<Actor, 'username' | 'siteRoles'> | null> = {
  verbs: ['create', 'update', 'delete'],
  ask: ({ actor }) => ({ token: actor.token }),
  sql: `select asked.id, (
      select json_build_object('username', username, 'siteRoles', site_roles)
      from token join "user" on "user".id = token.user_id
      where token.id = asked.token and not suspended for share
    ) as value from jsonb_to_recordset($1) as asked (id text, token text)`,
  otherwise: null,
}

/** Why somebody who is not there any more writes nothing. */
export const writerIsGone = ({ username }: Actor) =>
  apiError(
    'unauthenticated',
    `The token was revoked, or user \`${username}\` was suspended, while this request ran.`,
  )
