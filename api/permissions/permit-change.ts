// Checks which site roles a write may grant or revoke (P12), and whether a user gains by them (P14).
import type { Forbidden } from './forbidden.ts'
import type { Noun } from './grant.ts'
import type { Asker } from './grants-of.ts'
import { siteAdmin } from './role-names.ts'

type Row = Readonly<Record<string, unknown>>
type Check = (asker: Asker, before: Row | null, after: Row) => Forbidden | undefined

const isWithin = (some: readonly string[], all: readonly string[]) => some.every((it) => all.includes(it))
const rolesIn = (row: Row | null) => (row?.site_roles ?? []) as readonly string[]

/** Nobody raises themselves or others; lowering oneself is allowed (P16). */
const refuseLifting: Check = (asker, before, after) => {
  if (asker.siteRoles.includes(siteAdmin)) return
  const [held, wanted] = [rolesIn(before), rolesIn(after)]
  if (isWithin(wanted, held) && (isWithin(held, wanted) || before?.id === asker.user)) return
  return {
    detail:
      'Only site admins may grant or revoke site roles. Leave `site_roles` unchanged, or ask a site admin.',
    attribute: 'site_roles',
  }
}

const checks: Readonly<Record<string, Check>> = { user: refuseLifting }

/** Why a row must not become this, `before` being null where it is new. The writer and the row are as locked. */
export const permitChange = (asker: Asker, { name }: Noun, before: Row | null, after: Row) =>
  checks[name]?.(asker, before, after)

/** Whether a user gains by these site roles, and so their tokens, what they may not do already. */
export const isPromotion = (before: readonly string[], after: readonly string[]): boolean =>
  !before.includes(siteAdmin) && !isWithin(after, before)
