// The namespace of an organization, as declared, and whose a live one is.
import { expect } from 'chai'
import { namespaceObject, ownership } from '../../../../api/resources/objects/namespace.ts'
import { tenancy } from '../../../support/cluster/tenancy.ts'

describe('the owner of a namespace', () => {
  const object = namespaceObject(tenancy)
  const { labels, annotations } = object.metadata
  const live = (metadata: object) => ({ ...object, metadata: { name: 'ns', ...metadata } })

  it('is told by the claim', () => {
    expect(ownership(object, tenancy)).to.equal('ours')
    expect(ownership(object, { ...tenancy, deployment: 'dpl_z' })).to.equal('theirs')
    expect(ownership(live({ annotations }), tenancy)).to.equal('ours')
  })

  it('is told by the labels where the claim was lost', () => {
    expect(ownership(live({ labels }), tenancy)).to.equal('ours')
    expect(ownership(live({ labels: { ...labels, 'polder.dev/provider': 'wsp_z' } }), tenancy)).to.equal(
      'theirs',
    )
  })

  it('is nobody where there is neither', () => {
    expect(ownership(live({ labels: { team: 'a' } }), tenancy)).to.equal('unclaimed')
  })
})
