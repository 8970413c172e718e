// Puts a write before the rules of its resource, with the facts they ask for.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Situation } from '../../resources/rules.ts'
import type { Database, Session } from '../server/source.ts'
import { factsFor } from './facts.ts'

type Case = Omit<Situation, 'facts' | 'settings'>

const idIn = (resource: Resource, target: string, { after }: Case) =>
  (resource.name === target ? after.id : (after[`${target}_id`] ?? null)) as string | null

/** Throws the refusal, if there is one. */
export const judge = async (database: Database, session: Session, resource: Resource, it: Case) => {
  const { refuse, asks = [] } = rulesOf(resource)
  if (!refuse) return
  const view = Object.entries(resource.attributes).find(([, { view }]) => view)?.[0]
  const facts = await factsFor(session, asks, {
    id: it.after.id as string,
    actor: it.actor,
    before: it.before,
    after: it.after,
    organization: idIn(resource, 'organization', it),
    provider: idIn(resource, 'workspace_provider', it),
    listed: view === undefined ? null : (it.sets[view] ?? null),
  })
  const refusal = refuse({ ...it, facts, settings: database.config })
  if (refusal) throw refusal
}
