// A local control plane is a real cluster: it authenticates, it cleans up, it survives an outage.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { clusterRequest } from '../../../examples/local/cluster/cluster-request.ts'
import { secondCluster, sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser, removeUser, tokenUntil } from '../../support/cluster/cluster-user.ts'
import { until } from '../../support/until.ts'

const namespaces = '/api/v1/namespaces'
const readNamespaces = [{ apiGroups: [''], resources: ['namespaces'], verbs: ['get', 'list'] }]

describe('a local control plane', () => {
  let cluster: Cluster
  before(async function () {
    cluster = await secondCluster(this)
  })

  const whoAmI = async (credential: { token?: string; certificate?: string; key?: string }) => {
    const { server, caData } = cluster
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews'
    const { status, body } = await clusterRequest({ server, caData, ...credential }, 'POST', path, {})
    return status === 201 ? body.status.userInfo : status
  }

  it('401 for a token it does not know, and the administrator for its own', async () => {
    expect(await whoAmI({ token: 'stranger' })).to.equal(401)
    const { username, groups } = await whoAmI({ token: cluster.adminToken })
    expect(username).to.equal('polder-admin')
    expect(groups).to.include('system:masters')
  })

  it('is refused by a client that trusts another authority', async function () {
    const other = await sharedCluster(this)
    const wrong = { server: cluster.server, caData: other.caData, token: cluster.adminToken }
    const failure = await clusterRequest(wrong, 'GET', '/version').catch((error) => error.code)
    expect(failure).to.match(/CERT|SIGNATURE/)
  })

  it('401 for an expired client certificate; a good one is its common name and its groups', async () => {
    const past = new Date(Date.now() - 60_000)
    expect(await whoAmI(await cluster.issueClientCertificate('late', [], past))).to.equal(401)
    const { username, groups } = await whoAmI(await cluster.issueClientCertificate('ada', ['devs', 'ops']))
    expect(username).to.equal('ada')
    expect(groups).to.include.members(['devs', 'ops'])
  })

  it('401 for an expired token, 403 beyond the rules of a user, 200 within them', async () => {
    const user = await addUser(cluster, 'reader', readNamespaces)
    const inAnHour = await tokenUntil(cluster, user, new Date(Date.now() + 3_600_000))
    const aMinuteAgo = await tokenUntil(cluster, user, new Date(Date.now() - 60_000))
    expect(await whoAmI({ token: aMinuteAgo })).to.equal(401)
    expect((await whoAmI({ token: inAnHour })).username).to.equal(user.user)
    expect((await cluster.request('GET', '/api/v1/secrets', undefined, user.token)).status).to.equal(403)
    expect((await cluster.request('GET', namespaces, undefined, user.token)).status).to.equal(200)
    await removeUser(cluster, user)
  })

  it('deletes a namespace with all that is in it', async () => {
    const name = 'short-lived'
    expect((await cluster.request('POST', namespaces, { metadata: { name } })).status).to.equal(201)
    const map = { metadata: { name: 'a' }, data: { b: 'c' } }
    await cluster.request('POST', `${namespaces}/${name}/configmaps`, map)
    await cluster.request('DELETE', `${namespaces}/${name}`)
    await until(async () => {
      const { status } = await cluster.request('GET', `${namespaces}/${name}`)
      expect(status, 'the namespace is still there').to.equal(404)
    }, 15_000)
  })

  it('answers kubectl, and passes on what kubectl complains of', async () => {
    expect(await cluster.runKubectl(['get', 'namespaces', '-o', 'name'])).to.contain('namespace/default')
    const failure = await cluster.runKubectl(['get', 'nonsense']).catch((error) => error.message)
    expect(failure).to.contain('the server doesn\'t have a resource type "nonsense"')
  })

  it('stands beside a second one that knows nothing of it', async function () {
    const other = await sharedCluster(this)
    const metadata = { name: 'only-here' }
    await cluster.request('POST', namespaces, { metadata })
    expect((await other.request('GET', `${namespaces}/only-here`)).status).to.equal(404)
    expect(other.server).to.not.equal(cluster.server)
    await cluster.request('DELETE', `${namespaces}/only-here`)
  })
})
