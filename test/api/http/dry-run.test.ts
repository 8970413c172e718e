// ?dry_run=true: the same code, the same refusals, the same answer, and nothing stored or set going.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { inClusters } from '../../support/database/in-clusters.ts'
import { refused } from '../../support/refusal.ts'

describe('a dry run', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    await api.create('organizations', { name: 'acme', description: 'as it was' })
  })
  after(() => api.stop())

  const dryRun = async (method: string, path: string, body?: Body) => {
    const before = await api.rows()
    const activations = api.activations()
    const answer = await api.request(method, `${path}?dry_run=true`, body)
    expect(await api.rows(), `${method} ${path}`).to.deep.equal(before)
    expect(api.activations()).to.equal(activations)
    return answer
  }

  it('of a POST answers 201 with what would be stored, and no place', async () => {
    const { status, headers, body } = await dryRun('POST', '/v1/organizations', {
      name: 'new',
      labels: { a: 'b' },
    })
    expect(status).to.equal(201)
    expect(headers.get('location')).to.equal(null)
    expect(body).to.deep.include({ name: 'new', display_name: 'new', labels: { a: 'b' }, generation: 1 })
    const real = await api.request('POST', '/v1/organizations', { name: 'new', labels: { a: 'b' } })
    const varying = ['id', 'created_at', 'updated_at']
    for (const name of varying) delete body[name]
    expect(real.body).to.deep.include(body)
  })

  it('of a PATCH and of a PUT answers what it would be', async () => {
    const { id } = await api.read('organizations/acme')
    const changed = await dryRun('PATCH', `/v1/organizations/${id}`, { name: 'renamed' })
    expect([changed.status, changed.body.name, changed.body.generation]).to.deep.equal([200, 'renamed', 2])
    const put = await dryRun('PUT', '/v1/organizations/acme', {})
    expect([put.status, put.body.description]).to.deep.equal([200, ''])
    expect((await dryRun('PUT', '/v1/organizations/other', {})).status).to.equal(201)
  })

  it('of a DELETE answers 204, or 202 where clusters are concerned', async () => {
    expect((await dryRun('DELETE', '/v1/organizations/acme')).status).to.equal(204)
    await inClusters(api.database).written()
    const { status, body } = await dryRun('DELETE', '/v1/organizations/acme')
    expect([status, body.deleting]).to.deep.equal([202, true])
  })

  it('is refused exactly as the real thing', async () => {
    const requests: [string, string, Body?][] = [
      ['POST', '/v1/organizations', { name: 'acme' }],
      ['POST', '/v1/organizations', { name: 'Acme' }],
      ['POST', '/v1/org_memberships', { user: 'nobody' }],
      ['DELETE', '/v1/organizations/default'],
      ['DELETE', '/v1/workspace_providers/built-in'],
      ['PATCH', '/v1/organizations/nobody', {}],
      ['POST', '/v1/deployments', {}],
    ]
    for (const [method, path, body] of requests) {
      const tried = await dryRun(method, path, body)
      const real = await api.request(method, path, body)
      expect(tried.body, `${method} ${path}`).to.deep.equal(real.body)
      expect(real.status).to.be.within(400, 499)
    }
  })

  it('false means a real run, and anything else is refused', async () => {
    expect((await api.request('POST', '/v1/organizations?dry_run=false', { name: 'real' })).status).to.equal(
      201,
    )
    for (const value of ['', '1', 'True', 'yes']) {
      await refused(api, ['POST', `/v1/organizations?dry_run=${value}`, { name: 'x' }], {
        status: 422,
        code: 'invalid',
        attribute: 'dry_run',
      })
    }
  })

  it('a real write is told to the reconciler', async () => {
    const before = api.activations()
    await api.create('organizations', { name: 'told' })
    expect(api.activations()).to.equal(before + 1)
  })
})
