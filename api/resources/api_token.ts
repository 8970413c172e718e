// The rules of api_token: for whom a token is issued and for how long, and that a revoked one stays revoked.
import type { api_token as schema } from '../../schemas/api_token.ts'
import { type ApiError, apiError } from '../errors.ts'
import type { Effect, Filling, Lookup, RuleInput, Rules } from './rules.ts'
import { system } from './system.ts'
import { refuseGone, writer } from './writer.ts'

const day = 86_400_000

/** The last moment that the operator allows; nothing where every life is allowed. What the server itself issues is exempt. */
const latestEnd = (row: { created_at: Date | string }, { actor, settings }: Omit<Filling, 'changed'>) =>
  settings.tokenMaxDays === 0 || actor === system
    ? undefined
    : new Date(Date.parse(String(row.created_at)) + settings.tokenMaxDays * day)

/** Kept as they are until the transaction ends: whoever is suspended or promoted meanwhile has to wait. */
const owner: Lookup<{ username: string; siteRoles: string[]; suspended: boolean } | null, typeof schema> = {
  verbs: ['create', 'delete'],
  ask: ({ after }) => ({ user_id: after.user_id }),
  sql: `select asked.id, (
      select json_build_object('username', username, 'siteRoles', site_roles, 'suspended', suspended)
      from "user" where "user".id = asked.user_id for share
    ) as value from jsonb_to_recordset($1) as asked (id text, user_id text)`,
  otherwise: null,
}

/** What users issue for themselves is issued by whoever issued the token in hand: a copy outlives nothing that its original does not. */
const rememberIssuer: Effect<typeof schema> = {
  verbs: ['create'],
  ask: ({ actor }) => (actor === system ? null : { issuer: actor.user, hand: actor.token }),
  sql: `update api_token t set issued_by = case when t.user_id = asked.issuer
        then (select h.issued_by from api_token h where h.id = asked.hand) else asked.issuer end
      from jsonb_to_recordset($1) as asked (id text, issuer text, hand text) where t.id = asked.id`,
}

/** POLDER_ADMIN_TOKEN may still name it at the next start. */
const rememberRevoked: Effect<typeof schema> = {
  verbs: ['delete'],
  sql: `insert into revoked_token (digest, revoked_at) select token_digest, now() from api_token
      where id = any (array(select id from jsonb_to_recordset($1) as asked (id text)))`,
}

const wrong = (words: string) => apiError('invalid', words, { attribute: 'expires_at' })

const refuseEnd = ({ after, actor, settings }: Omit<RuleInput<typeof schema>, 'lookups'>) => {
  const end = after.expires_at === null ? undefined : new Date(after.expires_at)
  if (end && end <= new Date(after.created_at)) {
    return wrong('`expires_at` is not in the future. Give a later time.')
  }
  const latest = latestEnd(after, { actor, settings })
  if (!latest || (end && end <= latest)) return
  const days = settings.tokenMaxDays
  return wrong(
    `A token may live ${days} ${days === 1 ? 'day' : 'days'} at most in this deployment. Give a time until ` +
      `${latest.toISOString()}, or leave \`expires_at\` out to get the longest life.`,
  )
}

const refuseSuspended = (of: { username: string; suspended: boolean } | null): ApiError | undefined => {
  if (!of?.suspended) return
  const words = `User \`${of.username}\` is suspended and gets no token. Set \`suspended\` to false first.`
  return apiError('suspended', words, { attribute: 'user' })
}

/** A new token and what is shown of it later; `random` is 256 bits. */
export const drawToken = (random: string) => {
  const token = `polder_${random}`
  return { token, prefix: token.slice(0, 12) }
}

const lookups = { writer, owner }

export const api_token: Rules<typeof schema, typeof lookups> = {
  columns: { issued_by: { type: 'text', initial: null } },
  unique: { api_token_token_unique: ['token_digest'] },
  authenticates: true,
  lookups,
  draw: drawToken,
  fill: (row, { actor, changed, settings }) =>
    changed.has('expires_at')
      ? row
      : { ...row, expires_at: latestEnd(row, { actor, settings })?.toISOString() ?? null },
  refuse: ({ lookups: { writer, owner }, ...input }) =>
    refuseGone(input.actor, writer) ??
    (input.verb === 'create' ? (refuseSuspended(owner) ?? refuseEnd(input)) : undefined),
  effects: [rememberIssuer, rememberRevoked],
}
