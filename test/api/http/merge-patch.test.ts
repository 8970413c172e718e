// PATCH over REST is the merge patch of RFC 7396: what it leaves, takes and refuses.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'
import { seeded } from '../../support/seeded.ts'

const pem = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'
const mergeType = { 'content-type': 'application/merge-patch+json' }
const json = { 'content-type': 'application/json' }

// The pseudo-code of RFC 7396, section 2, word for word.
const MergePatch = (Target: unknown, Patch: unknown): unknown => {
  if (typeof Patch !== 'object' || Patch === null || Array.isArray(Patch)) return Patch
  const isObject = typeof Target === 'object' && Target !== null && !Array.isArray(Target)
  const Merged: Body = isObject ? structuredClone(Target) : {}
  for (const [Name, Value] of Object.entries(Patch)) {
    if (Value === null) {
      if (Name in Merged) delete Merged[Name]
    } else Merged[Name] = MergePatch(Merged[Name], Value)
  }
  return Merged
}

describe('a merge patch over REST', function () {
  this.timeout(60_000)
  let api: Api
  let count = 0
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const organization = async (labels: Body) =>
    `/v1/organizations/${(await api.create('organizations', { name: `m-${++count}`, labels })).id}`
  const quota = async (limits: Body) => {
    const { name } = await api.create('organizations', { name: `m-${++count}` })
    return `/v1/org_quotas/${(await api.create('org_quotas', { organization: name, scope: 'member', limits })).id}`
  }
  const provider = async (more: Body = {}) =>
    `/v1/workspace_providers/${(await api.create('workspace_providers', { name: `m-${++count}`, namespace: `m-${count}`, ...more })).id}`
  const patch = async (path: string, body: unknown, headers = json) => {
    const answer = await api.request('PATCH', path, body, headers)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
    return answer.body
  }

  it('S6 setting one limit of a quota leaves the others, whichever of the two media types says it', async () => {
    const path = await quota({ cpu: '16', memory: '64Gi', workspaces: 3 })
    for (const [cpu, headers] of [
      ['8', json],
      ['4', mergeType],
      ['2', { 'content-type': 'Application/Merge-Patch+JSON; charset=utf-8' }],
    ] as const) {
      expect((await patch(path, { limits: { cpu } }, headers)).limits).to.deep.equal({
        cpu,
        memory: '64Gi',
        workspaces: 3,
      })
    }
  })

  it('S6 null takes one limit away, and the last one is refused', async () => {
    const path = await quota({ cpu: '16', memory: '64Gi' })
    expect((await patch(path, { limits: { memory: null, gpu: null } })).limits).to.deep.equal({ cpu: '16' })
    const expected = { status: 422, code: 'invalid', attribute: 'limits', detail: /at least one/ }
    await refused(api, ['PATCH', path, { limits: { cpu: null } }], expected)
    expect((await patch(path, { limits: { cpu: null, gpu: '1' } })).limits).to.deep.equal({ gpu: '1' })
    expect((await patch(path, { limits: {} })).limits).to.deep.equal({ gpu: '1' })
    await refused(api, ['PATCH', path, { limits: null }], { ...expected, detail: /cannot be null/ })
  })

  it('S6 a key of a map is added, changed and taken away beside the others; null resets the map', async () => {
    const path = await organization({ a: '1', b: '2', c: '' })
    const merged = await patch(path, { labels: { a: 'one', b: null, d: '4', 'never/there': null } })
    expect(merged.labels).to.deep.equal({ a: 'one', c: '', d: '4' })
    expect((await patch(path, { labels: null })).labels).to.deep.equal({})
  })

  it('S6 an object is made of a patch where there is none, without its nulls', async () => {
    const path = await provider()
    const server = 'https://203.0.113.1:6443'
    expect((await patch(path, { cluster: { server, ca_data: null } })).cluster).to.deep.equal({ server })
    expect((await patch(path, { cluster: { ca_data: pem } })).cluster).to.deep.equal({ server, ca_data: pem })
    expect((await patch(path, { cluster: { ca_data: null } })).cluster).to.deep.equal({ server })
    expect((await patch(path, { cluster: null })).cluster).to.equal(null)
  })

  it('S6 a required member of an object is neither missing nor null', async () => {
    const expected = { status: 422, code: 'invalid', attribute: 'cluster.server' }
    const none = await provider()
    await refused(api, ['PATCH', none, { cluster: {} }], expected)
    await refused(api, ['PATCH', none, { cluster: { ca_data: pem } }], expected)
    const some = await provider({ cluster: { server: 'https://203.0.113.1:6443', ca_data: pem } })
    await refused(api, ['PATCH', some, { cluster: { server: null } }], expected)
    await refused(api, ['PATCH', some, { cluster: { server: null, ca_data: null } }], expected)
  })

  it('S6 a set is set whole: the objects in it are not merged', async () => {
    const path = await provider({ tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }] })
    const tolerations = [{ key: 'gpu', operator: 'Exists', effect: null }]
    expect((await patch(path, { tolerations })).tolerations).to.deep.equal([
      { key: 'gpu', operator: 'Exists' },
    ])
    await refused(api, ['PATCH', path, { tolerations: [null] }], {
      status: 422,
      code: 'invalid',
      attribute: 'tolerations[0]',
    })
  })

  it('422 with its path for what has not the shape, also where null would take it away', async () => {
    const org = await organization({ a: '1' })
    const quo = await quota({ cpu: '1' })
    const invalid = { status: 422, code: 'invalid' }
    for (const [path, body, attribute] of [
      [org, { labels: { a: 7 } }, 'labels["a"]'],
      [org, { labels: { a: { b: null } } }, 'labels["a"]'],
      [org, { labels: { 'no spaces': null } }, 'labels["no spaces"]'],
      [org, { labels: ['a'] }, 'labels'],
      [quo, { limits: { cpu: { a: null } } }, 'limits.cpu'],
      [quo, { limits: { gpu: '500m' } }, 'limits.gpu'],
      [quo, { limits: 'none' }, 'limits'],
    ] as const) {
      await refused(api, ['PATCH', path, body], { ...invalid, attribute })
    }
    const unknown = { status: 422, code: 'unknown_attribute', attribute: 'limits.cpus' }
    await refused(api, ['PATCH', quo, { limits: { cpus: null } }], unknown)
  })

  it('422 where the merged map has too many entries; as many may go as come', async () => {
    const many = (prefix: string, value: string | null) =>
      Object.fromEntries([...Array(64).keys()].map((at) => [`${prefix}${at}`, value]))
    const path = await organization(many('a', ''))
    await refused(api, ['PATCH', path, { labels: { one: 'more' } }], {
      status: 422,
      code: 'invalid',
      attribute: 'labels',
      detail: /at most 64/,
    })
    const swapped = await patch(path, { labels: { ...many('a', null), ...many('b', '') } })
    expect(swapped.labels).to.deep.equal(many('b', ''))
  })

  it('S6 a merge that changes nothing moves neither generation nor updated_at', async () => {
    const path = await quota({ cpu: '1', memory: '1Gi' })
    const before = await patch(path, {})
    for (const limits of [{}, { cpu: '1000m' }, { storage: null }, { memory: '1024Mi', gpu: null }]) {
      expect(await patch(path, { limits })).to.deep.equal(before)
    }
  })

  it('S6 ten writers of one map at the same moment lose nothing of each other', async () => {
    const path = await organization({ before: 'x' })
    const callers = [...Array(10).keys()]
    await Promise.all(callers.map((at) => patch(path, { labels: { [`k${at}`]: `${at}` } })))
    const { labels, generation } = (await api.request('GET', path)).body
    const written = Object.fromEntries(callers.map((at) => [`k${at}`, `${at}`]))
    expect(labels).to.deep.equal({ before: 'x', ...written })
    expect(generation).to.equal(11)
  })

  it('a dry run answers the merged whole, and stores nothing', async () => {
    const path = await quota({ cpu: '1', memory: '1Gi' })
    const before = await api.rows()
    const { limits } = await patch(`${path}?dry_run=true`, { limits: { cpu: '2' } })
    expect(limits).to.deep.equal({ cpu: '2', memory: '1Gi' })
    expect(await api.rows()).to.deep.equal(before)
  })

  it('422 for a null entry of a map in POST and PUT, which give the whole', async () => {
    const expected = {
      status: 422,
      code: 'invalid',
      attribute: 'labels["a"]',
      detail: /leave its key out\.$/,
    }
    await refused(api, ['POST', '/v1/organizations', { name: 'new', labels: { a: null } }], expected)
    await refused(api, ['PUT', '/v1/organizations/new', { labels: { a: null } }], expected)
  })

  it('415 for a merge patch that is no PATCH', async () => {
    const expected = { status: 415, code: 'unsupported_media_type', detail: /A merge patch goes with PATCH/ }
    await refused(api, ['POST', '/v1/organizations', { name: 'new' }, mergeType], expected)
    await refused(api, ['PUT', '/v1/organizations/new', {}, mergeType], expected)
    await refused(api, ['PATCH', await organization({}), '{}', { 'content-type': 'text/plain' }], {
      ...expected,
      detail: /`Content-Type: application\/json` or `Content-Type: application\/merge-patch\+json`/,
    })
  })

  /** The rows of Appendix A that a map of text can hold. */
  const appendix: [Body, Body | null, Body][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: 'foo' }, null, {}],
  ]
  for (const [original, change, result] of appendix) {
    it(`S6 RFC 7396, Appendix A: ${[original, change, result].map((it) => JSON.stringify(it)).join(' ')}`, async () => {
      const path = await organization(original)
      expect((await patch(path, { labels: change })).labels).to.deep.equal(result)
    })
  }

  it('S6 three hundred random merges of a map and of an object are those of RFC 7396', async () => {
    const next = seeded(7396)
    const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!
    const document = (keys: readonly string[], values: readonly unknown[]): Body =>
      Object.fromEntries(keys.filter(() => next() < 0.5).map((key) => [key, pick(values)]))
    const keys = ['a', 'b', 'c', 'example.com/d', 'constructor', 'toString']
    const org = await organization({})
    const quo = await quota({ workspaces: 1 })
    let labels: unknown = {}
    let limits: unknown = { workspaces: 1 }
    for (let round = 0; round < 150; round += 1) {
      const change = document(keys, ['', '1', '2', null, null])
      labels = MergePatch(labels, change)
      expect((await patch(org, { labels: change })).labels, JSON.stringify(change)).to.deep.equal(labels)
      const limit = { ...document(['cpu', 'memory', 'storage', 'gpu'], ['1', '2', null]), workspaces: round }
      limits = MergePatch(limits, limit)
      expect((await patch(quo, { limits: limit })).limits, JSON.stringify(limit)).to.deep.equal(limits)
    }
  })
})
