// PUT makes one object whoever else makes it at the same moment, and creates only where it is told to.
import { expect } from 'chai'
import { sample } from '../../../api/http/document/sample.ts'
import type { Route } from '../../../api/http/route.ts'
import { routes } from '../../../api/http/routes.ts'
import { addressParts, naturalKey } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { type Api, type Ask, type Body, startApi } from '../../support/api.ts'
import { createTargets } from '../../support/least-body.ts'
import { refused } from '../../support/refusal.ts'

type Putting = Route & { resource: Resource }
const puts = routes.filter(
  (it): it is Putting => it.method === 'PUT' && it.resource !== undefined && !it.resource.singleton,
)
const rounds = [...Array(5).keys()]
const onlyNew = { 'if-none-match': '*' }
const entries = '/v1/workspace_provider_allowlist_entries'

/** Refers to what `before` makes; everything else in a key is a name of its own. */
const pathOf = ({ path, resource }: Putting) =>
  path.replace(/\{(\w+)\}/g, (_, called) => {
    const part = addressParts(resource).find(({ name }) => name === called)!
    if (part.object) return 'acme'
    const { shape } = resource.attributes[part.attribute]!
    return shape.kind === 'text' && shape.oneOf ? shape.oneOf[0]! : 'put'
  })

/** Text that a caller may choose freely, by which bodies differ; nothing where a resource has none. */
const freeText = ({ attributes, key }: Resource) =>
  Object.keys(attributes).find((name) => {
    const { presence, shape, secret, refuse } = attributes[name]!
    if (key.includes(name) || presence === 'computed' || secret || refuse || shape.kind !== 'text')
      return false
    return !shape.matches && !shape.oneOf
  })

const bodyOf = (resource: Resource, caller: number): Body => {
  const required = Object.entries(resource.attributes).filter(
    ([name, { presence }]) => presence === 'required' && !naturalKey(resource).includes(name),
  )
  const free = freeText(resource)
  return {
    ...Object.fromEntries(required.map(([name, it]) => [name, sample(it)])),
    // What is unique beside the key must not be taken for another object's.
    ...Object.fromEntries((resource.unique ?? []).map((name) => [name, sample(resource.attributes[name]!)])),
    ...(free === undefined ? {} : { [free]: `caller ${caller}` }),
  }
}

