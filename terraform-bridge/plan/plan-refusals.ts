// Tells at plan that the apply would be refused: a warning, but an error where apply destroys first (S17).
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { curable } from '../values/curable.ts'
import { plannedKey } from '../values/key.ts'
import { wordsOf } from '../values/refusal.ts'
import { dryRun, ownersIn, type Refused, replacedBy } from './dry-run.ts'
import { asGate, asLoss, asWarning, type Finding } from './finding.ts'
import { notFound } from './not-found.ts'
import type { PlanInput, Planned } from './plan-values.ts'
import { rivalBlocks } from './rival-blocks.ts'

/** Of an object that is created or kept. Throws when the server cannot be asked. */
export const planRefusals = async (input: PlanInput, planned: Planned): Promise<Diagnostic[]> => {
  const { session } = input
  // Core plans everything a second time then, and the real request follows at once, refused in the same words.
  if (session.applying) return []
  const loud = session.planRefusals === 'error' ? asGate : asWarning
  const judged = replacedBy(input, planned) === undefined ? loud : asLoss
  // Noted in any case, so that the other block is told of.
  const rivals = rivalBlocks(input, planned)
  const missing = await Promise.all(planned.missing.map((it) => notFound(session, it)))
  const refused = missing.length > 0 ? missing.map(judged) : await serverRefusals(input, planned, judged)
  // What only memory knows is never an error: another process, or another order, would not know it.
  return refused.length > 0 ? refused : rivals.map(asWarning)
}

type Loudness = (finding: Finding) => Diagnostic

const serverRefusals = async (input: PlanInput, planned: Planned, judged: Loudness) => {
  const refused = await dryRun(input, planned)
  if (!refused) return []
  const told = findingsIn(refused, input, planned).map(judged)
  const { registry } = input.session
  const owner = refused.verb === 'create' && ownersIn(refused.problem).find(registry.seemsTainted)
  if (!owner) return told
  // Core says nowhere that the new object replaces a tainted one, which stands in its way.
  registry.keepBack(owner, told)
  const again = await dryRun(input, planned, owner)
  return again ? findingsIn(again, input, planned).map(judged) : []
}

const findingsIn = ({ problem, verb }: Refused, { resource }: PlanInput, planned: Planned): Finding[] => {
  const key = plannedKey(resource, planned.values, planned.references)
  const summary = `Apply will fail: ${resource.name} ${key}`
  const unless = curable[verb].has(problem.code)
    ? '\n\nIf another change of this apply removes the obstacle, apply waits for that change.'
    : ''
  return wordsOf(problem, resource, verb).map(({ detail, path }) => ({
    summary,
    detail: detail + unless,
    path,
  }))
}
