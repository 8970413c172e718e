// What TypeScript promises about the rules of a resource: these lines hold when they compile, and `npm run check` compiles them.
import { expect } from 'chai'
import type { Lookup, Rules } from '../../../api/resources/rules.ts'
import type { custom_role } from '../../../schemas/custom_role.ts'
import type { org_membership } from '../../../schemas/org_membership.ts'

const holders: Lookup<string[], typeof org_membership> = {
  verbs: ['delete'],
  ask: ({ after }) => ({ user: after.user_id }),
  sql: 'select asked.id, null as value from jsonb_to_recordset($1) as asked (id text)',
  otherwise: [],
}
const lookups = { holders }

describe('the rules of a resource', () => {
  it('say how everything derived is worked out, and of nothing else', () => {
    // @ts-expect-error custom_role has derived attributes
    const nothing: Rules<typeof custom_role> = {}
    // @ts-expect-error one of them is missing
    const half: Rules<typeof custom_role> = { computed: () => ({ reconciled: 'true' }) }
    // @ts-expect-error org_membership has none
    const more: Rules<typeof org_membership> = { computed: () => ({ roles: 'true' }) }
    expect([nothing, half, more]).to.have.length(3)
  })

  it('read what they look up, by its name and with its type, and rows by their columns', () => {
    const fine: Rules<typeof org_membership, typeof lookups> = {
      lookups,
      refuse: ({ lookups: { holders } }) => void holders.map((it) => it.length),
    }
    const other: Rules<typeof org_membership, typeof lookups> = {
      lookups,
      // @ts-expect-error nobody looks up managers
      refuse: ({ lookups: { managers } }) => managers,
    }
    const row: Lookup<null, typeof org_membership> = {
      ...{ verbs: ['create'], sql: '', otherwise: null },
      // @ts-expect-error a reference is stored by its id
      ask: ({ after }) => ({ user: after.user }),
    }
    expect([fine, other, row]).to.have.length(3)
  })
})
