// Orphans: an apply killed between its POST and its state finds its own object; two owners by mistake do not.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('a POST whose key is taken', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    await api.create('organizations', { name: 'acme' })
    await api.create('users', { username: 'alice' })
  })
  after(() => api.stop())

  const post = (body: Body) => api.request('POST', '/v1/organizations', body)

  it('200 with the object when the same token made it with the same body', async () => {
    const { body } = await post({ name: 'lost', labels: { a: '1', b: '2' } })
    const again = await post({ labels: { b: '2', a: '1' }, name: 'lost' })
    expect([again.status, again.body]).to.deep.equal([200, body])
  })

  it('200 for relations and quotas as well', async () => {
    const bodies: [string, Body][] = [
      ['org_memberships', { organization: 'acme', user: 'alice', roles: ['organization_manager'] }],
      ['org_quotas', { organization: 'acme', scope: 'member', limits: { cpu: '1' } }],
      ['users', { username: 'bob', email: 'Bob@example.com' }],
    ]
    for (const [plural, body] of bodies) {
      const { id } = await api.create(plural, body)
      const again = await api.request('POST', `/v1/${plural}`, body)
      expect([again.status, again.body.id], plural).to.deep.equal([200, id])
    }
  })

  const spoils: [string, (id: string) => Promise<unknown>][] = [
    ['somebody read it by id', (id) => api.read(`organizations/${id}`)],
    ['somebody listed it by id', (id) => api.read(`organizations?id=${id}`)],
    [
      'somebody read it by name',
      async (id) => api.read(`organizations/${(await api.read(`organizations/${id}`)).name}`),
    ],
    [
      'somebody changed it',
      (id) => api.request('PATCH', `/v1/organizations/${id}`, { description: 'theirs' }),
    ],
  ]
  for (const [what, spoil] of spoils) {
    it(`409 when ${what} since`, async () => {
      const body = { name: `spoiled-${spoils.findIndex((it) => it[0] === what)}` }
      await spoil((await post(body)).body.id)
      await refused(api, ['POST', '/v1/organizations', body], { status: 409, code: 'taken' })
    })
  }

  it('409 with another body, and with another token', async () => {
    await post({ name: 'own', description: 'one' })
    const body = { name: 'own', description: 'two' }
    await refused(api, ['POST', '/v1/organizations', body], { status: 409, code: 'taken' })
    const { token } = await api.create('users/admin/tokens', {})
    const request = ['POST', '/v1/organizations', { name: 'own', description: 'one' }] as const
    await refused(api, [...request], { status: 409, code: 'taken' }, api.as(token))
  })

  it('200 still after a plain list, and after a poll of its own wait', async () => {
    const { id } = (await post({ name: 'waited' })).body
    await api.read('organizations?limit=500')
    await api.read('organizations?name=waited')
    await api.request('GET', `/v1/organizations/${id}`, undefined, { prefer: 'wait=1' })
    expect((await post({ name: 'waited' })).status).to.equal(200)
  })
})
