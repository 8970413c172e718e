// Judges writes by the rules of their resource, with the lookups these ask for.
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { ApiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Write } from '../../resources/rules.ts'
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
  return writes.map((write, at) =>
    rulesOf(resource).refuse?.({ ...write, lookups: lookups[at]!, settings: config }),
  )
}

/** Throws the refusal, if there is one. */
export const checkRules = async (database: Database, session: Session, resource: Resource, write: Write) => {
  const [refusal] = await refusalsOf(database, session, resource, [write])
  if (refusal) throw refusal
}
