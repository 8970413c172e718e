// Checks a write against the rules of its resource, with the lookups they ask for.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import type { RuleInput } from '../../resources/rules.ts'
import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import { lookUp } from './lookups.ts'

type Write = Omit<RuleInput, 'lookups' | 'settings'>

const idIn = (resource: Resource, target: string, { after }: Write) =>
  (resource.name === target ? after.id : (after[`${target}_id`] ?? null)) as string | null

/** Throws the refusal, if there is one. */
export const checkRules = async (database: Database, session: Session, resource: Resource, it: Write) => {
  const { refuse, lookups: names = [] } = rulesOf(resource)
  if (!refuse) return
  const view = Object.entries(resource.attributes).find(([, { view }]) => view)?.[0]
  const lookups = await lookUp(session, names, {
    id: it.after.id as string,
    actor: it.actor,
    before: it.before,
    after: it.after,
    organization: idIn(resource, 'organization', it),
    provider: idIn(resource, 'workspace_provider', it),
    listed: view === undefined ? null : (it.sets[view] ?? null),
  })
  const refusal = refuse({ ...it, lookups, settings: database.config })
  if (refusal) throw refusal
}
