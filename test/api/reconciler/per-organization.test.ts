// A provider in the mode `per_organization`, from its first object to its last, against a real API server.
import { expect } from 'chai'
import { namespaceName } from '../../../api/resources/objects/names.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { held, type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

/** How often the API server was asked to write objects of our kinds, as it counts itself; by verb and resource. */
const writes = async (cluster: Cluster) => {
  const { body } = await cluster.request('GET', '/metrics')
  const ours =
    /resource="(namespaces|resourcequotas|limitranges|networkpolicies|serviceaccounts|roles|rolebindings)"/
  return String(body)
    .split('\n')
    .filter((line) => line.startsWith('apiserver_request_total{') && ours.test(line))
    .filter((line) => /verb="(POST|PUT|PATCH|APPLY|DELETE)"/.test(line) && line.includes('subresource=""'))
}

describe('a provider with a namespace for each organization', () => {
  let cluster: Cluster
  let polder: Reconciling
  let provider: string
  let acme: string
  let entry: string
  let namespace: string

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    provider = await polder.addProvider(cluster, { namespace: 'each', namespace_mode: 'per_organization' })
    acme = await polder.addOrganization('acme')
    entry = await polder.allow(provider, acme)
    namespace = (await polder.synced(entry)).namespace
  })
  after(() => polder?.stop())

  const all = () => held(cluster, polder.deployment, provider)
  const path = (plural: string, name: string, group = '/api/v1') =>
    `${group}/namespaces/${namespace}/${plural}/${name}`
  const networking = '/apis/networking.k8s.io/v1'

  it('WP-08 any cluster becomes a provider, ready with conditions that say so', async () => {
    await until(async () => {
      const { conditions } = await polder.ready(provider)
      expect(conditions.map(({ type, status }) => `${type} ${status}`)).to.deep.equal([
        'Reachable True',
        'CredentialsValid True',
        'Authorized True',
        'NamespaceReady True',
        'RemovalAuthorized True',
        'WatchHealthy True',
        'OrphansRemoved True',
        'CredentialFresh Unknown',
        'Synced True',
      ])
    })
  })

  it('WP-13 a provider shows version, contact and conditions of its cluster', async () => {
    const row = await polder.ready(provider)
    expect(row.kubernetes_version).to.match(/^v1\.\d+/)
    expect(Date.now() - Date.parse(row.last_contact as string)).to.be.lessThan(60_000)
    const { body } = await cluster.request('GET', '/api/v1/namespaces/kube-system')
    expect(row.cluster_uid).to.equal(body.metadata.uid)
  })

  it('WP-14 an organization has its namespace with everything it needs', async () => {
    const made = { deployment: polder.deployment, provider, organization: acme }
    expect(namespace).to.equal(namespaceName('each', 'acme', made))
    const names = [...(await all()).keys()].map((key) => key.replace(/-[0-9a-f]{8}$/, '-#')).sort()
    expect(names.map((key) => key.replace(namespace, 'ns'))).to.deep.equal([
      'limitranges/ns/polder-defaults',
      `namespaces//ns`,
      'networkpolicies/ns/polder-allow',
      'networkpolicies/ns/polder-deny',
      'resourcequotas/ns/polder-quota',
      'rolebindings/ns/polder-organization-manager-#',
      'rolebindings/ns/polder-organization-member-#',
      'roles/ns/polder-organization-manager',
      'roles/ns/polder-organization-member',
      'serviceaccounts/ns/polder-workspace',
    ])
  })

  it('members of a group may do in the namespace what their role says, and nothing elsewhere', async () => {
    const may = async (member: string, verb: string, path: string, where = namespace) => {
      const [, resource, group, subresource] = /^(\w+)(?:\.(\w+))?(?:\/(\w+))?$/.exec(path)!
      const resourceAttributes = { verb, resource, group, subresource, namespace: where }
      const spec = { user: 'x', groups: [member], resourceAttributes }
      const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec }
      const answer = await cluster.request(
        'POST',
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        review,
      )
      return answer.body.status.allowed as boolean
    }
    const member = `polder:${acme}:organization_member`
    const manager = `polder:${acme}:organization_manager`
    expect(await may(member, 'list', 'pods')).to.equal(true)
    expect(await may(member, 'delete', 'pods')).to.equal(false)
    expect(await may(manager, 'list', 'pods', 'default')).to.equal(false)
    expect(await may('polder:org_other:organization_manager', 'list', 'pods')).to.equal(false)
    // Each is a way to a Secret of the namespace: as such, through a workload that mounts it, or as its account.
    const ways = {
      secrets: ['get', 'list', 'watch'],
      pods: ['create', 'update', 'patch'],
      'pods/exec': ['get', 'create'],
      'pods/attach': ['get', 'create'],
      'pods/ephemeralcontainers': ['update', 'patch'],
      'statefulsets.apps': ['create', 'update', 'patch'],
      'statefulsets.apps/scale': ['update', 'patch'],
      'serviceaccounts/token': ['create'],
    }
    for (const [resource, verbs] of Object.entries(ways))
      for (const verb of verbs)
        expect(await may(manager, verb, resource), `${verb} ${resource}`).to.equal(false)
  })

  it('a pass that changes nothing writes nothing, neither to the cluster nor to the database, also after a restart', async () => {
    await polder.idle()
    const versions = async () =>
      [...(await all())].map(([key, { metadata }]) => [key, metadata.resourceVersion, metadata.managedFields])
    const rows = () =>
      Promise.all(
        ['workspace_provider', 'workspace_provider_allowlist_entry', 'organization'].map((table) =>
          polder.database.query(`select xmin, * from ${table} order by id`),
        ),
      )
    const [before, stored, asked] = [await versions(), await rows(), await writes(cluster)]
    await polder.restart()
    await polder.idle()
    expect(await writes(cluster)).to.deep.equal(asked)
    expect(await versions()).to.deep.equal(before)
    expect(await rows()).to.deep.equal(stored)
  })

  it('repairs an object that somebody deleted', async () => {
    const before = (await all()).get(`serviceaccounts/${namespace}/polder-workspace`)!.metadata.uid
    await cluster.request('DELETE', path('serviceaccounts', 'polder-workspace'))
    await until(async () => {
      const { status, body } = await cluster.request('GET', path('serviceaccounts', 'polder-workspace'))
      expect(status).to.equal(200)
      expect(body.metadata.uid).not.to.equal(before)
    })
  })

  it('repairs a network policy that somebody opened', async () => {
    const policy = path('networkpolicies', 'polder-deny', networking)
    const { body } = await cluster.request('GET', policy)
    const spec = { ...body.spec, ingress: [{}] }
    expect((await cluster.request('PUT', policy, { ...body, spec })).status).to.equal(200)
    await until(async () => {
      expect((await cluster.request('GET', policy)).body.spec).to.deep.equal(body.spec)
    })
  })

  it('repairs a namespace whose labels somebody took away', async () => {
    const where = `/api/v1/namespaces/${namespace}`
    const { body } = await cluster.request('GET', where)
    const metadata = { ...body.metadata, labels: {} }
    expect((await cluster.request('PUT', where, { ...body, metadata })).status).to.equal(200)
    await until(async () => {
      const { labels } = (await cluster.request('GET', where)).body.metadata
      expect(labels).to.deep.equal(body.metadata.labels)
    })
  })

  it('makes a namespace anew that somebody deleted, with all that was in it', async () => {
    const before = [...(await all()).keys()]
    await cluster.request('DELETE', `/api/v1/namespaces/${namespace}`)
    await until(async () => {
      expect([...(await all()).keys()]).to.deep.equal(before)
      const { body } = await cluster.request('GET', `/api/v1/namespaces/${namespace}`)
      expect(body.metadata.deletionTimestamp).to.equal(undefined)
      const { namespace_uid } = (await polder.row('workspace_provider_allowlist_entry', entry))!
      expect(body.metadata.uid).to.equal(namespace_uid)
    }, 60_000)
  }).timeout(70_000)

  it('a quota reaches the cluster, changes there, and leaves it without a limit again', async () => {
    const quota = path('resourcequotas', 'polder-quota')
    const hard = async () => (await cluster.request('GET', quota)).body.spec.hard
    const unlimited = await hard()
    const limits = { cpu: '1000m', memory: '64Gi', gpu: '2', workspaces: 7 }
    const id = await polder.insert('org_quota', { organization_id: acme, scope: 'organization', limits })
    await until(async () =>
      expect(await hard()).to.deep.equal({
        ...unlimited,
        'count/statefulsets.apps': '7',
        'limits.cpu': '1',
        'limits.memory': '64Gi',
        pods: '7',
        'requests.cpu': '1',
        'requests.memory': '64Gi',
        'requests.nvidia.com/gpu': '2',
      }),
    )
    await polder.change('org_quota', id, { limits: { cpu: '3' } })
    await until(async () =>
      expect(await hard()).to.deep.equal({ ...unlimited, 'limits.cpu': '3', 'requests.cpu': '3' }),
    )
    await until(async () => {
      const { observed } = (await polder.row('workspace_provider_allowlist_entry', entry))!
      expect(observed).to.include({ [id]: 2 })
    })
    await polder.database.run('delete from org_quota where id = $1', [id])
    polder.activate()
    await until(async () => expect(await hard()).to.deep.equal(unlimited))
  })

  it('a custom role becomes a role with a binding to its holders, and both go with it', async () => {
    const id = await polder.insert('custom_role', {
      organization_id: acme,
      name: 'watcher',
      description: '',
      permissions: [{ resource: 'workspace', action: 'list', scope: 'all' }],
      every_member: true,
    })
    const mine = async () => [...(await all())].filter(([key]) => key.includes(id.replace('_', '-')))
    const bound = await until(async () => {
      const found = await mine()
      expect(found).to.have.length(2)
      return found.find(([key]) => key.startsWith('rolebindings'))![1]
    })
    expect(bound.subjects.map(({ name }) => name)).to.deep.equal([
      `polder:${acme}:${id}`,
      `polder:${acme}:organization_member`,
    ])
    await polder.database.run('delete from custom_role where id = $1', [id])
    polder.activate()
    await until(async () => expect(await mine()).to.deep.equal([]))
  })

  it('an organization that is renamed keeps its namespace', async () => {
    await polder.change('organization', acme, { name: 'apex' })
    await until(async () => {
      const { observed, namespace: now } = (await polder.row('workspace_provider_allowlist_entry', entry))!
      expect(observed).to.include({ [acme]: 2 })
      expect(now).to.equal(namespace)
    })
  })

  it('taking an organization off removes its namespace with all that is in it, and then the row', async () => {
    await polder.remove('workspace_provider_allowlist_entry', entry)
    await until(async () => {
      const { status } = (await polder.row('workspace_provider_allowlist_entry', entry))!.conditions.at(-1)!
      expect(status).to.equal('False')
    })
    await polder.gone('workspace_provider_allowlist_entry', entry)
    expect([...(await all()).keys()]).to.deep.equal([])
    expect((await cluster.request('GET', `/api/v1/namespaces/${namespace}`)).status).to.equal(404)
    expect(await polder.row('workspace_provider', provider)).not.to.equal(undefined)
  }).timeout(70_000)
})
