// Whatever is sent: a 4xx in words, never a 500, and nothing changed.
import { expect } from 'chai'
import { sampleBody } from '../../../api/http/document/sample.ts'
import type { Route } from '../../../api/http/route.ts'
import { routes } from '../../../api/http/routes.ts'
import { pluralOf, resources } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

const organizations = '/v1/organizations'
const json = { 'content-type': 'application/json' }

const values: unknown[] = [
  null,
  '',
  'x'.repeat(70_000),
  '\u202eevil',
  '\u0000',
  'a\nb',
  "'; drop table organization; --",
  'org_0000000000000000',
  0,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e300,
  true,
  [],
  [[]],
  [null],
  [{}],
  ['\u0000'],
  Array.from({ length: 20_000 }, (_, i) => `x${i}`),
  {},
  { '': '' },
  { a: { b: { c: 1 } } },
  { a: null },
  { 'a\u0000': 'b' },
  { constructor: 1, toString: 'x' },
]

const segments = [
  '%',
  '%zz',
  '%ff',
  '%00',
  'a%00b',
  '%F0%9F%98%80',
  '%ED%A0%80',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%5C',
  '%0d%0aX: y',
  "'",
  '%22',
  '__proto__',
  'constructor',
  'toString',
  'org_',
  '*',
  'a'.repeat(5000),
]

