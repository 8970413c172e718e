// When a live object is as declared.
import { expect } from 'chai'
import { createMemory } from '../../../api/reconciler/compare.ts'
import { type KubernetesObject, keyOf } from '../../../api/resources/objects/object.ts'

const object = (fields: object, metadata: object = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'a', namespace: 'b', labels: { ours: '1' }, ...metadata },
  ...fields,
})
const quota = (hard: object, more: object = {}) => object({ spec: { hard }, ...more })

describe('comparing a live object with its declaration', () => {
  const memory = createMemory()

  it('knows quantities that the server has rewritten', () => {
    const live = quota({ cpu: '1', memory: '1Gi' }, { status: { used: {} } })
    expect(memory.isAsDeclared(quota({ memory: '1024Mi', cpu: '1000m' }), live)).to.equal(true)
  })

  it('sees a value that was changed, added or taken away', () => {
    const declared = quota({ cpu: '1' })
    for (const hard of [{ cpu: '2' }, { cpu: '1', pods: '1' }, {}]) {
      expect(memory.isAsDeclared(declared, quota(hard))).to.equal(false)
    }
  })

  it('minds our labels and not those of others', () => {
    const fields = { spec: {} }
    const with_ = (labels: object) => object(fields, { labels })
    expect(memory.isAsDeclared(object(fields), with_({ ours: '1', theirs: '2' }))).to.equal(true)
    expect(memory.isAsDeclared(object(fields), with_({ theirs: '2' }))).to.equal(false)
  })

  it('tells an empty selector from none, but not an empty list from none', () => {
    const peer = (from: unknown) => object({ spec: { ingress: [{ from }] } })
    expect(memory.isAsDeclared(peer([{ podSelector: {} }]), peer([{ namespaceSelector: {} }]))).to.equal(
      false,
    )
    expect(memory.isAsDeclared(object({ spec: { a: 1, list: [] } }), object({ spec: { a: 1 } }))).to.equal(
      true,
    )
  })

  it('accepts what the server filled in when it was written, and nothing later', () => {
    const fresh = createMemory()
    const declared = quota({ cpu: '1' })
    const filled = object({ spec: { hard: { cpu: '1' }, scopes: ['Terminating'] } })
    expect(fresh.isAsDeclared(declared, filled)).to.equal(false)
    fresh.applied(declared, filled)
    expect(fresh.isAsDeclared(declared, filled)).to.equal(true)
    expect(fresh.isAsDeclared(declared, object({ spec: { hard: { cpu: '1' }, scopes: [] } }))).to.equal(true)
    expect(fresh.isAsDeclared(declared, object({ spec: { hard: { cpu: '1' }, scopes: ['Best'] } }))).to.equal(
      false,
    )
    expect(fresh.isAsDeclared(quota({ cpu: '2' }), filled)).to.equal(false)
    fresh.keepOnly(new Map([[keyOf(declared), declared]]))
    expect(fresh.isAsDeclared(declared, filled)).to.equal(true)
    fresh.keepOnly(new Map())
    expect(fresh.isAsDeclared(declared, filled)).to.equal(false)
  })
})
