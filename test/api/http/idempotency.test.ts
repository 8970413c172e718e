// Idempotency-Key: a create that is sent again is answered again, for a day, to the same token.
import { expect } from 'chai'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('Idempotency-Key', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const post = (body: unknown, key: string, query = '') =>
    api.request('POST', `/v1/organizations${query}`, body, { 'idempotency-key': key })

  it('the 201 is answered again, also after a read', async () => {
    const first = await post({ name: 'once' }, 'key-1')
    await api.read(`organizations/${first.body.id}`)
    const second = await post({ name: 'once' }, 'key-1')
    expect([first.status, second.status]).to.deep.equal([201, 201])
    expect(second.body).to.deep.equal(first.body)
  })

  it('of many at once one creates, and all get its answer', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => post({ name: 'many' }, 'key-many')))
    expect(new Set(all.map((it) => `${it.status} ${it.body.id}`))).to.have.property('size', 1)
    expect((await api.read('organizations?name=many')).items).to.have.length(1)
  })

  it('422 idempotency_mismatch with another body', async () => {
    await post({ name: 'mine' }, 'key-2')
    await refused(api, ['POST', '/v1/organizations', { name: 'other' }, { 'idempotency-key': 'key-2' }], {
      status: 422,
      code: 'idempotency_mismatch',
    })
  })

  it('the key of another token is another key', async () => {
    await post({ name: 'theirs' }, 'key-3')
    const { token } = await api.create('api_tokens', { user: 'admin' })
    const answer = await api.as(token)(
      'POST',
      '/v1/organizations',
      { name: 'ours' },
      { 'idempotency-key': 'key-3' },
    )
    expect([answer.status, answer.body.name]).to.deep.equal([201, 'ours'])
  })

  it('is forgotten after 24 hours, and for what was changed or deleted', async () => {
    const old = await post({ name: 'old' }, 'key-4')
    await api.database.query(
      `update idempotency_key set created_at = now() - interval '25 hours' where key = 'key-4'`,
    )
    await api.database.query(
      `update organization set receipt_expires_at = receipt_expires_at - interval '25 hours' where id = $1`,
      [old.body.id],
    )
    expect((await post({ name: 'old' }, 'key-4')).status).to.equal(409)
    const changed = await post({ name: 'changed' }, 'key-5')
    await api.request('PATCH', `/v1/organizations/${changed.body.id}`, { description: 'x' })
    expect((await post({ name: 'changed' }, 'key-5')).status).to.equal(409)
    await post({ name: 'deleted' }, 'key-6')
    await api.request('DELETE', '/v1/organizations/deleted')
    expect((await post({ name: 'deleted' }, 'key-6')).status).to.equal(201)
  })

  it('a refusal and a dry run use none up', async () => {
    expect((await post({ name: 'default' }, 'key-7')).status).to.equal(409)
    expect((await post({ name: 'tried' }, 'key-7', '?dry_run=true')).status).to.equal(201)
    expect((await post({ name: 'real' }, 'key-7')).status).to.equal(201)
  })

  it('400 malformed for a key that is empty, too long or not ASCII', async () => {
    for (const key of ['', 'x'.repeat(256), 'a b', 'clé']) {
      await refused(api, ['POST', '/v1/organizations', { name: 'x' }, { 'idempotency-key': key }], {
        status: 400,
        code: 'malformed',
      })
    }
  })
})
