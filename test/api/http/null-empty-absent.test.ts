// Null, empty and absent over REST, for every attribute that may be left out: a loop over the schemas.
import { expect } from 'chai'
import { sample } from '../../../api/http/document/sample.ts'
import { pluralOf, resources, serves } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'
import type { Attribute, Resource } from '../../../schemas/vocabulary.ts'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { createReferred, createTargets, leastBody } from '../../support/least-body.ts'
import { refused } from '../../support/refusal.ts'

const empties: Record<string, unknown> = { set: [], map: {}, object: {} }
const emptyOf = ({ shape }: Attribute) => empties[shape.kind] ?? ''

/** Whether empty is a value of its own, rather than none. */
const takesEmpty = ({ shape }: Attribute) => {
  if (shape.kind === 'text') return !shape.min && !shape.matches && !shape.oneOf
  return shape.kind === 'map' || (shape.kind === 'set' && !shape.min)
}

/** A change merges into it, and an empty one changes nothing (S6). */
const merges = ({ shape }: Attribute) => shape.kind === 'map' || shape.kind === 'object'

const omissible = (resource: Resource) =>
  Object.entries(resource.attributes).filter(([, it]) => ['optional', 'defaulted'].includes(it.presence))

describe('TF-09 null, empty and absent over REST', () => {
  let api: Api
  let count = 0
  before(async () => {
    api = await startApi()
    await createTargets(api)
    // Organizations of this region only are on its allowlist too.
    const { id } = await api.read('workspace_providers/built-in')
    await api.request('PATCH', `/v1/workspace_providers/${id}`, { region: 'acme' })
  })
  after(() => api.stop())

  /** What the least body says besides, unless it is under test. */
  const more: Record<string, (name: string) => Promise<Body>> = {
    org_quota: async (name) => ({ organization: (await api.create('organizations', { name })).name }),
    workspace_provider: async () => ({ cluster: { server: 'https://203.0.113.1:6443' } }),
  }
  /** What a value of an attribute has to stand beside. */
  const beside: Record<string, Body> = {
    'workspace_provider.egress': { egress_cidrs: ['203.0.113.0/24'] },
    'workspace_provider.egress_cidrs': { egress: 'cidrs' },
  }
  /** The least body of something new; `attribute` is the one under test. */
  const least = async (resource: Resource, attribute: string): Promise<Body> => {
    const name = `it-${++count}`
    for (const place of ['default', 'acme']) await createReferred(api, resource, name, place)
    const { [attribute]: _, ...rest } = (await more[resource.name]?.(name)) ?? {}
    return { ...leastBody(resource, name), ...rest }
  }

  const chosen = (attribute: Attribute): unknown => {
    if (attribute.implied === 'organization_member') return ['organization_manager']
    return attribute.default === 'shared' ? 'per_organization' : sample(attribute)
  }

  const stored = async (resource: Resource, name: string, { secret }: Attribute, answer: Body) => {
    if (!secret) return answer[name]
    expect(answer).not.to.have.property(name)
    const [row] = await api.database.query(
      `select "${name}_encrypted" is not null as there from "${resource.name}" where id = $1`,
      [answer.id],
    )
    return row!.there ? 'there' : null
  }

  for (const resource of resources.filter((it) => !it.singleton && serves(it, 'create'))) {
    const plural = pluralOf(resource)
    for (const [name, attribute] of omissible(resource)) {
      const { follows, fallback, default: otherwise = null, secret, requiresReplace, unmanaged } = attribute
      const value = chosen(attribute)
      const body = () => least(resource, name)
      const others = beside[`${resource.name}.${name}`] ?? {}
      const filled = { [name]: value, ...others }
      const bare = Object.fromEntries([name, ...Object.keys(others)].map((it) => [it, null]))
      const seen = (answer: Body) => stored(resource, name, attribute, answer)
      const whenOmitted = (given: Body) => (follows ? given[follows] : fallback ? 'default' : otherwise)
      const invalid = { status: 422, code: 'invalid' }

      it(`${resource.name}.${name} at creation`, async () => {
        for (const omitted of [{}, { [name]: null }]) {
          const given = await body()
          if (resource.name === 'org_quota' && fallback)
            await api.request('DELETE', '/v1/org_quotas/default/organization')
          expect(await seen(await api.create(plural, { ...given, ...omitted }))).to.deep.equal(
            whenOmitted(given),
          )
        }
        const emptied = { ...(await body()), [name]: emptyOf(attribute) }
        if (takesEmpty(attribute)) {
          expect(await seen(await api.create(plural, emptied))).to.deep.equal(emptyOf(attribute))
        } else {
          const { attribute: path } = await refused(api, ['POST', `/v1/${plural}`, emptied], invalid)
          expect(path.split('.')[0]).to.equal(name)
        }
      })

      if (!requiresReplace && serves(resource, 'update')) {
        it(`${resource.name}.${name} in a change`, async () => {
          const given = await body()
          const { id } = await api.create(plural, given)
          const change = (it: Body) => api.request('PATCH', `/v1/${plural}/${id}`, it)
          const changed = await change(filled)
          expect(changed.status, JSON.stringify(changed.body)).to.equal(200)
          expect(await seen(changed.body)).to.deep.equal(secret ? 'there' : value)
          const kept = await change({})
          expect(await seen(kept.body)).to.deep.equal(secret ? 'there' : value)
          expect(kept.body.generation).to.equal(changed.body.generation)
          if (merges(attribute)) {
            const none = await change({ [name]: emptyOf(attribute) })
            expect([none.status, none.body.generation]).to.deep.equal([200, changed.body.generation])
            expect(await seen(none.body)).to.deep.equal(value)
          } else if (takesEmpty(attribute)) {
            expect(await seen((await change({ ...bare, [name]: emptyOf(attribute) })).body)).to.deep.equal(
              emptyOf(attribute),
            )
            await change(filled)
          } else {
            await refused(api, ['PATCH', `/v1/${plural}/${id}`, { [name]: emptyOf(attribute) }], invalid)
          }
          expect(await seen((await change(bare)).body)).to.deep.equal(whenOmitted(given))
        })
      }

      if (!serves(resource, 'put')) continue

      it(`${resource.name}.${name} left out of a complete PUT`, async () => {
        const given = await body()
        const created = await api.create(plural, { ...given, ...filled })
        const key = naturalKey(resource)
          .map((part) => created[part])
          .filter((part) => part !== null)
        const { [name]: _, ...rest } = given
        const answer = await api.request('PUT', `/v1/${plural}/${key.join('/')}`, rest)
        if (requiresReplace && !naturalKey(resource).includes(name)) {
          expect([answer.status, answer.body.code, answer.body.attribute]).to.deep.equal([
            422,
            'immutable',
            name,
          ])
          return
        }
        expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
        const keeps = secret || unmanaged || naturalKey(resource).includes(name)
        expect(await seen(answer.body)).to.deep.equal(keeps ? (secret ? 'there' : value) : whenOmitted(given))
      })
    }
  }
})