describe('PUT at the same moment', () => {
  let api: Api
  let callers: Ask[]
  before(async () => {
    api = await startApi()
    await createTargets(api)
    callers = []
    for (let at = 0; at < 10; at += 1) {
      const username = `caller-${at}`
      await api.create('users', { username, site_roles: ['site_admin'] })
      callers.push(api.as((await api.create('api_tokens', { user: username })).token))
    }
  })
  after(() => api.stop())

  const together = (path: string, body: (caller: number) => Body, headers = {}) =>
    Promise.all(callers.map((ask, caller) => ask('PUT', path, body(caller), headers)))
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
  const told = (answers: { body: Body }[]) =>
    answers.map(({ body }) => body.detail ?? body.generation).join(' | ')
  const nine = (status: number) => Array(9).fill(status)

  for (const put of puts) {
    const { resource } = put
    const path = pathOf(put)

    it(`S6 ten callers of PUT ${put.path}: one 201, nine 200, and the generation counts them`, async () => {
      for (const round of rounds) {
        const answers = await together(path, (caller) => bodyOf(resource, caller))
        expect(statuses(answers), told(answers)).to.deep.equal([...nine(200), 201])
        expect(new Set(answers.map(({ body }) => body.id)), `round ${round}`).to.have.property('size', 1)
        const generations = answers.map(({ body }) => body.generation).sort((a, b) => a - b)
        const changes = freeText(resource) === undefined ? Array(10).fill(1) : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        expect(generations).to.deep.equal(changes)
        const last = answers.find(({ body }) => body.generation === generations.at(-1))!
        expect((await api.request('GET', path)).body).to.deep.equal(last.body)
        expect((await api.request('DELETE', path)).status).to.equal(204)
      }
    })

    it(`S6 ten callers of PUT ${put.path} with equal bodies: generation 1`, async () => {
      const answers = await together(path, () => bodyOf(resource, 0))
      expect(statuses(answers), told(answers)).to.deep.equal([...nine(200), 201])
      expect(new Set(answers.map(({ body }) => body.generation))).to.deep.equal(new Set([1]))
      expect((await api.request('DELETE', path)).status).to.equal(204)
    })

    it(`S6 ten callers of PUT ${put.path} with If-None-Match: * : one 201, nine 412`, async () => {
      for (const _ of rounds) {
        const answers = await together(path, (caller) => bodyOf(resource, caller), onlyNew)
        expect(statuses(answers), told(answers)).to.deep.equal([201, ...nine(412)])
        const winner = answers.find(({ status }) => status === 201)!.body
        for (const { body } of answers.filter(({ status }) => status === 412)) {
          expect([body.code, body.existing.id]).to.deep.equal(['already_exists', winner.id])
        }
        const stale = {
          status: 412,
          code: 'already_exists',
          detail: /already exists\. To update the object, leave out/,
        }
        await refused(api, ['PUT', path, bodyOf(resource, 11), onlyNew], stale)
        expect((await api.request('GET', path)).body).to.deep.equal(winner)
        expect((await api.request('DELETE', path)).status).to.equal(204)
      }
    })
  }

  it('S6 ten callers take over one automatic entry: one 201, nine 200', async () => {
    for (const name of ['taken-a', 'taken-b', 'taken-c']) {
      await api.create('organizations', { name })
      const answers = await together(`${entries}/built-in/${name}`, () => ({}))
      expect(statuses(answers), told(answers)).to.deep.equal([...nine(200), 201])
    }
  })

  it('S6 If-None-Match: * takes over an automatic entry, which nobody wrote, and no written one', async () => {
    await api.create('organizations', { name: 'taken-d' })
    const path = `${entries}/built-in/taken-d`
    expect((await api.request('PUT', path, {}, onlyNew)).status).to.equal(201)
    await refused(api, ['PUT', path, {}, onlyNew], { status: 412, code: 'already_exists' })
  })

  it('S6 a PUT updates what a POST makes at the same moment', async () => {
    for (const round of rounds) {
      const username = `posted-${round}`
      const [made, posted] = await Promise.all([
        together(`/v1/users/${username}`, (caller) => ({ name: `caller ${caller}` })),
        Promise.all(callers.map((ask) => ask('POST', '/v1/users', { username }))),
      ])
      for (const { status, body } of made) expect(status, JSON.stringify(body)).to.be.oneOf([200, 201])
      for (const { status, body } of posted) expect(status, JSON.stringify(body)).to.be.oneOf([201, 409])
      expect([...made, ...posted].filter(({ status }) => status === 201)).to.have.length(1)
    }
  })

  it('S6 a PUT makes what a DELETE takes away meanwhile, and never answers 404, 409 or 503', async () => {
    const path = '/v1/users/churn'
    for (const _ of rounds) {
      const [made, gone] = await Promise.all([
        together(path, (caller) => ({ name: `caller ${caller}` })),
        Promise.all(callers.map((ask) => ask('DELETE', path))),
      ])
      for (const { status, body } of made) expect(status, JSON.stringify(body)).to.be.oneOf([200, 201])
      for (const { status, body } of gone) expect(status, JSON.stringify(body)).to.be.oneOf([204, 404])
    }
  })

  it('S6 a PUT of the old name does not undo a rename', async () => {
    for (const round of [...Array(10).keys()]) {
      const [before, after] = [`before-${round}`, `after-${round}`]
      const { id } = await api.create('users', { username: before })
      const [, renamed] = await Promise.all([
        together(`/v1/users/${before}`, (caller) => ({ name: `caller ${caller}` })),
        api.request('PATCH', `/v1/users/${id}`, { username: after }),
      ])
      expect(renamed.status, JSON.stringify(renamed.body)).to.equal(200)
      expect((await api.read(`users/${after}`)).id).to.equal(id)
    }
  })

  describe('If-None-Match', () => {
    it('412 already_exists for what there is always one of', async () => {
      const expected = { status: 412, code: 'already_exists' }
      await refused(api, ['PUT', '/v1/deployments/deployment', {}, onlyNew], expected)
    })

    it('400 malformed for an ETag, and beside If-Match', async () => {
      const expected = { status: 400, code: 'malformed' }
      await refused(api, ['PUT', '/v1/users/new', {}, { 'if-none-match': '"1.0"' }], expected)
      await refused(api, ['PUT', '/v1/users/acme', {}, { ...onlyNew, 'if-match': '*' }], expected)
    })

    it('a dry run tells whether it would create, and stores nothing', async () => {
      const before = await api.rows()
      const dry = (name: string) => api.request('PUT', `/v1/users/${name}?dry_run=true`, {}, onlyNew)
      expect((await dry('new')).status).to.equal(201)
      expect((await dry('acme')).body.code).to.equal('already_exists')
      expect(await api.rows()).to.deep.equal(before)
    })

    it('409 deleting for a name whose owner is still leaving: it is neither free nor to be kept', async () => {
      const { id } = await api.create('organizations', { name: 'leaving' })
      await api.database.query('update organization set deletion_requested_at = now() where id = $1', [id])
      const expected = { status: 409, code: 'deleting' }
      await refused(api, ['PUT', '/v1/organizations/leaving', {}, onlyNew], expected)
      await refused(api, ['PUT', '/v1/organizations/leaving', {}], expected)
    })
  })
})
