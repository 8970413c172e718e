// The generation in the clusters: a script that waits for it after a write comes to an end, with clusters and without.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { inClusters } from '../../support/database/in-clusters.ts'
import { until } from '../../support/until.ts'

/** One row of each kind that a cluster is concerned with, as its path and a change, which reaches clusters or does not. */
const rowsOf = async (api: Api, name: string) => {
  await api.create('organizations', { name })
  for (const role of ['reader', 'writer']) {
    await api.create('custom_roles', { organization: name, name: role, permissions: [] })
  }
  await api.create('org_quotas', { organization: name, scope: 'member', limits: { cpu: '1' } })
  return [
    [`organizations/${name}`, { description: 'changed' }, false],
    [`custom_roles/${name}/reader`, { description: 'changed' }, false],
    [`custom_roles/${name}/writer`, { every_member: true }, true],
    [`org_quotas/${name}/member`, { limits: { cpu: '2' } }, true],
  ] as const
}

const holds = ({ observed_generation, generation, reconciled }: Body) => {
  // What is reconciled is nowhere at an earlier generation, whenever it is read.
  if (reconciled) expect(observed_generation).to.equal(generation)
  expect(observed_generation).to.be.at.most(generation)
  return observed_generation >= generation
}

describe('observed_generation', () => {
  describe('without any cluster', () => {
    let api: Api
    before(async () => {
      api = await startApi()
    })
    after(() => api.stop())

    it('S22 equals the generation after every write, and everything is reconciled', async () => {
      for (const [path, change] of await rowsOf(api, 'acme')) {
        expect(await api.read(path), path).to.include({
          generation: 1,
          observed_generation: 1,
          reconciled: true,
        })
        const { body } = await api.request('PATCH', `/v1/${path}`, change)
        expect(body, path).to.include({ generation: 2, observed_generation: 2, reconciled: true })
      }
      for (const path of [
        'workspace_providers/built-in',
        'workspace_provider_allowlist_entries/built-in/acme',
      ])
        expect(await api.read(path), path).to.include({
          generation: 1,
          observed_generation: 1,
          reconciled: true,
        })
    })

    it('S22 equals the generation where the organization is on no allowlist', async () => {
      await api.create('organizations', { name: 'unlisted' })
      await api.request('DELETE', '/v1/workspace_provider_allowlist_entries/built-in/unlisted')
      await api.request('PATCH', '/v1/organizations/unlisted', { description: 'changed' })
      expect(await api.read('organizations/unlisted')).to.include({ generation: 2, observed_generation: 2 })
    })

    /** An organization, and a provider out of reach whose allowlist it is on; both are called so. */
    const outOfReach = async (name: string) => {
      const cluster = { server: 'https://127.0.0.1:1' }
      await api.create('organizations', { name })
      await api.create('workspace_providers', { name, namespace: name, cluster, token: 'x' })
      await api.create('workspace_provider_allowlist_entries', {
        workspace_provider: name,
        organization: name,
      })
    }

    it('S22 equals the generation where its only provider is out of reach, which is behind itself', async () => {
      await outOfReach('dead')
      expect(await api.read('organizations/dead')).to.include({ generation: 1, observed_generation: 1 })
      expect(await api.read('workspace_provider_allowlist_entries/dead/dead')).to.include({
        generation: 1,
        observed_generation: 1,
        reconciled: true,
      })
      expect(await api.read('workspace_providers/dead')).to.include({
        generation: 1,
        observed_generation: 0,
        reconciled: false,
      })
    })

    it('304 for the ETag of an answer that holds it, until a cluster counts that has nothing yet', async () => {
      await outOfReach('revived')
      const { headers } = await api.request('GET', '/v1/organizations/revived')
      const condition = { 'if-none-match': headers.get('etag')! }
      const again = () => api.request('GET', '/v1/organizations/revived', undefined, condition)
      expect((await again()).status).to.equal(304)
      await inClusters(api.database).ready('revived')
      const { status, body } = await again()
      expect(status).to.equal(200)
      expect(body).to.include({ generation: 1, observed_generation: 0, reconciled: false })
    })
  })

  describe('with a cluster', () => {
    let cluster: Cluster
    let api: Api
    before(async function () {
      cluster = await sharedCluster(this)
      api = await startApi({ kubeconfig: cluster.kubeconfig })
      await until(async () =>
        expect((await api.read('workspace_providers/built-in')).status.state).to.equal('ready'),
      )
    })
    after(() => api?.stop())

    it('S22 is behind until the cluster has what was written that reaches it, and reaches the generation then', async () => {
      const rows = await rowsOf(api, 'acme')
      for (const [path, change, reaches] of rows) {
        await until(async () => expect(holds(await api.read(path)), path).to.equal(true))
        const { body } = await api.request('PATCH', `/v1/${path}`, change)
        const expected = { generation: 2, observed_generation: reaches ? 1 : 2, reconciled: !reaches }
        expect(body, path).to.include(expected)
        await until(async () => expect(holds(await api.read(path)), path).to.equal(true))
        expect(await api.read(path), path).to.include({ observed_generation: 2, reconciled: true })
      }
    })
  })
})
