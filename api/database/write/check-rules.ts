// Judges writes as they are now locked: by permission, and by the rules of their resource with their lookups.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { type ApiError, apiError } from '../../errors.ts'
import { permit } from '../../permissions/permit.ts'
import { permitChange } from '../../permissions/permit-change.ts'
import { targetOf } from '../../permissions/target-of.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor, Write } from '../../resources/rules.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import { lookUp } from './lookups.ts'

/** The refusal of each write, in their order; undefined where the rules have nothing against it. */
const refusalsOf = async (
  { config }: Database,
  session: Session,
  resource: Resource,
  writes: readonly Write[],
): Promise<(ApiError | undefined)[]> => {
  const lookups = await lookUp(session, resource, writes)
  return writes.map(
    (write, at) =>
      forbiddenNow(resource, write, lookups[at]!.writer as Partial<Actor> | null | undefined) ??
      rulesOf(resource).refuse?.({ ...write, lookups: lookups[at]!, settings: config }),
  )
}

/** Permission again, for the row as it is locked, what it becomes, and the writer where they were looked up. */
const forbiddenNow = (
  resource: Resource,
  { actor, verb, before, after }: Write,
  writer?: Partial<Actor> | null,
) => {
  const now = { ...actor, ...writer }
  const [refusal] = permit(now, verb, resource, [targetOf(resource, before ?? after)])
  const forbidden = refusal ?? permitChange(now, resource, before, after)
  return forbidden && apiError('forbidden', forbidden.detail, forbidden)
}

/** Throws the refusal, if there is one. */
export const checkRules = async (database: Database, session: Session, resource: Resource, write: Write) => {
  const [refusal] = await refusalsOf(database, session, resource, [write])
  if (refusal) throw refusal
}
