// When a live object is as declared.
import { expect } from 'chai'
import { createMemory } from '../../../../api/reconciler/cluster/compare.ts'
import { seenOf } from '../../../../api/reconciler/cluster/seen.ts'
import { type KubernetesObject, keyOf } from '../../../../api/resources/objects/object.ts'

const object = (fields: object, metadata: object = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'a', namespace: 'b', labels: { ours: '1' }, ...metadata },
  ...fields,
})
const quota = (hard: object, more: object = {}) => object({ spec: { hard }, ...more })

describe('comparing a live object with its declaration', () => {
  const is = (declared: KubernetesObject, live: KubernetesObject, memory = createMemory()) =>
    memory.isAsDeclared(seenOf(live), declared)

  it('knows quantities that the server has rewritten', () => {
    const live = quota({ cpu: '1', memory: '1Gi' }, { status: { used: {} } })
    expect(is(quota({ memory: '1024Mi', cpu: '1000m' }), live)).to.equal(true)
  })

  it('sees a value that was changed, added or taken away', () => {
    const declared = quota({ cpu: '1' })
    for (const hard of [{ cpu: '2' }, { cpu: '1', pods: '1' }, {}]) {
      expect(is(declared, quota(hard))).to.equal(false)
    }
    expect(is(declared, object({}))).to.equal(false)
  })

  it('minds our labels and not those of others', () => {
    const with_ = (labels: object) => object({ spec: {} }, { labels })
    expect(is(object({ spec: {} }), with_({ ours: '1', theirs: '2' }))).to.equal(true)
    expect(is(object({ spec: {} }), with_({ theirs: '2' }))).to.equal(false)
  })

  it('minds our annotations of a namespace, also long ones, and not those of others', () => {
    const namespace = (annotations: object) => ({ ...object({}, { annotations }), kind: 'Namespace' })
    const declared = namespace({ ours: 'x'.repeat(300) })
    expect(is(declared, namespace({ ours: 'x'.repeat(300), theirs: 'y' }))).to.equal(true)
    expect(is(declared, namespace({ ours: `${'x'.repeat(299)}y` }))).to.equal(false)
  })

  it('does not mind fields that are not declared', () => {
    expect(is(quota({ cpu: '1' }), quota({ cpu: '1' }, { secrets: [{ name: 'token' }] }))).to.equal(true)
  })

  it('tells an empty selector from none, but not an empty list from none', () => {
    const peer = (from: unknown) => object({ spec: { ingress: [{ from }] } })
    expect(is(peer([{ podSelector: {} }]), peer([{ namespaceSelector: {} }]))).to.equal(false)
    expect(is(object({ spec: { a: 1, list: [] } }), object({ spec: { a: 1 } }))).to.equal(true)
    expect(is(object({ rules: [] }), object({ rules: null }))).to.equal(true)
  })

  it('accepts what the server filled in when it was written, and nothing later', () => {
    const memory = createMemory()
    const declared = quota({ cpu: '1' })
    const filled = object({ spec: { hard: { cpu: '1' }, scopes: ['Terminating'] } })
    expect(is(declared, filled, memory)).to.equal(false)
    memory.applied(declared, filled)
    expect(is(declared, filled, memory)).to.equal(true)
    expect(is(declared, object({ spec: { hard: { cpu: '1' }, scopes: [] } }), memory)).to.equal(true)
    expect(is(declared, object({ spec: { hard: { cpu: '1' }, scopes: ['Best'] } }), memory)).to.equal(false)
    expect(is(quota({ cpu: '2' }), filled, memory)).to.equal(false)
    memory.keepOnly((key) => key === keyOf(declared))
    expect(is(declared, filled, memory)).to.equal(true)
    memory.keepOnly(() => false)
    expect(is(declared, filled, memory)).to.equal(false)
  })

  it('knows whether exactly this was written last', () => {
    const memory = createMemory()
    expect(memory.wasWritten(quota({ cpu: '1' }))).to.equal(false)
    memory.applied(quota({ cpu: '1' }), quota({ cpu: '1' }))
    expect(memory.wasWritten(quota({ cpu: '1000m' }))).to.equal(true)
    expect(memory.wasWritten(quota({ cpu: '2' }))).to.equal(false)
  })
})
