// Conditional requests: a writer is stopped only by another writer, a reader hears of every news.
import { expect } from 'chai'
import { type Api, startApi } from '../../support/api.ts'
import { inClusters } from '../../support/database/in-clusters.ts'
import { refused } from '../../support/refusal.ts'

describe('conditional requests', () => {
  let api: Api
  let path: string
  before(async () => {
    api = await startApi()
    path = `/v1/organizations/${(await api.create('organizations', { name: 'acme' })).id}`
  })
  after(() => api.stop())

  const etag = async () => (await api.request('GET', path)).headers.get('etag')!
  const news = () => inClusters(api.database).ready('built-in')

  it('every answer with an item carries its ETag, and HEAD answers like GET', async () => {
    const read = await api.request('GET', path)
    expect(read.headers.get('etag')).to.match(/^"\d+\.\d+"$/)
    const head = await api.request('HEAD', path)
    expect([head.status, head.headers.get('etag'), head.body.text]).to.deep.equal([
      200,
      read.headers.get('etag'),
      '',
    ])
    const changed = await api.request('PATCH', path, { description: 'changed' })
    expect(changed.headers.get('etag')).to.equal(await etag())
  })

  it('304 for If-None-Match while nothing is newer, in every spelling', async () => {
    const current = await etag()
    for (const header of [current, `W/${current}`, `"9.9", ${current}`, '*']) {
      const answer = await api.request('GET', path, undefined, { 'if-none-match': header })
      expect([answer.status, answer.body.text], header).to.deep.equal([304, ''])
    }
    const answer = await api.request('GET', path, undefined, { 'if-none-match': '"9.9"' })
    expect(answer.status).to.equal(200)
  })

  it('a new condition never hides behind 304', async () => {
    const before = await etag()
    await news()
    const answer = await api.request('GET', path, undefined, { 'if-none-match': before })
    expect(answer.status).to.equal(200)
  })

  it('412 stale for every write with If-Match of another generation', async () => {
    const before = await etag()
    await api.request('PATCH', path, { description: 'by another writer' })
    const expected = { status: 412, code: 'stale' }
    const headers = { 'if-match': before }
    await refused(api, ['PATCH', path, { description: 'x' }, headers], expected)
    await refused(api, ['PUT', '/v1/organizations/acme', {}, headers], expected)
    await refused(api, ['DELETE', path, undefined, headers], expected)
  })

  it('the reconciler never makes a writer fail: If-Match compares the generation only', async () => {
    const before = await etag()
    await news()
    const answer = await api.request('PATCH', path, { description: 'mine' }, { 'if-match': before })
    expect(answer.status).to.equal(200)
  })

  it('one of two writers who have read the same is refused', async () => {
    const headers = { 'if-match': await etag() }
    const both = ['a', 'b', 'c'].map((description) => api.request('PATCH', path, { description }, headers))
    expect((await Promise.all(both)).map((it) => it.status).sort()).to.deep.equal([200, 412, 412])
  })

  it('412 stale for a PUT with If-Match of a key that nothing has: it never creates (RFC 9110, 13.1.1)', async () => {
    for (const header of ['*', '"1.0"']) {
      await refused(api, ['PUT', '/v1/organizations/nobody', {}, { 'if-match': header }], {
        status: 412,
        code: 'stale',
        detail: /^No organization has the key `nobody`, .* To create the object, leave out `If-Match`\.$/,
      })
    }
    expect((await api.read('organizations?name=nobody')).items).to.deep.equal([])
  })

  it('404 for any other write of what is not there, and 200 for one with If-Match: * of what is', async () => {
    const headers = { 'if-match': '*' }
    for (const method of ['PATCH', 'DELETE']) {
      await refused(api, [method, '/v1/organizations/nobody', {}, headers], {
        status: 404,
        code: 'not_found',
      })
    }
    await refused(api, ['PUT', '/v1/deployments/nobody', {}, headers], { status: 404, code: 'not_found' })
    for (const method of ['PATCH', 'PUT']) {
      expect((await api.request(method, '/v1/organizations/acme', {}, headers)).status).to.equal(200)
    }
  })

  it('400 malformed for an If-Match that is no ETag', async () => {
    for (const header of ['1', '"x"', '1.0', '"1.0", "2.0"', '"99999999999999.0"', '""']) {
      await refused(api, ['PATCH', path, {}, { 'if-match': header }], { status: 400, code: 'malformed' })
    }
  })

  it('a change to the same values is none: neither generation nor updated_at move', async () => {
    const before = (await api.request('PATCH', path, { description: 'same' })).body
    expect((await api.request('PATCH', path, { description: 'same', labels: {} })).body).to.deep.equal(before)
    const moved = (await api.request('PATCH', path, { description: 'another' })).body
    expect(moved.generation).to.equal(before.generation + 1)
    expect(moved.updated_at > before.updated_at).to.equal(true)
  })
})
