// Refuses at the first of several rows that the writer may not write: what is not written by a line asks this.
import { apiError } from '../../errors.ts'
import type { Deed } from '../../permissions/forbidden.ts'
import type { Noun } from '../../permissions/grant.ts'
import type { Asker } from '../../permissions/grants-of.ts'
import { permit } from '../../permissions/permit.ts'
import { targetOf } from '../../permissions/target-of.ts'

type Row = Readonly<Record<string, unknown>>

/** `rows` hold what `targetSql` selects; one that is not known yet is undefined. Throws `forbidden`. */
export const refuseForbidden = (
  actor: Asker,
  deed: Deed,
  resource: Noun,
  rows: readonly (Row | undefined)[],
): void => {
  const targets = rows.map((row) => row && targetOf(resource, row))
  const refusal = permit(actor, deed, resource, targets).find((it) => it !== undefined)
  if (refusal) throw apiError('forbidden', refusal.detail, refusal)
}