describe('bad input', () => {
  let api: Api
  before(async () => {
    api = await startApi({ rateLimit: 0 })
  })
  after(() => api.stop())

  describe('bodies', () => {
    const bodies: [string, string, RegExp][] = [
      ['nothing', '', /empty/],
      ['broken JSON', '{"name": "acme",', /line 1, column 17/],
      ['a list', '[{"name": "acme"}]', /one JSON object/],
      ['null', 'null', /one JSON object/],
      ['a text', '"acme"', /one JSON object/],
      ['great depth', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /deeper than 32/],
      ['a key twice', '{"name": "acme", "name": "other"}', /"name" appears a second time/],
      ['__proto__', '{"name": "acme", "__proto__": {"deletion_protection": true}}', /__proto__/],
      ['half a character', '{"name": "acme", "description": "\\ud800"}', /surrogate/],
      ['U+0000', '{"name": "acme", "description": "\\u0000"}', /U\+0000/],
      ['an enormous number', '{"name": "acme", "description": 1e9999}', /too large/],
    ]
    for (const [what, body, detail] of bodies) {
      it(`400 malformed for ${what}`, async () => {
        for (const [method, path] of [
          ['POST', organizations],
          ['PATCH', `${organizations}/default`],
          ['PUT', `${organizations}/default`],
        ] as const) {
          await refused(api, [method, path, body, json], { status: 400, code: 'malformed', detail })
        }
      })
    }

    it('400 malformed for what is not UTF-8', async () => {
      const answer = await fetch(api.url + organizations, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${api.token}` },
        body: Buffer.from([...Buffer.from('{"name": "'), 0xff, 0xfe, ...Buffer.from('"}')]),
      })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).to.deep.equal([
        400,
        'malformed',
      ])
    })

    it('413 too_large above 1 MiB, said or not said beforehand; 1 MiB itself is read', async () => {
      const of = (size: number) => `{"name": "acme", "description": "${'x'.repeat(size - 35)}"}`
      expect(of(100).length).to.equal(100)
      await refused(api, ['POST', organizations, of(1_048_577)], { status: 413, code: 'too_large' })
      await refused(api, ['POST', organizations, of(10_000_000)], { status: 413, code: 'too_large' })
      await refused(api, ['POST', organizations, of(1_048_576)], { status: 422, code: 'invalid' })
      const stream = new Blob([of(3_000_000)]).stream()
      const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
      const headers = { ...json, authorization: `Bearer ${api.token}` }
      expect((await fetch(api.url + organizations, { ...init, headers })).status).to.equal(413)
    })

    it('413 too_large for 90,000 keys or values, wherever they stand', async () => {
      const keys = Object.fromEntries(Array.from({ length: 90_000 }, (_, at) => [`k${at}`, 1]))
      for (const body of [keys, { labels: keys }, { allowed_regions: Object.keys(keys) }]) {
        for (const request of [
          ['POST', organizations],
          ['PATCH', `${organizations}/default`],
          ['PUT', `${organizations}/acme`],
        ] as const)
          await refused(api, [...request, { name: 'acme', ...body }], {
            status: 413,
            code: 'too_large',
            detail: /more than 20000 values/,
          })
      }
    })

    it('415 for anything but JSON, and for compressed JSON', async () => {
      const expected = { status: 415, code: 'unsupported_media_type' }
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', '']) {
        await refused(api, ['POST', organizations, '{}', { 'content-type': type }], expected)
      }
      await refused(api, ['POST', organizations, '{}', { ...json, 'content-encoding': 'gzip' }], expected)
    })

    it('JSON with a charset is read', async () => {
      const plain = { 'content-type': 'Application/JSON; charset=utf-8' }
      expect((await api.request('POST', organizations, '{"name": "charset"}', plain)).status).to.equal(201)
    })
  })

  describe('paths', () => {
    it('404 for a path that there is not, also without a token, told apart from an object that there is not', async () => {
      for (const path of [
        '/',
        '/v1',
        '/v1/',
        '/v1/nothing',
        '/v1/organizations/',
        '/v2/organizations',
        '/docs/x/y',
      ]) {
        await refused(api, ['GET', path], { status: 404, code: 'unknown_path' })
        await refused(api, ['GET', path], { status: 404, code: 'unknown_path' }, api.as(''))
      }
    })

    it('405 with Allow for a method that does not work there', async () => {
      const cases: [string, string, string][] = [
        ['DELETE', organizations, 'GET, HEAD, POST'],
        ['POST', `${organizations}/default`, 'GET, HEAD, PATCH, PUT, DELETE'],
        ['PUT', '/v1/org_memberships/mem_0000000000000000', 'GET, HEAD, PATCH, DELETE'],
        ['POST', '/healthz', 'GET, HEAD'],
        ['OPTIONS', organizations, 'GET, HEAD, POST'],
      ]
      for (const [method, path, allow] of cases) {
        const answer = await api.request(method, path)
        expect([answer.status, answer.body.code, answer.headers.get('allow')]).to.deep.equal([
          405,
          'method_not_allowed',
          allow,
        ])
      }
    })
  })

  const isFine = async (method: string, path: string, body?: unknown, headers = {}) => {
    const answer = await api.request(method, path, body, headers)
    const told = `${method} ${path.slice(0, 200)} ${String(JSON.stringify(body)).slice(0, 200)} → ${answer.status}`
    expect(answer.status, told).to.be.below(500)
    if (answer.status < 400) return
    expect(answer.headers.get('content-type'), told).to.equal('application/problem+json')
    expect(answer.body, told).to.include.keys('type', 'title', 'status', 'code', 'detail')
  }

  for (const resource of resources) {
    const plural = pluralOf(resource)
    const names = Object.keys(resource.attributes)

    it(`no value of any attribute of ${resource.name} makes a 500`, async () => {
      const whole = sampleBody(resource)
      const address = resource.singleton
        ? 'deployment'
        : naturalKey(resource)
            .map(() => 'default')
            .join('/')
      for (const name of names) {
        const asked = values.flatMap((value) => [
          isFine('POST', `/v1/${plural}?dry_run=true`, { ...whole, [name]: value }),
          isFine('PATCH', `/v1/${plural}/${address}?dry_run=true`, { [name]: value }),
          isFine('PUT', `/v1/${plural}/${address}?dry_run=true`, { ...whole, [name]: value }),
        ])
        await Promise.all(asked)
      }
    }).timeout(60_000)
  }

  it('no value in an item of a dry run makes a 500, of the request or of the item', async () => {
    const bodies = values.flatMap((value) => [
      { items: value },
      { items: [value] },
      ...['create', 'update', 'put', 'delete'].flatMap((verb) => {
        const whole = { verb, type: 'organization', id: 'default', replaces: 'org_1', body: { name: 'new' } }
        return Object.keys(whole).map((name) => ({ items: [{ ...whole, [name]: value }] }))
      }),
    ])
    const results: { status: number }[] = []
    for (const body of bodies) {
      await isFine('POST', '/v1/dry_runs', body)
      results.push(...((await api.request('POST', '/v1/dry_runs', body)).body.results ?? []))
    }
    expect(results).not.to.have.length(0)
    for (const { status } of results) expect(status).to.be.below(500)
  }).timeout(60_000)

  it('no path makes a 500, on any route', async () => {
    const withParts = (route: Route, part: string) => route.path.replaceAll(/\{\w+\}/g, () => part)
    for (const route of routes.filter((it) => it.path.includes('{'))) {
      const body = route.body ? {} : undefined
      await Promise.all(segments.map((part) => isFine(route.method, withParts(route, part), body)))
    }
  }).timeout(60_000)

  it('no query makes a 500, on any route', async () => {
    const queries = [
      '%',
      'limit=%ff',
      'a=%00',
      '=',
      '&&=&',
      `x=${'y'.repeat(20_000)}`,
      '%00=1',
      'name=%00',
      'id=%00',
    ]
    for (const route of routes) {
      const path = route.path.replaceAll(/\{\w+\}/g, 'default')
      const many = [...queries, ...route.parameters.map(({ name }) => `${name}=%F0%9F%98%80`)]
      await Promise.all(many.map((it) => isFine(route.method, `${path}?${it}`, route.body ? {} : undefined)))
    }
  }).timeout(60_000)

  it('422 for an id given more often than 500 times', async () => {
    const path = `${organizations}?${'id=a&'.repeat(12_000)}`
    await refused(api, ['GET', path], { status: 422, code: 'invalid', attribute: 'id', detail: /500 times/ })
  })

  it('no header makes a 500', async () => {
    const names = [
      'if-match',
      'if-none-match',
      'idempotency-key',
      'prefer',
      'x-request-id',
      'accept',
      'authorization',
    ]
    const contents = [
      '',
      '"',
      '"1',
      'é',
      '*, *',
      'wait=',
      'wait=-1',
      'wait=99999999999999',
      'x'.repeat(9000),
      '"1.1"\t',
    ]
    for (const name of names) {
      for (const content of contents) {
        await isFine('GET', `${organizations}/default`, undefined, { [name]: content })
        await isFine('POST', `${organizations}?dry_run=true`, { name: 'x' }, { [name]: content })
        await isFine('PATCH', `${organizations}/default?dry_run=true`, {}, { [name]: content })
      }
    }
  })

  it('the server is still well after all of it', async () => {
    expect((await api.request('GET', '/readyz')).status).to.equal(200)
    expect(api.logged().includes('for a reason of our own'), 'a defect was logged').to.equal(false)
  })
})
