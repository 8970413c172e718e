// The least that a credential must be allowed to do, against a real API server.
import { expect } from 'chai'
import { openCluster } from '../../../api/reconciler/cluster.ts'
import { discover } from '../../../api/reconciler/discover.ts'
import { groupOfVersion, resourceOf } from '../../../api/resources/objects/kinds.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser, type PolicyRule } from '../../support/cluster/cluster-user.ts'
import { leastRules } from '../../support/cluster/least-rules.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'

const escalating: PolicyRule[] = [
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['escalate', 'bind'] },
]

describe('WP-14 the permissions of a provider', () => {
  let cluster: Cluster
  let polder: Reconciling
  let acme: string

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    acme = await polder.addOrganization('acme')
  })
  after(() => polder?.stop())

  const provide = async (name: string, rules: PolicyRule[]) => {
    const { token } = await addUser(cluster, name, rules)
    return polder.addProvider(cluster, { namespace: name, namespace_mode: 'per_organization', token })
  }

  it('WP-18 reach every kind of Kubernetes itself that people keep things in, but Secrets', async () => {
    const tls = { ca: Buffer.from(cluster.caData, 'base64') }
    const headers = async () => ({ authorization: `Bearer ${cluster.adminToken}` })
    const open = openCluster({ server: new URL(cluster.server), tls, headers })
    const { kinds } = await discover(open).finally(open.close)
    const isItsOwn = ({ apiVersion }: { apiVersion: string }) =>
      /^([^.]*|.*\.k8s\.io)$/.test(groupOfVersion(apiVersion))
    const listed = leastRules()
      .filter(({ verbs }) => verbs.includes('list'))
      .flatMap(({ apiGroups, resources }) =>
        apiGroups.flatMap((group) => resources.map((it) => (group ? `${it}.${group}` : it))),
      )
    const unlisted = kinds
      .filter(isItsOwn)
      .map(resourceOf)
      .filter((it) => !listed.includes(it))
    expect(unlisted.toSorted()).to.deep.equal([
      'endpoints',
      'endpointslices.discovery.k8s.io',
      'events.events.k8s.io',
      'leases.coordination.k8s.io',
      'secrets',
    ])
  })

  it('suffice when it may escalate instead', async () => {
    const provider = await provide('escalating', [...leastRules('kept'), ...escalating])
    await polder.synced(await polder.allow(provider, acme))
    await polder.ready(provider)
  })

  it('are found missing before anything is written, when its roles would be refused', async () => {
    const provider = await provide('lacking', leastRules('kept'))
    const entry = await polder.allow(provider, acme)
    await polder.idle()
    const { reason, message } = await polder.condition('workspace_provider', provider, 'Authorized')
    expect(reason).to.equal('PermissionMissing')
    expect(message).to.contain('get events')
    const { written_at } = (await polder.row('workspace_provider_allowlist_entry', entry))!
    expect(written_at).to.equal(null)
  })
})
