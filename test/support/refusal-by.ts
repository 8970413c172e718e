// A write as the rules of a resource judge it, of which a test says only what it is about.
import type { Lookup, RuleInput, Rules } from '../../api/resources/rules.ts'
import type { Row } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'

type Parts<L> = Partial<Omit<RuleInput<Resource, L>, 'lookups' | 'changed'>> & {
  lookups?: Partial<RuleInput<Resource, L>['lookups']>
  changed?: string[]
}

/** What a test says of a write that the rules judge. */
export type RuleInputParts<R> = R extends { lookups?: infer L } ? Parts<NonNullable<L>> : never

/** Why a change of `before` into `after` by a site manager, unless told otherwise, is refused; of rows, what the rule reads. */
export const refusalBy = <R extends { lookups?: unknown }>(rules: R, more: RuleInputParts<R>) => {
  const { refuse, lookups } = rules as Rules
  const { changed = [], lookups: found, ...parts } = more as Parts<Record<string, Lookup>>
  const before: Row = parts.before ?? {}
  const otherwise = Object.entries(lookups ?? {}).map(([name, it]) => [name, it.otherwise])
  return refuse!({
    verb: 'update',
    actor: { token: 'tok_1', user: 'usr_1', username: 'ann', siteRoles: ['site_manager'] },
    settings: { allowLoopbackClusters: false, inCluster: false, tokenMaxDays: 0 },
    before,
    after: before,
    sets: {},
    secrets: {},
    ...parts,
    changed: new Set(changed),
    lookups: { ...Object.fromEntries(otherwise), ...found },
  })
}
