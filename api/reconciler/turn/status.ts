// Turns what a turn found out into the rows of placements, where those differ from what is stored.
import { isDeepStrictEqual } from 'node:util'
import type { Condition } from '../../database/status/condition.ts'
import type { Desired, Owner, Placement } from '../../database/status/desired.ts'
import type { PlacementStatus } from '../../database/status/placements.ts'
import { concluded, type Finding } from './conditions.ts'
import { findingsOf, type Result } from './result.ts'

type Named = { noun: string; owner: Owner }

export const ownersOf = ({ owners }: Desired): Named[] =>
  Object.entries(owners).flatMap(([noun, rows]) => rows.map((owner) => ({ noun, owner })))

const isSynced = (conditions: readonly Condition[]) =>
  conditions.some(({ type, status }) => type === 'Synced' && status === 'True')

const statusOf = (
  stored: Placement | undefined,
): Omit<PlacementStatus, 'owner_type' | 'owner_id' | 'organization_id'> => ({
  namespace_uid: stored?.namespace_uid ?? null,
  namespace_created: stored?.namespace_created ?? false,
  observed_generation: stored?.observed_generation ?? 0,
  provider_generation: stored?.provider_generation ?? 0,
  conditions: stored?.conditions ?? [],
})

export type Change = {
  before: readonly Condition[]
  after: PlacementStatus
  owner: Owner
  /** What was found about `Synced`. */
  said?: Finding
}

/** `providerGeneration`: the settings of the provider that the turn has worked with. */
export const changesOf = (result: Result, providerGeneration: number, now: Date): Change[] => {
  const { desired } = result
  const { organization, placements } = desired
  return ownersOf(desired).flatMap(({ noun, owner }) => {
    const stored = placements.find(({ owner_id }) => owner_id === owner.id)
    const before = statusOf(stored)
    const findings = findingsOf(result, owner.id)
    const conditions = concluded(findings, before.conditions, owner.generation, now)
    const seen = isSynced(conditions)
      ? { observed_generation: owner.cluster_generation, provider_generation: providerGeneration }
      : {}
    const own =
      owner.id === organization
        ? { namespace_uid: result.namespace_uid, namespace_created: result.namespace_created }
        : {}
    const after = { ...before, ...own, ...seen, conditions }
    if (stored && isDeepStrictEqual(after, before)) return []
    const which = { owner_type: noun, owner_id: owner.id, organization_id: organization }
    const said = findings.find(({ type }) => type === 'Synced')
    return [{ before: before.conditions, after: { ...which, ...after }, owner, said }]
  })
}
