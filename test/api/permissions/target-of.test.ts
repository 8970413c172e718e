// Where a row is and whose it is: what its schema says, read from the row.
import { expect } from 'chai'

import type { Noun } from '../../../api/permissions/grant.ts'
import { targetOf } from '../../../api/permissions/target-of.ts'
import { resourceNamed } from '../../../schemas/index.ts'

describe('P1 the place and the owner of a row', () => {
  const row = { id: 'its_id', organization_id: 'org_1', user_id: 'usr_1', site_roles: ['auditor'] }
  const nobodys = { owner: null, ownerSiteRoles: undefined }
  const rows: [Noun, ReturnType<typeof targetOf>][] = [
    [resourceNamed('organization'), { place: 'its_id', ...nobodys }],
    [resourceNamed('custom_role'), { place: 'org_1', ...nobodys }],
    [resourceNamed('org_membership'), { place: 'org_1', ...nobodys }],
    [resourceNamed('workspace_provider_allowlist_entry'), { place: 'org_1', ...nobodys }],
    [resourceNamed('workspace_provider'), { place: null, ...nobodys }],
    [resourceNamed('deployment'), { place: null, ...nobodys }],
    [resourceNamed('user'), { place: null, owner: 'its_id', ownerSiteRoles: ['auditor'] }],
    [resourceNamed('api_token'), { place: null, owner: 'usr_1', ownerSiteRoles: undefined }],
  ]
  for (const [noun, target] of rows) {
    it(`are, of ${noun.name}, ${target.place ?? 'the deployment'} and ${target.owner ?? 'nobody'}`, () => {
      expect(targetOf(noun, row)).to.deep.equal(target)
    })
  }

  it('are told with the site roles of the owner where somebody has looked them up', () => {
    expect(
      targetOf(resourceNamed('api_token'), { ...row, owner_site_roles: [] }).ownerSiteRoles,
    ).to.deep.equal([])
  })
})
