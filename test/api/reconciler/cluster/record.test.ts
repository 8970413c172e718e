// What the cache makes of events, lists and our own writes, in whatever order they come.
import { expect } from 'chai'
import { createRecord } from '../../../../api/reconciler/cluster/record.ts'
import { createStore } from '../../../../api/reconciler/cluster/store.ts'
import type { KubernetesObject } from '../../../../api/resources/objects/object.ts'

const key = 'Role/a/one'

const role = (version: number, verbs: string[] = [], more: object = {}): KubernetesObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: {
    name: 'one',
    namespace: 'a',
    uid: 'u1',
    resourceVersion: String(version),
    labels: { ours: 'yes' },
    ...more,
  },
  rules: [{ verbs }],
})

const begin = () => {
  const told: string[] = []
  const store = createStore()
  const holds = ({ metadata }: KubernetesObject) => metadata.labels?.ours === 'yes'
  const record = createRecord(store, holds, (changed, organization = '') =>
    told.push(`${changed} ${organization}`.trim()),
  )
  const version = () => store.get(key)?.version
  return { ...record, store, told, version }
}
const modified = (object: KubernetesObject) => ({ type: 'MODIFIED' as const, object })
const deleted = (object: KubernetesObject) => ({ type: 'DELETED' as const, object })

describe('what the cache knows of one object', () => {
  it('is what our write returned, before and after the event of the write', () => {
    const { event, writes, told, version } = begin()
    writes.began(key)
    writes.ended(key, { object: role(9, ['get']) })
    expect(version()).to.equal('9')
    event(modified(role(9, ['get'])))
    expect([version(), told]).to.deep.equal(['9', []])
  })

  it('is no foreign change when the event of our write comes before its answer', () => {
    const { event, writes, told, version } = begin()
    event(modified(role(5)))
    told.length = 0
    writes.began(key)
    event(modified(role(99, ['get'])))
    expect(version()).to.equal('5')
    writes.ended(key, { object: role(99, ['get']) })
    expect([version(), told]).to.deep.equal(['99', []])
  })

  it('is told when somebody else changes it after our write, even before the answer to our write', () => {
    const { event, writes, told, version } = begin()
    writes.began(key)
    event(modified(role(9, ['get'])))
    event(modified(role(10, ['list'])))
    writes.ended(key, { object: role(9, ['get']) })
    expect([version(), told]).to.deep.equal(['10', [key]])
  })

  it('is never replaced by an event from before our write', () => {
    const { event, writes, told, version } = begin()
    writes.began(key)
    writes.ended(key, { object: role(10, ['get']) })
    event(modified(role(9, ['list'])))
    expect([version(), told]).to.deep.equal(['10', []])
  })

  it('is judged by the last of two writes that overlap', () => {
    const { event, writes, told, version } = begin()
    writes.began(key)
    writes.began(key)
    event(modified(role(9, ['get'])))
    writes.ended(key, { object: role(9, ['get']) })
    event(modified(role(10, ['list'])))
    writes.ended(key, { object: role(10, ['list']) })
    expect([version(), told]).to.deep.equal(['10', []])
  })

  it('is looked at again when nobody knows what became of our write', () => {
    const { event, writes, told, version } = begin()
    writes.began(key)
    event(modified(role(9, ['get'])))
    writes.ended(key, {})
    expect([version(), told]).to.deep.equal(['9', [key]])
  })

  it('is gone with our deletion, whatever older events still come', () => {
    const { event, writes, told, version } = begin()
    event(modified(role(5)))
    told.length = 0
    writes.began(key)
    writes.ended(key, { goneUid: 'u1' })
    event(modified(role(6, ['get'])))
    expect(version()).to.equal(undefined)
    event(deleted(role(7)))
    event(modified(role(8, [], { uid: 'u2' })))
    expect([version(), told]).to.deep.equal(['8', [key]])
  })

  it('stays when an event deletes its forerunner of the same name', () => {
    const { event, writes, told, version } = begin()
    event(modified(role(5)))
    told.length = 0
    writes.began(key)
    writes.ended(key, { object: role(7, [], { uid: 'u2' }) })
    event(deleted(role(6)))
    expect([version(), told]).to.deep.equal(['7', []])
  })

  it('goes when our write has taken away its label', () => {
    const { event, writes, told, version } = begin()
    event(modified(role(5)))
    told.length = 0
    writes.began(key)
    writes.ended(key, { object: role(6, [], { labels: {} }) })
    expect([version(), told]).to.deep.equal([undefined, []])
  })

  it('is not told anew when only its status or the account of its managers has changed', () => {
    const { event, told, version } = begin()
    event(modified(role(5)))
    event(modified({ ...role(6), status: { used: 1 } }))
    expect([version(), told]).to.deep.equal(['6', [key]])
  })

  it('is told to the organization that had it and to the one that has it', () => {
    const { event, told, store } = begin()
    const of = (organization: string) => ({
      labels: { ours: 'yes', 'polder.dev/organization': organization },
    })
    event(modified(role(5, [], of('org_1'))))
    event(modified(role(6, [], of('org_2'))))
    expect(told).to.deep.equal([`${key} org_1`, `${key} org_1`, `${key} org_2`])
    expect(store.organizations()).to.deep.equal(['org_2'])
  })

  it('is told when a list differs from it, or no longer has it', () => {
    const { event, relist, told, version } = begin()
    event(modified(role(5)))
    const first = relist('Role', false)
    first.add([role(6, ['get'])])
    first.end('8')
    expect([version(), told.length]).to.deep.equal(['6', 2])
    relist('Role', false).end('9')
    expect([version(), told.length]).to.deep.equal([undefined, 3])
  })

  it('stays when we wrote it after the list was made', () => {
    const { relist, writes, told, version } = begin()
    const list = relist('Role', false)
    writes.began(key)
    writes.ended(key, { object: role(12) })
    list.end('11')
    expect([version(), told]).to.deep.equal(['12', []])
  })

  it('is what the list says in a cluster that was restored to an older state', () => {
    const { event, relist, told, version } = begin()
    event(modified(role(500, ['get'])))
    const list = relist('Role', true)
    list.add([role(40, ['list'])])
    list.end('41')
    expect([version(), told.length]).to.deep.equal(['40', 2])
    relist('Role', true).end('42')
    expect(version()).to.equal(undefined)
  })

  it('is ordered by numbers, not by letters', () => {
    const { event, version } = begin()
    event(modified(role(9)))
    event(modified(role(10, ['get'])))
    event(modified(role(9, ['list'])))
    expect(version()).to.equal('10')
  })
})
