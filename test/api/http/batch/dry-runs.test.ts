// POST /v1/dry_runs: each item is judged as its own request with ?dry_run=true would be, and nothing is stored.
import { expect } from 'chai'
import { sampleBody } from '../../../../api/http/document/sample.ts'
import { pluralOf, resources, serves } from '../../../../schemas/index.ts'
import { naturalKey } from '../../../../schemas/place.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { type Api, type Ask, type Body, startApi } from '../../../support/api.ts'
import { fillEmptyLists } from '../../../support/fill-empty-lists.ts'
import { refused } from '../../../support/refusal.ts'
import { until } from '../../../support/until.ts'

type Item = { verb: string; type: string; id?: string; replaces?: string; body?: Body }
type Result = { status: number; body?: Body }

const path = '/v1/dry_runs'
const methods: Record<string, string> = { create: 'POST', update: 'PATCH', put: 'PUT', delete: 'DELETE' }

describe('a dry run of many writes', () => {
  let api: Api
  before(async () => {
    api = await startApi({ rateLimit: 0 })
    await api.create('organizations', { name: 'acme' })
    await api.create('users', { username: 'alice' })
    await api.create('custom_roles', { organization: 'acme', name: 'reader', permissions: [] })
    await api.create('org_memberships', { organization: 'acme', user: 'alice', roles: ['reader'] })
    await api.create('org_quotas', { organization: 'acme', scope: 'member', limits: { cpu: '1' } })
    await api.create('workspace_providers', { name: 'gpu', namespace: 'gpu' })
    const entry = { workspace_provider: 'gpu', organization: 'acme' }
    await api.create('workspace_provider_allowlist_entries', entry)
    await fillEmptyLists(api)
  })
  after(() => api.stop())

  const judged = async (items: Item[], ask: Ask = api.request): Promise<Result[]> => {
    const before = await api.rows()
    const activations = api.activations()
    const { status, body } = await ask('POST', path, { items })
    expect(status, JSON.stringify(body)).to.equal(200)
    expect(await api.rows()).to.deep.equal(before)
    expect(api.activations()).to.equal(activations)
    return body.results
  }

  const single = async ({ verb, type, id, body }: Item, ask: Ask = api.request): Promise<Result> => {
    const plural = pluralOf(resources.find(({ name }) => name === type)!)
    const address = id === undefined ? '' : `/${id.split('/').map(encodeURIComponent).join('/')}`
    const answer = await ask(methods[verb]!, `/v1/${plural}${address}?dry_run=true`, body)
    return answer.status === 204 ? { status: 204 } : { status: answer.status, body: answer.body }
  }

  /** Without what each run draws anew. */
  const lasting = ({ status, body }: Result) => {
    const { created_at, updated_at, id, ...rest } = body ?? {}
    return { status, body: rest, id: status === 201 || body?.code ? undefined : id }
  }

  /** Every verb of a resource on what is there, on what is not, and with bodies that fit and that do not. */
  const casesOf = async (resource: Resource): Promise<Item[]> => {
    const type = resource.name
    const [there] = (await api.read(pluralOf(resource))).items
    const isById = naturalKey(resource).length === 0
    const key = isById
      ? there.id
      : naturalKey(resource)
          .flatMap((part) => (there[part] === null ? [] : [there[part]]))
          .join('/')
    const nobody = isById
      ? 'nothing'
      : naturalKey(resource)
          .map(() => 'nobody')
          .join('/')
    const good = sampleBody(resource)
    const taken = Object.fromEntries(naturalKey(resource).map((part) => [part, there[part]]))
    const bodies = [good, { ...good, ...taken }, {}, { nonsense: 1 }, { ...good, id: 'x' }]
    const [first = 'description'] = Object.keys(good)
    bodies.push({ ...good, [first]: { a: [null] } })
    const { id } = there
    const cases: Item[] = bodies.flatMap((body) => [
      { verb: 'create', type, body },
      ...[id, key, nobody].map((it) => ({ verb: 'update', type, id: it, body })),
      ...[key, nobody].map((it) => ({ verb: 'put', type, id: it, body })),
      ...[id, key, nobody].map((it) => ({ verb: 'delete', type, id: it })),
    ])
    return cases.filter(({ verb }) => serves(resource, verb))
  }

  for (const resource of resources.filter((it) => serves(it, 'create'))) {
    it(`S18 answers every write of ${resource.name} as ?dry_run=true answers it alone`, async () => {
      const cases = await casesOf(resource)
      const alone: Result[] = []
      for (const it of cases) alone.push(await single(it))
      const together: Result[] = []
      for (let at = 0; at < cases.length; at += 50) together.push(...(await judged(cases.slice(at, at + 50))))
      for (const [index, it] of cases.entries())
        expect(lasting(together[index]!), JSON.stringify(it)).to.deep.equal(lasting(alone[index]!))
      const statuses = new Set(together.map(({ status }) => status))
      expect(statuses).to.include(422).and.to.include(404)
      expect(together.some(({ status }) => status < 300)).to.equal(true)
    }).timeout(30_000)
  }

  it('S18 answers in the order of the items, and lets none see another', async () => {
    const create = { verb: 'create', type: 'organization', body: { name: 'new' } }
    const results = await judged([
      create,
      { verb: 'delete', type: 'organization', id: 'acme' },
      create,
      { verb: 'update', type: 'organization', id: 'new', body: {} },
      { verb: 'update', type: 'organization', id: 'acme', body: { name: 'new' } },
      { verb: 'create', type: 'org_membership', body: { organization: 'acme', user: 'alice' } },
    ])
    expect(results.map(({ status, body }) => [status, body?.code])).to.deep.equal([
      [201, undefined],
      [204, undefined],
      [201, undefined],
      [404, 'not_found'],
      [200, undefined],
      [409, 'taken'],
    ])
    expect(await judged([])).to.deep.equal([])
  })

  it('S18 judges creates of one type in one list, where none stands in the way of another', async () => {
    const create = (username: string, email: string) => ({
      verb: 'create',
      type: 'user',
      body: { username, email },
    })
    const items = [
      create('one', 'same@example.com'),
      create('two', 'same@example.com'),
      create('alice', 'free@example.com'),
      create('one', 'other@example.com'),
    ]
    const results = await judged(items)
    expect(results.map(({ status, body }) => [status, body?.code])).to.deep.equal([
      [201, undefined],
      [201, undefined],
      [409, 'taken'],
      [201, undefined],
    ])
    expect(results.map(({ body }) => body?.email)).to.include.members([
      'same@example.com',
      'other@example.com',
    ])
  })

  it('S18 keeps no row locked for a list of creates that waits for another row', async () => {
    await api.create('organizations', { name: 'free' })
    await api.create('organizations', { name: 'held' })
    const other = await api.database.connect()
    await other.query('begin')
    await other.query(`select from organization where name = 'held' for update`)
    const create = (organization: string) => ({
      verb: 'create',
      type: 'org_membership',
      body: { organization, user: 'alice' },
    })
    const asked = api.request('POST', path, { items: [create('free'), create('held')] })
    const lock = () => api.database.query(`select from organization where name = 'free' for update nowait`)
    await until(async () => {
      const waiting = await api.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(waiting).to.have.length(1)
      await lock()
    }, 2000)
    await other.query('rollback')
    await other.end()
    expect((await asked).body.results.map(({ status }: Result) => status)).to.deep.equal([201, 201])
  })

  it('S17 of a create takes the object that it replaces for deleted, whatever keeps that in place', async () => {
    const { id } = await api.read('workspace_providers/gpu')
    const { id: builtIn } = await api.read('workspace_providers/built-in')
    const guarded = await api.create('organizations', { name: 'guarded', deletion_protection: true })
    const create = (replaces: string, name: string, namespace: string) => ({
      verb: 'create',
      type: 'workspace_provider',
      replaces,
      body: { name, namespace },
    })
    await api.create('workspace_providers', { name: 'beside', namespace: 'beside' })
    const results = await judged([
      create(id, 'gpu', 'moved'),
      create(id, 'gpu', 'gpu'),
      create('wsp_gone', 'gone', 'gone'),
      create(id, 'gpu', 'beside'),
      create(builtIn, 'other', 'other'),
      { verb: 'create', type: 'organization', replaces: guarded.id, body: { name: 'guarded' } },
    ])
    expect(results.map(({ status, body }) => body?.code ?? status)).to.deep.equal([
      201,
      201,
      201,
      'namespace_owned',
      'is_default',
      201,
    ])
  })

  it('404 for an item whose address has too many parts or too few', async () => {
    const item = { verb: 'put', type: 'org_membership', body: {} }
    const results = await judged(['acme', 'acme/alice/x', 'acme/'].map((id) => ({ ...item, id })))
    for (const { status, body } of results.slice(0, 2)) {
      expect([status, body!.code]).to.deep.equal([404, 'not_found'])
      expect(body!.detail).to.match(
        /^No org_membership has the address `acme.*natural key, `organization\/user`\.$/,
      )
    }
    expect(results[2]!.status).to.equal(422)
  })

  it('takes 50 items, and 422 for 51', async () => {
    const item = { verb: 'create', type: 'user', body: { username: 'bob' } }
    expect(await judged(Array(50).fill(item))).to.have.length(50)
    const most = { status: 422, code: 'invalid', attribute: 'items', detail: /at most 50/ }
    await refused(api, ['POST', path, { items: Array(51).fill(item) }], most)
  })

  const good = { verb: 'create', type: 'user', body: { username: 'bob' } }
  const bad: [string, Body, string, string?][] = [
    ['no items', {}, 'items'],
    ['items that are no list', { items: { 0: good } }, 'items'],
    ['a stranger beside the items', { items: [], dry_run: true }, 'dry_run', 'unknown_attribute'],
    ['an item that is no object', { items: [good, 'x'] }, 'items[1]'],
    ['an unknown verb', { items: [good, good, good, { ...good, verb: 'change' }] }, 'items[3].verb'],
    ['a type that is no resource', { items: [{ ...good, type: 'constructor' }] }, 'items[0].type'],
    ['a stranger in an item', { items: [{ ...good, force: true }] }, 'items[0].force', 'unknown_attribute'],
    ['a body that is no object', { items: [{ ...good, body: [] }] }, 'items[0].body'],
    ['a create without a body', { items: [{ verb: 'create', type: 'user' }] }, 'items[0].body'],
    ['a create with an id', { items: [{ ...good, id: 'bob' }] }, 'items[0].id'],
    ['an update without an id', { items: [{ ...good, verb: 'update' }] }, 'items[0].id'],
    ['an id that is no text', { items: [{ ...good, verb: 'put', id: 7 }] }, 'items[0].id'],
    ['a delete with a body', { items: [{ ...good, verb: 'delete', id: 'bob' }] }, 'items[0].body'],
    [
      'an update that replaces',
      { items: [{ ...good, verb: 'update', id: 'a', replaces: 'usr_1' }] },
      'items[0].replaces',
    ],
    ['a replaced object of another kind', { items: [{ ...good, replaces: 'org_1' }] }, 'items[0].replaces'],
  ]
  for (const [what, body, attribute, code = 'invalid'] of bad) {
    it(`422 for ${what}, naming it by its path`, async () => {
      const { errors } = await refused(api, ['POST', path, body], { status: 422, code, attribute })
      expect(errors[0].attribute).to.equal(attribute)
    })
  }

  it('422 names 20 faults at most, of the request and of its items', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`a${at}`, 1]))
    const unknown = { status: 422, code: 'unknown_attribute' }
    for (const body of [wrong, { items: [wrong, wrong] }])
      expect((await refused(api, ['POST', path, body], unknown)).errors).to.have.length(20)
  })

  it('400 for a body that is no JSON object, and 401 for a stranger', async () => {
    await refused(api, ['POST', path, []], { status: 400, code: 'malformed' })
    const unauthenticated = { status: 401, code: 'unauthenticated' }
    await refused(api, ['POST', path, { items: [good] }], unauthenticated, api.as('polder_stranger'))
  })

  for (const role of ['site_admin', 'site_manager', 'auditor', 'member']) {
    it(`gives a ${role} the permissions of each write, item by item`, async () => {
      const username = role.replace('_', '-')
      await api.create('users', { username, site_roles: role === 'member' ? [] : [role] })
      const ask = api.as((await api.create('api_tokens', { user: username })).token)
      const items = [
        { verb: 'create', type: 'organization', body: { name: 'mine' } },
        { verb: 'create', type: 'user', body: { username: 'root', site_roles: ['site_admin'] } },
        { verb: 'update', type: 'user', id: 'admin', body: { suspended: true } },
        { verb: 'put', type: 'org_membership', id: 'acme/alice', body: {} },
        { verb: 'delete', type: 'user', id: 'alice' },
      ]
      const results = await judged(items, ask)
      for (const [index, it] of items.entries())
        expect(lasting(results[index]!), JSON.stringify(it)).to.deep.equal(lasting(await single(it, ask)))
      const refusals = results.filter(({ status }) => status === 403)
      expect(refusals).to.have.length({ site_admin: 0, site_manager: 2, auditor: 5, member: 5 }[role]!)
    })
  }

  it('neither answers from an Idempotency-Key nor uses one up', async () => {
    const key = { 'idempotency-key': 'once' }
    const body = { name: 'keyed' }
    await api.request('POST', path, { items: [{ verb: 'create', type: 'organization', body }] }, key)
    expect((await api.request('POST', '/v1/organizations', { name: 'another' }, key)).status).to.equal(201)
    expect((await api.request('POST', '/v1/organizations', body)).status).to.equal(201)
  })

  it('keeps no row locked once the item is judged, and holds up no writer for longer', async () => {
    await api.create('organizations', { name: 'first' })
    await api.create('organizations', { name: 'second' })
    const update = (id: string) => ({
      verb: 'update',
      type: 'organization',
      id,
      body: { description: 'new' },
    })
    const other = await api.database.connect()
    await other.query('begin')
    await other.query(`select from organization where name = 'second' for update`)
    const asked = api.request('POST', path, { items: [update('first'), update('second')] })
    await until(async () => {
      const waiting = await api.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(waiting).to.have.length(1)
    })
    await other.query(`select from organization where name = 'first' for update nowait`)
    await other.query('rollback')
    await other.end()
    expect((await asked).body.results.map(({ status }: Result) => status)).to.deep.equal([200, 200])
  })

  it('503 as a whole while an item cannot be judged, and says when to send it again', async () => {
    const other = await api.database.connect()
    await other.query('begin')
    await other.query(`select from organization where name = 'acme' for update`)
    const update = { verb: 'update', type: 'organization', id: 'acme', body: { description: 'new' } }
    const { status, headers, body } = await api.request('POST', path, { items: [good, update] })
    expect([status, body.code, headers.get('retry-after')]).to.deep.equal([503, 'busy', '1'])
    await other.query('rollback')
    await other.end()
  }).timeout(15_000)
})
