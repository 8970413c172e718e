// The least that a credential must be allowed to do, against a real API server.
import { expect } from 'chai'
import { openCluster } from '../../../api/reconciler/cluster/cluster.ts'
import { discover } from '../../../api/reconciler/cluster/discover.ts'
import { groupOfVersion, resourceOf } from '../../../api/resources/objects/kinds.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser, type PolicyRule } from '../../support/cluster/cluster-user.ts'
import { type FaultyProxy, startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { leastRules } from '../../support/cluster/least-rules.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

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

  const missing = async (provider: string) => {
    await polder.idle()
    const { reason, message } = await polder.condition('workspace_provider', provider, 'Authorized')
    expect(reason).to.equal('PermissionMissing')
    expect(message.length).to.be.at.most(500)
    return message
  }
  const command = (name: string) =>
    'Apply the manifest again: curl -fsS -H "Authorization: Bearer $POLDER_TOKEN" ' +
    `"$POLDER_URL/v1/workspace_providers/${name}/manifest" | kubectl apply -f -`

  it('are found missing before anything is written, when its roles would be refused', async () => {
    const provider = await provide('lacking', leastRules('kept'))
    const entry = await polder.allow(provider, acme)
    const looks = 'get, list, watch events, pods, pods/log, services, statefulsets.apps'
    expect(await missing(provider)).to.include(`The credential may not ${looks}. ${command('lacking')} Since`)
    const { written_at } = (await polder.row('workspace_provider_allowlist_entry', entry))!
    expect(written_at).to.equal(null)
  })

  it('are named all at once where several are missing', async () => {
    const rules = leastRules()
      .map((rule) => {
        const isRbac = rule.apiGroups.includes('rbac.authorization.k8s.io') && rule.verbs.includes('create')
        return isRbac ? { ...rule, verbs: ['list', 'watch', 'update'] } : rule
      })
      .filter(({ resources }) => !resources.includes('limitranges'))
    const message = await missing(await provide('several', rules))
    const group = 'rbac.authorization.k8s.io'
    for (const named of [
      'list, watch, create, update, patch, delete limitranges, resourcequotas, serviceaccounts',
      `create, patch, delete rolebindings.${group}, roles.${group}`,
    ])
      expect(message).to.include(named)
    expect(message).to.include(`. ${command('several')} Since`)
  })

  it('are not listed one by one where all of them are missing', async () => {
    const message = await missing(await provide('forbidden-all', []))
    expect(message).to.match(
      /^The credential may do nothing that Polder needs\. Apply the manifest again: curl /,
    )
  })

  describe('are asked for', () => {
    let proxy: FaultyProxy
    before(async () => {
      proxy = await startFaultyProxy(cluster)
    })
    after(() => proxy?.stop())

    const asked = () => proxy.calls.flatMap(({ path }) => path.match(/self\w+reviews$/) ?? [])
    const through = async (name: string, rules: PolicyRule[]) => {
      const { token } = await addUser(cluster, name, rules)
      const { server, caData } = proxy
      proxy.calls.length = 0
      const values = { namespace: name, namespace_mode: 'per_organization', token }
      return polder.addProvider({ ...cluster, server, caData }, values)
    }

    it('in one request', async () => {
      const provider = await through('asked-once', leastRules())
      await polder.ready(provider)
      expect(asked()).to.deep.equal(['selfsubjectrulesreviews'])
      expect(await missingOf(await through('asked-lacking', leastRules('kept')))).to.include('events')
      expect(new Set(asked())).to.have.keys('selfsubjectrulesreviews')
    })

    it('one by one where an authorizer of the cluster does not tell its rules', async () => {
      proxy.fault = (call, outgoing) => {
        if (!call.path.includes('selfsubjectrulesreviews')) return
        const status = { resourceRules: [], nonResourceRules: [], incomplete: true }
        const review = {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectRulesReview',
          spec: {},
          status,
        }
        outgoing.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(review))
      }
      const provider = await through('asked-singly', leastRules())
      await polder.ready(provider)
      const removal = await polder.condition('workspace_provider', provider, 'RemovalAuthorized')
      expect(removal.status, removal.message).to.equal('True')
      expect(await missingOf(await through('asked-singly-lacking', leastRules('kept')))).to.include(
        'get, list, watch events',
      )
      proxy.fault = undefined
    })

    const missingOf = (provider: string) => until(() => missing(provider))
  })
})
