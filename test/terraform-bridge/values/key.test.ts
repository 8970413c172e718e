// Import strings: ids and natural keys.
import { expect } from 'chai'
import { resourceNamed } from '../../../schemas/index.ts'
import { addressIn, keyForm, keyOf } from '../../../terraform-bridge/values/key.ts'

const quota = resourceNamed('org_quota')

describe('a natural key', () => {
  it('is as many parts as it has, the last of which may be missing where it may be null', () => {
    expect(addressIn(quota, 'acme/member')).to.deep.equal(['acme', 'member'])
    expect(addressIn(quota, 'acme/member/gpu')).to.deep.equal(['acme', 'member', 'gpu'])
    expect(addressIn(quota, 'acme')).to.equal(undefined)
    expect(addressIn(quota, 'acme//gpu')).to.equal(undefined)
    expect(addressIn(resourceNamed('org_membership'), 'acme/alice/x')).to.equal(undefined)
  })

  it('is told from an id by its prefix', () => {
    expect(addressIn(quota, 'quo_aaaaaaaaaaaaaaaa')).to.deep.equal(['quo_aaaaaaaaaaaaaaaa'])
    expect(addressIn(resourceNamed('deployment'), 'deployment')).to.deep.equal(['deployment'])
    expect(addressIn(resourceNamed('deployment'), 'other')).to.equal(undefined)
  })

  it('is put together from a row and shown to people', () => {
    expect(keyOf(quota, { organization: 'acme', scope: 'member', workspace_provider: null })).to.deep.equal([
      'acme',
      'member',
    ])
    expect(keyForm(quota)).to.equal('organization/scope/[workspace_provider]')
  })
})
