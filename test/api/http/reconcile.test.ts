// POST …/reconcile: a turn in the clusters now, whatever has changed since the last one.
import { expect } from 'chai'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

describe('POST …/reconcile', () => {
  let api: Api
  beforeEach(async () => {
    api = await startApi()
    await api.create('workspace_providers', { name: 'gpu', namespace: 'gpu' })
    for (const name of ['acme', 'other']) {
      await api.create('organizations', { name })
      const entry = { workspace_provider: 'gpu', organization: name }
      await api.create('workspace_provider_allowlist_entries', entry)
    }
    // As if every turn had been taken.
    await api.database.run('delete from reconcile_queue')
  })
  afterEach(() => api.stop())

  const queue = () =>
    api.database.query(
      `select p.name as provider, coalesce(o.name, q.key) as key, q.shard = coalesce(shard_of(o.id), 0) as sharded
       from reconcile_queue q join workspace_provider p on p.id = q.workspace_provider_id
       left join organization o on o.id = q.key order by 1, 2`,
    )
  const keys = async (...pairs: [provider: string, key: string][]) =>
    expect(await queue()).to.deep.equal(pairs.map(([provider, key]) => ({ provider, key, sharded: true })))

  it('202 of an organization queues it for every provider that it may use, and changes nothing of it', async () => {
    const before = await api.read('organizations/acme')
    const activations = api.activations()
    const { status, body } = await api.request('POST', '/v1/organizations/acme/reconcile')
    expect(status).to.equal(202)
    expect(body).to.deep.include({
      id: before.id,
      generation: before.generation,
      updated_at: before.updated_at,
    })
    await keys(['built-in', 'acme'], ['gpu', 'acme'])
    expect(api.activations()).to.equal(activations + 1)
  })

  it('202 of a provider, also by its id, queues it and all organizations that it has', async () => {
    const { id } = await api.read('workspace_providers/gpu')
    const { status, body } = await api.request('POST', `/v1/workspace_providers/${id}/reconcile`)
    expect([status, body.id]).to.deep.equal([202, id])
    await keys(['gpu', 'acme'], ['gpu', 'other'], ['gpu', 'provider'])
  })

  it('202 again asks again: whoever has begun a turn takes another', async () => {
    const seqs = () => api.database.query<{ seq: number }>('select seq from reconcile_queue order by key')
    await api.request('POST', '/v1/workspace_providers/gpu/reconcile')
    const first = await seqs()
    await api.request('POST', '/v1/workspace_providers/gpu/reconcile')
    const second = await seqs()
    expect(second).to.have.length(3)
    for (const [index, { seq }] of second.entries()) expect(seq).to.be.above(first[index]!.seq)
  })

  it('403 for whoever may not update it, and 404 where nothing is', async () => {
    await api.create('users', { username: 'ann', site_roles: ['auditor'] })
    const { token } = await api.create('api_tokens', { user: 'ann' })
    for (const path of ['workspace_providers/gpu', 'organizations/acme']) {
      const request = ['POST', `/v1/${path}/reconcile`] as const
      await refused(api, [...request], { status: 403, code: 'forbidden' }, api.as(token))
    }
    await refused(api, ['POST', '/v1/organizations/nobody/reconcile'], { status: 404, code: 'not_found' })
    expect(await queue()).to.deep.equal([])
  })
})
