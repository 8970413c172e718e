// Looks up what the rules of a resource ask about a list of writes: a statement for each lookup, however many writes.
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import type { Lookup, Write } from '../../../resources/rules.ts'
import type { Session } from '../../server/session.ts'
import { askedBy } from './asked.ts'

type Answer = { id: string; value: unknown }

const answersTo = async (session: Session, lookup: Lookup, writes: readonly Write[]) => {
  const asked = askedBy(lookup, writes)
  const rows = asked.length > 0 ? await session.query<Answer>(lookup.sql, [JSON.stringify(asked)]) : []
  return new Map(rows.map(({ id, value }) => [id, value]))
}

/** For each write, in their order, what its rules are told, by name. Lookups are run in the order of their declaration. */
export const lookUp = async (
  session: Session,
  resource: Resource,
  writes: readonly Write[],
): Promise<Record<string, unknown>[]> => {
  const told: Record<string, unknown>[] = writes.map(() => ({}))
  for (const [name, lookup] of Object.entries(rulesOf(resource).lookups ?? {})) {
    const answers = await answersTo(session, lookup, writes)
    for (const [at, { after }] of writes.entries()) {
      const id = after.id as string
      told[at]![name] = answers.has(id) ? answers.get(id) : lookup.otherwise
    }
  }
  return told
}
