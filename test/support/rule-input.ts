// A write as the rules of a resource see it, of which a test says only what it is about.
import { noLookups } from '../../api/database/write/lookups.ts'
import type { Lookups, RuleInput } from '../../api/resources/rules.ts'
import type { Row } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'

export type RuleInputParts = Partial<Omit<RuleInput, 'lookups' | 'changed'>> & {
  lookups?: Partial<Lookups>
  changed?: string[]
}

/** A change of `before` into `after` by a site manager, unless told otherwise; of rows, what the rule reads. */
export const ruleInput = <R extends Resource>({ changed = [], ...more }: RuleInputParts) => {
  const before: Row = more.before ?? {}
  const input: RuleInput = {
    verb: 'update',
    actor: { token: 'tok_1', user: 'usr_1', username: 'ann', siteRoles: ['site_manager'] },
    settings: { allowLoopbackClusters: false },
    before,
    after: before,
    sets: {},
    secrets: {},
    ...more,
    changed: new Set(changed),
    lookups: { ...noLookups, ...more.lookups },
  }
  return input as RuleInput<R>
}
