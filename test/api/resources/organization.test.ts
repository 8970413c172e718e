// What an organization refuses beyond its shape.
import { expect } from 'chai'
import { organization } from '../../../api/resources/organization.ts'
import { refusalBy } from '../../support/refusal-by.ts'

describe('an organization', () => {
  const acme = { name: 'acme', deletion_protection: false, allowed_regions: null as string[] | null }

  it('ORG-06 says how to move the default before it can go', () => {
    const it = refusalBy(organization, { verb: 'delete', before: acme, lookups: { isDefault: true } })
    expect(it).to.include({ code: 'is_default' })
    expect(it!.detail).to.contain('create_before_destroy')
    expect(it!.detail).to.contain('default_organization')
  })

  it('TF-13 is protected first of all', () => {
    const before = { ...acme, deletion_protection: true }
    const it = refusalBy(organization, { verb: 'delete', before, lookups: { isDefault: true } })
    expect(it).to.include({ code: 'protected', attribute: 'deletion_protection' })
  })

  it('is not confined to regions while it stands on the allowlist of another, whose name it says', () => {
    const after = { ...acme, allowed_regions: ['eu'] }
    const us = { id: 'wsp_1', name: 'far', region: 'us' as string | null }
    for (const provider of [us, { ...us, region: null }]) {
      const lookups = { providersOf: [provider] }
      const it = refusalBy(organization, { after, changed: ['allowed_regions'], lookups })
      expect(it).to.include({ code: 'region_not_allowed', attribute: 'allowed_regions' })
      expect(it!.detail).to.contain('/v1/workspace_provider_allowlist_entries/far/acme')
    }
    const fine = { providersOf: [{ ...us, region: 'eu' }] }
    expect(refusalBy(organization, { after, changed: ['allowed_regions'], lookups: fine })).to.equal(
      undefined,
    )
  })
})
