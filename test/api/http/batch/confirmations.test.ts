// POST /v1/confirmations: whose creates it confirms, and what it leaves as it was.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { refused } from '../../../support/refusal.ts'

const path = '/v1/confirmations'

describe('S9 POST /v1/confirmations', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const statusOf = async (plural: string, body: Body) =>
    (await api.request('POST', `/v1/${plural}`, body)).status

  it('422 invalid for no ids, too many, one twice, and what is no id', async () => {
    const ids = Array.from({ length: 501 }, (_, at) => `org_${String(at).padStart(16, '0')}`)
    const wrong: [Body, string][] = [
      [{}, 'ids'],
      [{ ids: null }, 'ids'],
      [{ ids: 'org_aaaaaaaaaaaaaaaa' }, 'ids'],
      [{ ids }, 'ids'],
      [{ ids: ['acme'] }, 'ids[0]'],
      [{ ids: [ids[0], ids[0]] }, 'ids[1]'],
    ]
    for (const [body, attribute] of wrong)
      await refused(api, ['POST', path, body], { status: 422, code: 'invalid', attribute })
    await refused(api, ['POST', path, { ids: [], id: 'x' }], { status: 422, code: 'unknown_attribute' })
  })

  it('204 for 500 ids of any types, of nothing, and for none at all, however often', async () => {
    const body = { name: 'mixed' }
    const { id } = await api.create('organizations', body)
    const user = await api.create('users', { username: 'mixed' })
    const none = Array.from({ length: 498 }, (_, at) => `org_${String(at).padStart(16, '0')}`)
    for (const ids of [[], [id, user.id, ...none], [id, user.id, ...none]])
      expect((await api.request('POST', path, { ids })).status).to.equal(204)
    expect(await statusOf('organizations', body)).to.equal(409)
    expect(await statusOf('users', { username: 'mixed' })).to.equal(409)
  })

  it('204 to whoever did not create the object, whose creator finds it still', async () => {
    await api.create('users', { username: 'member' })
    const { token } = await api.create('api_tokens', { user: 'member' })
    const body = { name: 'not-theirs' }
    const { id } = await api.create('organizations', body)
    const answer = await api.as(token)('POST', path, { ids: [id] })
    expect([answer.status, answer.body.text]).to.deep.equal([204, ''])
    expect(await statusOf('organizations', body)).to.equal(200)
  })

  it('changes nothing that anybody sees, and wakes nobody', async () => {
    const { id } = await api.create('organizations', { name: 'seen' })
    const seen = async () => {
      const { body, headers } = await api.request('GET', `/v1/organizations/${id}`)
      return { body, etag: headers.get('etag') }
    }
    const before = [await seen(), api.activations()]
    await api.request('POST', path, { ids: [id] })
    expect([await seen(), api.activations()]).to.deep.equal(before)
  })
})
