// Who may take the last manager from an organization.
import { expect } from 'chai'
import { org_membership } from '../../../api/resources/org_membership.ts'
import { type RuleInputParts, refusalBy } from '../../support/refusal-by.ts'

describe('a membership', () => {
  const before = { id: 'mem_1' }
  const nobody = { token: 'tok_1', user: 'usr_1', username: 'ann', siteRoles: [] as string[] }
  const refusal = (more: RuleInputParts<typeof org_membership>) =>
    refusalBy(org_membership, { before, actor: nobody, ...more })
  const last = { managers: ['mem_1'] }

  it('TF-13 of the last manager stays, however it would end', () => {
    expect(refusal({ verb: 'delete', lookups: last })).to.include({ code: 'last_manager' })
    expect(refusal({ sets: { roles: ['rol_1'] }, lookups: last })).to.include({ code: 'last_manager' })
  })

  it('TF-13 ends where another manager stays, or for a site admin or manager', () => {
    expect(refusal({ verb: 'delete', lookups: { managers: ['mem_1', 'mem_2'] } })).to.equal(undefined)
    expect(refusal({ verb: 'delete', lookups: { managers: ['mem_2'] } })).to.equal(undefined)
    expect(refusal({ sets: { roles: ['organization_manager'] }, lookups: last })).to.equal(undefined)
    for (const role of ['site_admin', 'site_manager']) {
      const actor = { ...nobody, siteRoles: [role] }
      expect(refusal({ verb: 'delete', lookups: last, actor })).to.equal(undefined)
    }
    const auditor = { ...nobody, siteRoles: ['auditor'] }
    expect(refusal({ verb: 'delete', lookups: last, actor: auditor })).to.include({ code: 'last_manager' })
  })
})
