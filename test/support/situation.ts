// A write as the rules of a resource see it, of which a test says only what it is about.
import type { Facts, Row, Situation } from '../../api/resources/rules.ts'

const facts: Facts = {
  organization: null,
  provider: null,
  providersOf: [],
  organizationsOf: [],
  namespaceOwner: null,
  isDefault: false,
  managers: [],
  writer: null,
  otherActiveAdmin: true,
}

export type About = Partial<Omit<Situation, 'facts' | 'changed'>> & {
  facts?: Partial<Facts>
  changed?: string[]
}

/** A change of `before` into `after` by a site manager, unless told otherwise. */
export const situation = ({ changed = [], ...more }: About): Situation => {
  const before: Row = more.before ?? {}
  return {
    verb: 'change',
    actor: { token: 'tok_1', user: 'usr_1', username: 'ann', siteRoles: ['site_manager'] },
    settings: { allowLoopbackClusters: false },
    before,
    after: before,
    sets: {},
    secrets: {},
    ...more,
    changed: new Set(changed),
    facts: { ...facts, ...more.facts },
  }
}
