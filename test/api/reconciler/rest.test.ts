// Clusters behind a served API: what REST tells of them, and its deletes.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { type Api, startApi } from '../../support/api.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { until } from '../../support/until.ts'

describe('clusters as REST tells of them', () => {
  let cluster: Cluster
  let api: Api

  before(async function () {
    cluster = await sharedCluster(this)
    api = await startApi({ kubeconfig: cluster.kubeconfig })
    await until(async () => {
      expect((await api.read('workspace_providers/built-in')).status.state).to.equal('ready')
    })
  })
  after(() => api?.stop())

  const wait = { prefer: 'wait=20' }
  const provide = async (namespace: string, more: object = {}) => {
    const { status, body } = await api.request('POST', '/v1/workspace_providers', {
      name: namespace,
      namespace,
      cluster: { server: cluster.server, ca_data: cluster.caData },
      token: cluster.adminToken,
      ...more,
    })
    expect(status, JSON.stringify(body)).to.equal(201)
    return body
  }
  const exists = async (namespace: string) =>
    (await cluster.request('GET', `/api/v1/namespaces/${namespace}`)).status === 200

  it('WP-06 WP-17 a new organization is in built-in without a word of configuration, reconciled when waited for', async () => {
    await api.request('POST', '/v1/organizations', { name: 'acme' })
    const { body } = await api.request('GET', '/v1/organizations/acme', undefined, wait)
    expect(body.reconciled).to.equal(true)
    expect(body.conditions.map((it: { reason: string }) => it.reason)).to.deep.equal(['Synced'])
    expect(await exists(body.namespaces['built-in'])).to.equal(true)
  })

  it('WP-14 a provider is error until it was looked at, and ready when it was', async () => {
    const created = await provide('rest-ready')
    expect(created.status.state).to.equal('error')
    expect(created.status.reason).to.equal('NotProbed')
    expect(created.reconciled).to.equal(false)
    const { body } = await api.request('GET', '/v1/workspace_providers/rest-ready', undefined, wait)
    expect(body.status.state).to.equal('ready')
    expect(body.reconciled).to.equal(true)
  })

  it('WP-15 a provider in trouble says so in its status', async () => {
    await provide('rest-refused', { token: 'wrong' })
    await until(async () => {
      const { body } = await api.request('GET', '/v1/workspace_providers/rest-refused')
      expect(body.status).to.include({ state: 'error', reason: 'CredentialsRefused', reconciling: true })
    })
  })

  it('an empty shared provider is deleted with its namespace: 202, then 404', async () => {
    await provide('rest-empty')
    await api.request('GET', '/v1/workspace_providers/rest-empty', undefined, wait)
    expect(await exists('rest-empty')).to.equal(true)
    const { status, body } = await api.request('DELETE', '/v1/workspace_providers/rest-empty')
    expect(status).to.equal(202)
    expect(body.deleting).to.equal(true)
    await until(async () => {
      expect((await api.request('GET', '/v1/workspace_providers/rest-empty')).status).to.equal(404)
    }, 60_000)
    expect(await exists('rest-empty')).to.equal(false)
  }).timeout(70_000)

  it('an organization is deleted with its namespaces: 202, then 404', async () => {
    const { body } = await api.request('GET', '/v1/organizations/acme')
    expect((await api.request('DELETE', '/v1/organizations/acme')).status).to.equal(202)
    await until(async () => {
      expect((await api.request('GET', '/v1/organizations/acme')).status).to.equal(404)
    }, 60_000)
    expect(await exists(body.namespaces['built-in'])).to.equal(false)
  }).timeout(70_000)
})
