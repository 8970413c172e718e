// What an organization can do in its namespace, as a real API server judges it.
import { expect } from 'chai'
import { namespaceObject } from '../../../api/resources/objects/namespace.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { checkCreate } from '../../../schemas/check.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { restricted } from '../../support/cluster/restricted.ts'
import { tenancyWith } from '../../support/cluster/tenancy.ts'
import { until } from '../../support/until.ts'

type Row = Record<string, unknown>

describe('S35 the namespace of an organization', () => {
  let cluster: Cluster
  let polder: Reconciling
  let count = 0

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
  })
  after(() => polder?.stop())

  /** A new organization in a provider of its own, and its namespace once Kubernetes lets pods in. */
  const open = async (settings: Row = {}, own: Row = {}) => {
    count += 1
    const name = `isolation-${count}`
    const provider = await polder.addProvider(cluster, {
      namespace: name,
      namespace_mode: 'per_organization',
      ...settings,
    })
    const organization = await polder.insert('organization', { name, ...own })
    const { namespace } = await polder.synced(await polder.allow(provider, organization))
    await until(async () => {
      const account = `/api/v1/namespaces/${namespace}/serviceaccounts/default`
      expect((await cluster.request('GET', account)).status).to.equal(200)
    })
    return { provider, organization, namespace }
  }
  const post = async (namespace: string, plural: string, name: string, spec: object) =>
    cluster.request('POST', `/api/v1/namespaces/${namespace}/${plural}`, { metadata: { name }, spec })
  const pod = (namespace: string, name: string, container: object = {}, spec: object = {}) => {
    const containers = [{ name: 'a', image: 'b', securityContext: restricted, ...container }]
    return post(namespace, 'pods', name, { containers, ...spec })
  }
  const service = (namespace: string, name: string, type: string, more: object = {}) =>
    post(namespace, 'services', name, { type, ports: [{ port: 80 }], ...more })
  /** The quota controller has looked at the quota as it is now. */
  const counted = (namespace: string, hard: Row) =>
    until(async () => {
      const path = `/api/v1/namespaces/${namespace}/resourcequotas/polder-quota`
      const { body } = await cluster.request('GET', path)
      expect(body.status?.hard).to.include(hard)
    })
  const refusal = (answer: { status: number; body: { message?: string } }, words: RegExp) => {
    expect(answer.status, JSON.stringify(answer.body)).to.equal(403)
    expect(answer.body.message).to.match(words)
  }
  const accepted = (answer: { status: number; body: unknown }) =>
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201)

  it('refuses a privileged pod, one that may become root, and one on the network of its node', async () => {
    const { namespace } = await open()
    const privileged = { securityContext: { privileged: true } }
    refusal(
      await pod(namespace, 'privileged', privileged),
      /violates PodSecurity "restricted:v1\.34".*privileged/,
    )
    refusal(await pod(namespace, 'root', { securityContext: {} }), /runAsNonRoot != true/)
    refusal(await pod(namespace, 'host', {}, { hostNetwork: true }), /host namespaces/)
    const volumes = [{ name: 'node', hostPath: { path: '/' } }]
    refusal(await pod(namespace, 'path', {}, { volumes }), /hostPath/)
    accepted(await pod(namespace, 'workspace'))
  })

  it('lets a pod run as root where the provider says `baseline`, and a privileged one never', async () => {
    const { namespace } = await open({ pod_security: 'baseline' })
    accepted(await pod(namespace, 'root', { securityContext: {} }))
    const privileged = { securityContext: { privileged: true } }
    refusal(await pod(namespace, 'privileged', privileged), /violates PodSecurity "baseline:v1\.34"/)
  })

  it('refuses a pod that requests next to no CPU and has no limit, or one beyond the ratio', async () => {
    const { namespace } = await open({ cpu_ratio: 4 })
    refusal(
      await pod(namespace, 'greedy', { resources: { requests: { cpu: '1m' } } }),
      /cpu max limit to request ratio per Container is 4, but provided ratio is 400/,
    )
    const resources = (request: string, limit: string) => ({
      resources: { requests: { cpu: request }, limits: { cpu: limit } },
    })
    refusal(
      await pod(namespace, 'beyond', resources('1', '5')),
      /ratio per Container is 4, but provided ratio is 5/,
    )
    accepted(await pod(namespace, 'within', resources('1', '4')))
  })

  it('gives a container that says nothing requests and limits', async () => {
    const { namespace } = await open({ cpu_ratio: 2 })
    const { body } = await pod(namespace, 'silent')
    expect(body.spec.containers[0].resources).to.deep.equal({
      requests: { cpu: '100m', memory: '256Mi', 'ephemeral-storage': '1Gi' },
      limits: { cpu: '200m', memory: '256Mi', 'ephemeral-storage': '8Gi' },
    })
  })

  it('counts limits beside requests: of CPU as many times as the ratio says, of memory once', async () => {
    const { namespace, organization } = await open({ cpu_ratio: 2 })
    const limits = { cpu: '1', memory: '2Gi', workspaces: 2 }
    await polder.insert('org_quota', { organization_id: organization, scope: 'organization', limits })
    await counted(namespace, { 'limits.cpu': '2', 'limits.memory': '2Gi', 'requests.cpu': '1', pods: '2' })
    const resources = (requests: object, limits: object) => ({ resources: { requests, limits } })
    const overMemory = resources({ memory: '1Gi' }, { memory: '3Gi' })
    refusal(await pod(namespace, 'memory', overMemory), /exceeded quota: polder-quota.*limits\.memory=3Gi/)
    const overCpu = resources({ cpu: '1500m' }, { cpu: '1500m' })
    refusal(await pod(namespace, 'cpu', overCpu), /exceeded quota: polder-quota.*requests\.cpu=1500m/)
    accepted(await pod(namespace, 'one', resources({ cpu: '500m' }, { cpu: '1' })))
    accepted(await pod(namespace, 'two', resources({ cpu: '100m' }, { cpu: '200m' })))
    refusal(await pod(namespace, 'three'), /exceeded quota: polder-quota.*pods=1/)
  })

  it('gives an organization without a quota the default limits of its provider, until it has one', async () => {
    const { namespace, organization, provider } = await open({ default_limits: { workspaces: 0 } })
    await counted(namespace, { pods: '0' })
    refusal(await pod(namespace, 'first'), /exceeded quota: polder-quota/)
    const limits = { workspaces: 1 }
    await polder.insert('org_quota', {
      organization_id: organization,
      workspace_provider_id: provider,
      scope: 'organization',
      limits,
    })
    await counted(namespace, { pods: '1' })
    accepted(await pod(namespace, 'first'))
  })

  it('refuses Services that open the cluster to the world, and takes others', async () => {
    const { namespace } = await open()
    await counted(namespace, { 'services.loadbalancers': '0', 'services.nodeports': '0' })
    refusal(await service(namespace, 'balancer', 'LoadBalancer'), /exceeded quota: polder-quota/)
    refusal(
      await service(namespace, 'port', 'NodePort'),
      /exceeded quota: polder-quota.*services\.nodeports=1/,
    )
    accepted(await service(namespace, 'inside', 'ClusterIP'))
  })

  it('takes as many of them as the provider says', async () => {
    const { namespace } = await open({ max_load_balancers: 1 })
    await counted(namespace, { 'services.loadbalancers': '1' })
    const portless = { allocateLoadBalancerNodePorts: false }
    refusal(await service(namespace, 'with-ports', 'LoadBalancer'), /services\.nodeports=1/)
    accepted(await service(namespace, 'first', 'LoadBalancer', portless))
    refusal(await service(namespace, 'second', 'LoadBalancer', portless), /services\.loadbalancers=1/)
  })

  it('counts ConfigMaps, Secrets and ephemeral storage without a limit', async () => {
    const { namespace } = await open()
    await pod(namespace, 'one')
    await until(async () => {
      const path = `/api/v1/namespaces/${namespace}/resourcequotas/polder-quota`
      const { body } = await cluster.request('GET', path)
      expect(body.status?.used).to.include({
        'count/configmaps': '1',
        'count/secrets': '0',
        pods: '1',
        'limits.ephemeral-storage': '8Gi',
      })
    })
  })

  it('has the labels and annotations of its provider and of its organization, as they change', async () => {
    const namespace_labels = { tier: 'gold', team: 'ops' }
    const { namespace, organization } = await open(
      { namespace_labels, namespace_annotations: { contact: 'ops' } },
      { namespace_labels: { team: 'games' } },
    )
    const metadata = async () =>
      (await cluster.request('GET', `/api/v1/namespaces/${namespace}`)).body.metadata
    expect((await metadata()).labels).to.include({ tier: 'gold', team: 'games' })
    expect((await metadata()).annotations).to.include({ contact: 'ops' })
    await polder.change('organization', organization, { namespace_labels: { team: 'art' } })
    await until(async () => expect((await metadata()).labels).to.include({ tier: 'gold', team: 'art' }))
  })

  it('loses the labels that its provider and its organization no longer give, and keeps those of others', async () => {
    const { namespace, provider, organization } = await open(
      { namespace_labels: { tier: 'gold' }, namespace_annotations: { contact: 'ops' } },
      { namespace_labels: { team: 'games' } },
    )
    const where = `/api/v1/namespaces/${namespace}`
    const metadata = async () => (await cluster.request('GET', where)).body.metadata
    expect((await metadata()).labels).to.include({ tier: 'gold', team: 'games' })
    await cluster.runKubectl(['label', 'namespace', namespace, 'theirs=kept'])
    await polder.change('organization', organization, { namespace_labels: {} })
    await until(async () => expect((await metadata()).labels).not.to.have.property('team'))
    await polder.change('workspace_provider', provider, { namespace_labels: {}, namespace_annotations: {} })
    await until(async () => {
      const { labels, annotations } = await metadata()
      expect(labels).to.include({ theirs: 'kept' }).and.not.have.property('tier')
      expect(annotations).to.include({ 'polder.dev/created': 'true' }).and.not.have.property('contact')
    })
  })

  it('may have as many labels and annotations, and as long ones, as providers and organizations may give', async () => {
    const domain = `${'d'.repeat(63)}.`.repeat(4).slice(0, 252)
    const all = (first: string, value: string) => {
      const keys = Array.from(
        { length: 32 },
        (_, index) => `${domain}/${first}${String(index).padStart(62, 'k')}`,
      )
      return Object.fromEntries(keys.map((key) => [key, value]))
    }
    const given = (first: string) => ({
      namespace_labels: all(first, 'v'.repeat(63)),
      namespace_annotations: all(first, '\u{1f600}'.repeat(511)),
    })
    const body = { name: 'acme', namespace: 'acme', ...given('p') }
    expect(checkCreate(resourceNamed('workspace_provider'), body)).to.deep.equal([])
    const most = { ...tenancyWith(given('p')), organizationSettings: given('o') }
    const { status, body: answer } = await cluster.request(
      'POST',
      '/api/v1/namespaces?dryRun=All',
      namespaceObject({ ...most, namespace: 'isolation-most' }),
    )
    expect(status, JSON.stringify(answer).slice(0, 500)).to.equal(201)
  })

  it('is as open as the egress of its provider, in policies that Kubernetes takes', async () => {
    for (const egress of ['internet', 'all']) expect(await open({ egress })).to.have.property('namespace')
    const egress_cidrs = ['0.0.0.0/0', '203.0.113.0/24', '::/0', '2001:db8::/32', '169.254.169.254/32']
    const { namespace } = await open({ egress: 'cidrs', egress_cidrs })
    const path = `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies/polder-allow`
    const { to } = (await cluster.request('GET', path)).body.spec.egress[1]
    expect(to.map(({ ipBlock }: { ipBlock: { cidr: string } }) => ipBlock.cidr)).to.deep.equal(egress_cidrs)
  })
})
