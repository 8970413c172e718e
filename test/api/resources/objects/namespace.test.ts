// The namespace of an organization, as declared, and whose a live one is.
import { expect } from 'chai'
import {
  inherits,
  namespaceObject,
  ownership,
  postedNamespace,
} from '../../../../api/resources/objects/namespace.ts'
import type { ProviderSettings } from '../../../../api/resources/objects/object.ts'
import { tenancy, tenancyWith } from '../../../support/cluster/tenancy.ts'

describe('the namespace of an organization', () => {
  const labelsOf = (settings: Partial<ProviderSettings>) =>
    namespaceObject(tenancyWith(settings)).metadata.labels!
  const enforced = (settings: Partial<ProviderSettings>) =>
    labelsOf(settings)['pod-security.kubernetes.io/enforce']

  it('enforces, audits and warns by the level `restricted`, in one version for every cluster', () => {
    expect(labelsOf({})).to.include({
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/enforce-version': 'v1.34',
      'pod-security.kubernetes.io/audit': 'restricted',
      'pod-security.kubernetes.io/audit-version': 'v1.34',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/warn-version': 'v1.34',
    })
  })

  it('enforces the level that the provider says, and `baseline` where others may run something too', () => {
    expect(enforced({ pod_security: 'baseline' })).to.equal('baseline')
    expect(enforced({ namespace_mode: 'shared' })).to.equal('restricted')
    expect(enforced({ namespace_mode: 'shared', adopt: true })).to.equal('baseline')
    expect(enforced({ namespace_mode: 'shared', adopt: true, pod_security: 'restricted' })).to.equal(
      'restricted',
    )
    expect(enforced({ adopt: true })).to.equal('restricted')
  })

  it('has the labels and annotations of provider and organization, of which the latter hold', () => {
    const namespace_labels = { tier: 'gold', 'cost.example.com/center': '4711' }
    const it = tenancyWith({ namespace_labels, namespace_annotations: { contact: 'ops', note: 'a' } })
    const own = { namespace_labels: { tier: 'silver' }, namespace_annotations: { contact: 'games' } }
    const { labels, annotations } = namespaceObject({ ...it, organizationSettings: own }).metadata
    expect(labels).to.include({ tier: 'silver', 'cost.example.com/center': '4711' })
    expect(annotations).to.include({ contact: 'games', note: 'a' })
  })

  it('is posted without what is inherited, which only an apply could take away again', () => {
    const given = { namespace_labels: { tier: 'gold' }, namespace_annotations: { contact: 'ops' } }
    const { metadata } = postedNamespace(namespaceObject(tenancyWith(given)))
    const bare = namespaceObject(tenancy)
    expect(metadata.labels).to.deep.equal(bare.metadata.labels)
    expect(metadata.annotations).to.deep.equal({ ...bare.metadata.annotations, 'polder.dev/created': 'true' })
    expect(inherits(namespaceObject(tenancyWith(given)))).to.equal(true)
    expect(inherits(bare)).to.equal(false)
  })

  it('keeps its own labels and its claim, whatever a row says', () => {
    const { labels, annotations } = namespaceObject(tenancy).metadata
    const namespace_labels = Object.fromEntries(Object.keys(labels!).map((key) => [key, 'theirs']))
    const namespace_annotations = Object.fromEntries(Object.keys(annotations!).map((key) => [key, 'theirs']))
    const organizationSettings = { namespace_labels, namespace_annotations }
    const { metadata } = namespaceObject({ ...tenancyWith(organizationSettings), organizationSettings })
    expect(metadata.labels).to.deep.equal(labels)
    const claim = 'polder.dev/claimed-by'
    expect(metadata.annotations?.[claim]).to.equal(annotations?.[claim])
    expect(Object.values(metadata.annotations!)).not.to.include('theirs')
  })
})

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
