// Which object the values of an identity or of a data source single out.
import { expect } from 'chai'
import { resourceNamed } from '../../../schemas/index.ts'
import { createSession } from '../../../terraform-bridge/memory/session.ts'
import { addressFrom } from '../../../terraform-bridge/values/address-from.ts'

describe('the address of what values single out', () => {
  const addressOf = (values: Record<string, string | null>) =>
    addressFrom(resourceNamed('org_quota'), values, createSession())

  it('S26 leaves out a last part that is null', async () => {
    expect(
      await addressOf({ organization: 'acme', scope: 'member', workspace_provider: null }),
    ).to.deep.equal(['acme', 'member'])
  })

  it('S26 is none where another part is missing, for the parts after it would take its place', async () => {
    const identity = { organization: 'acme', scope: null, workspace_provider: 'member' }
    expect(await addressOf(identity)).to.equal(undefined)
  })
})
