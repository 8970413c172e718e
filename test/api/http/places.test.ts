// Two tenants with equal names at every level: no address, reference, filter, list or import of one reaches the other.
import { expect } from 'chai'
import { pluralOf, referenceIn, resourceNamed, resources } from '../../../schemas/index.ts'
import { addressParts, naturalKey, placeNoun, topOf } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { addressIn, keyOf } from '../../../terraform-bridge/values/key.ts'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { leastBody } from '../../support/least-body.ts'

const tenants = ['one', 'other'] as const
type Tenant = (typeof tenants)[number]
const top = placeNoun()
const inPlaces = resources.filter((it) => topOf(it) === top)

/** The references of a resource to what is in places too, each with the way in which a body says it. */
const acrossOf = ({ attributes }: Resource) =>
  Object.entries(attributes).flatMap(([name, it]) => {
    const reference = referenceIn(it)
    const to = reference && resourceNamed(reference.to)
    return to && inPlaces.includes(to)
      ? [{ name, to, said: (id: string) => (it.shape.kind === 'set' ? [id] : id) }]
      : []
  })

describe('ORG-02 two tenants with equal names at every level', () => {
  let api: Api
  const made: Record<string, Record<Tenant, Body>> = {}

  const bodyIn = (resource: Resource, tenant: Tenant): Body => ({
    ...leastBody(resource, 'acme'),
    [top.name]: tenant,
  })

  before(async () => {
    api = await startApi()
    for (const name of tenants) await api.create(pluralOf(top), { ...leastBody(top, name) })
    // What is in no place is shared, and called alike.
    for (const resource of resources.filter(({ within, singleton }) => !within && !singleton)) {
      if (resource !== top) await api.create(pluralOf(resource), leastBody(resource, 'acme'))
    }
    for (const resource of inPlaces) {
      const [one, other] = [
        await api.create(pluralOf(resource), bodyIn(resource, 'one')),
        await api.create(pluralOf(resource), bodyIn(resource, 'other')),
      ]
      made[resource.name] = { one: one!, other: other! }
    }
  })
  after(() => api.stop())

  for (const resource of inPlaces) {
    const { name } = resource
    const plural = pluralOf(resource)
    const pathOf = (body: Body) => [`/v1/${plural}`, ...keyOf(resource, body)].join('/')
    const both = () => made[name]!

    it(`${name}: an address finds the object of its own tenant, and 404 what the other one has`, async () => {
      const { one, other } = both()
      expect(pathOf(one)).to.not.equal(pathOf(other))
      expect((await api.request('GET', pathOf(one))).body.id).to.equal(one.id)
      expect((await api.request('GET', pathOf(other))).body.id).to.equal(other.id)
      // Each part that names another object may be its id: the id of the other tenant's finds nothing.
      const parts = keyOf(resource, one).join('/').split('/')
      for (const [index, part] of addressParts(resource).entries()) {
        const strange = part.object && made[part.object.name]?.other.id
        if (!strange || index >= parts.length) continue
        const path = [`/v1/${plural}`, ...parts.with(index, strange)].join('/')
        for (const method of ['GET', 'DELETE'])
          expect((await api.request(method, path)).status, `${method} ${path}`).to.equal(404)
      }
    })

    it(`${name}: no reference reaches what the other tenant has: 422 unresolved`, async () => {
      for (const { name: attribute, to, said } of acrossOf(resource)) {
        const { other } = made[to.name]!
        const body = { ...bodyIn(resource, 'one'), [attribute]: said(other.id) }
        const created = await api.request('POST', `/v1/${plural}?dry_run=true`, body)
        expect(created.body, attribute).to.include({ status: 422, code: 'unresolved' })
        if (naturalKey(resource).includes(attribute)) continue
        const changed = await api.request('PATCH', pathOf(both().one), { [attribute]: said(other.id) })
        expect(changed.body, attribute).to.include({ status: 422, code: 'unresolved' })
      }
    })

    it(`${name}: a list or a filter of one tenant shows nothing of the other`, async () => {
      const { one, other } = both()
      for (const tenant of tenants) {
        const { items } = await api.read(`${plural}?${top.name}=${tenant}`)
        expect(items.map((it: Body) => it.id)).to.deep.equal([both()[tenant].id])
      }
      expect((await api.read(`${plural}?${top.name}=one&id=${other.id}`)).items).to.deep.equal([])
      for (const { name: attribute, to } of acrossOf(resource)) {
        const strange = made[to.name]!.other.id
        const { items } = await api.read(`${plural}?${top.name}=one&${attribute}=${strange}`)
        expect(items, attribute).to.deep.equal([])
      }
      expect(one.id).to.not.equal(other.id)
    })

    it(`${name}: an import string says which tenant is meant`, () => {
      for (const tenant of tenants) {
        const key = keyOf(resource, both()[tenant]).join('/')
        expect(addressIn(resource, key)).to.deep.equal(key.split('/'))
        expect(key.split('/')[0]).to.equal(tenant)
      }
    })

    it(`${name}: a write by an address changes nothing of the other tenant: 200, 204`, async () => {
      const before = await api.read(`${plural}/${both().other.id}`)
      const path = pathOf(both().one)
      expect((await api.request('PATCH', path, {})).status).to.equal(200)
      expect((await api.request('DELETE', `${path}?dry_run=true`)).status).to.be.oneOf([202, 204])
      expect(await api.read(`${plural}/${both().other.id}`)).to.deep.equal(before)
    })
  }
})
