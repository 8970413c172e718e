// The permissions of a manifest against a real API server: they suffice, and reach no further than the provider's namespaces.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type FaultyProxy, startFaultyProxy } from '../../support/cluster/faulty-proxy.ts'
import { until } from '../../support/until.ts'

const system = 'polder-system'

describe('WP-08 WP-14 a manifest', () => {
  let cluster: Cluster
  let api: Api
  before(async function () {
    cluster = await sharedCluster(this)
    // Permissions are asked for again at a resync.
    api = await startApi({ resyncSeconds: 1 }, { reconciles: true })
  })
  after(() => api?.stop())

  const wait = { prefer: 'wait=30' }
  const apply = async (path: string) => {
    const { status, body } = await api.request('GET', path)
    expect(status, JSON.stringify(body)).to.equal(200)
    await cluster.runKubectl(['apply', '-f', '-'], body.text)
  }
  /** As the manifest says: applied, a token issued, the provider created. */
  const onboard = async (namespace: string, namespace_mode: string, more: Body = {}) => {
    await apply(`/v1/workspace_provider_manifest?namespace_mode=${namespace_mode}&namespace=${namespace}`)
    const issue = ['--namespace', system, 'create', 'token', `polder-${namespace}`, '--duration=8760h']
    const token = (await cluster.runKubectl(issue)).trim()
    const { server, caData: ca_data } = cluster
    const provider = {
      name: namespace,
      namespace,
      namespace_mode,
      cluster: { server, ca_data },
      token,
      ...more,
    }
    await api.create('workspace_providers', provider)
    return token
  }
  const settled = async (path: string) => {
    const { body } = await api.request('GET', `/v1/${path}`, undefined, wait)
    expect(body.reconciled, JSON.stringify(body.conditions)).to.equal(true)
    return body
  }
  const allow = async (provider: string, organization: string) => {
    await api.create('organizations', { name: organization })
    const path = `workspace_provider_allowlist_entries/${provider}/${organization}`
    await api.request('PUT', `/v1/${path}`, {})
    return path
  }
  const gone = (path: string) =>
    until(async () => expect((await api.request('GET', `/v1/${path}`)).status).to.equal(404), 60_000)
  const namespaceOf = async (organization: string, provider: string): Promise<string> =>
    (await settled(`organizations/${organization}`)).namespaces[provider]
  const exists = async (namespace: string) =>
    (await cluster.request('GET', `/api/v1/namespaces/${namespace}`)).status === 200

  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
  /** Defines a custom resource that is served when this resolves. */
  const define = async (plural: string) => {
    const kind = plural[0]!.toUpperCase() + plural.slice(1)
    const schema = { openAPIV3Schema: { type: 'object' } }
    const versions = [{ name: 'v1', served: true, storage: true, schema }]
    const { status } = await cluster.request('POST', definitions, {
      metadata: { name: `${plural}.example.com` },
      spec: { group: 'example.com', scope: 'Namespaced', names: { plural, kind }, versions },
    })
    expect(status).to.equal(201)
    await until(async () => {
      const { body } = await cluster.request('GET', '/apis/example.com/v1')
      expect(JSON.stringify(body)).to.include(plural)
    })
  }

  it('per_organization: suffices from the first object to the last, and for nothing that it does not name', async () => {
    const token = await onboard('mani', 'per_organization')
    const entry = await allow('mani', 'mani-one')
    const { conditions } = await settled('workspace_providers/mani')
    expect(conditions.map((it: Body) => `${it.type} ${it.status}`)).to.include.members([
      'Authorized True',
      'Synced True',
    ])
    await api.create('org_quotas', { organization: 'mani-one', scope: 'organization', limits: { cpu: '1' } })
    const namespace = await namespaceOf('mani-one', 'mani')
    for (const inside of ['kube-system', namespace])
      for (const what of ['secrets', 'serviceaccounts/default/token', 'pods/any/portforward']) {
        const method = what === 'secrets' ? 'GET' : 'POST'
        const path = `/api/v1/namespaces/${inside}/${what}`
        expect((await cluster.request(method, path, undefined, token)).status, path).to.equal(403)
      }
    await api.request('DELETE', `/v1/${entry}`)
    await gone(entry)
    expect(await exists(namespace)).to.equal(false)
    await api.request('DELETE', '/v1/workspace_providers/mani')
    await gone('workspace_providers/mani')
  }).timeout(120_000)

  it('shared: suffices in a namespace that is adopted, emptied and given back', async () => {
    const token = await onboard('mani-shared', 'shared', { adopt: true })
    await allow('mani-shared', 'mani-two')
    await settled('workspace_providers/mani-shared')
    await settled('organizations/mani-two')
    const inside = (namespace: string, what: string) => `/api/v1/namespaces/${namespace}/${what}`
    const statusOf = async (path: string) => (await cluster.request('GET', path, undefined, token)).status
    expect(await statusOf(inside('mani-shared', 'serviceaccounts'))).to.equal(200)
    expect(await statusOf(inside('mani-shared', 'secrets'))).to.equal(403)
    expect(await statusOf(inside('mani-shared', 'pods'))).to.equal(403)
    for (const what of ['serviceaccounts', 'secrets', 'pods', 'configmaps'])
      expect(await statusOf(inside('default', what)), what).to.equal(403)
    await api.request('DELETE', '/v1/workspace_providers/mani-shared')
    await gone('workspace_providers/mani-shared')
    expect(await exists('mani-shared')).to.equal(true)
    const { body } = await cluster.request(
      'GET',
      inside('mani-shared', 'networkpolicies').replace('/api/v1', '/apis/networking.k8s.io/v1'),
    )
    expect(body.items).to.deep.equal([])
  }).timeout(120_000)

  it('of a provider that exists lists the kinds that its cluster has at that moment', async () => {
    const read = async () =>
      (await api.request('GET', '/v1/workspace_providers/mani-kinds/manifest')).body.text
    await onboard('mani-kinds', 'per_organization')
    expect(await read()).not.to.include('manikins')
    await define('manikins')
    await until(async () =>
      expect(await read()).to.include(
        '- apiGroups: [example.com]\n    resources: [manikins]\n    verbs: [list]\n',
      ),
    )
    expect(await read()).to.include('kind: ValidatingAdmissionPolicy')
    expect(await read()).not.to.match(/secrets[,\]]/)
    await cluster.request('DELETE', `${definitions}/manikins.example.com`)
  }).timeout(60_000)

  describe('of a provider in an older cluster', () => {
    let proxy: FaultyProxy
    before(async () => {
      proxy = await startFaultyProxy(cluster)
    })
    after(() => proxy?.stop())

    /** What the cluster says of the API group that holds policies, by its version. */
    const serving = (versions: Record<string, { name: string }[]>) => {
      proxy.fault = ({ path }, outgoing) => {
        const [, version] = path.match(/^\/apis\/admissionregistration\.k8s\.io\/(\w+)$/) ?? []
        if (!version) return
        const resources = versions[version]
        const body = resources ? { kind: 'APIResourceList', resources } : { kind: 'Status', message: 'none' }
        outgoing
          .writeHead(resources ? 200 : 404, { 'content-type': 'application/json' })
          .end(JSON.stringify(body))
      }
    }
    const policies = [{ name: 'validatingadmissionpolicies', namespaced: false, verbs: ['create'] }]
    const webhooks = [{ name: 'validatingwebhookconfigurations', namespaced: false, verbs: ['create'] }]
    const read = async () => {
      const { status, body } = await api.request('GET', '/v1/workspace_providers/mani-old/manifest')
      expect(status, body.detail).to.equal(200)
      return body.text
    }

    it('has a policy of the version that the cluster has, and says where there is none', async () => {
      const { server, caData: ca_data } = proxy
      await onboard('mani-old', 'per_organization', { cluster: { server, ca_data } })
      serving({ v1: webhooks, v1beta1: policies })
      expect(await read()).to.include(
        'apiVersion: admissionregistration.k8s.io/v1beta1\nkind: ValidatingAdmissionPolicy\n',
      )
      serving({ v1: webhooks })
      const older = await read()
      expect(older).not.to.include('kind: ValidatingAdmissionPolicy')
      expect(older).to.include(
        '# The cluster has no ValidatingAdmissionPolicy, which Kubernetes has since 1.30',
      )
      await cluster.runKubectl(['apply', '--dry-run=server', '-f', '-'], older)
    }).timeout(30_000)
  })

  it('of a provider whose credential is refused cannot be read: 503 cluster_unavailable', async () => {
    const { server, caData: ca_data } = cluster
    const values = {
      name: 'mani-wrong',
      namespace: 'mani-wrong',
      cluster: { server, ca_data },
      token: 'wrong',
    }
    await api.create('workspace_providers', values)
    const { status, body } = await api.request('GET', '/v1/workspace_providers/mani-wrong/manifest')
    expect(status).to.equal(503)
    expect(body.code).to.equal('cluster_unavailable')
    expect(body.detail).to.match(
      /does not accept the credential\. GET \/v1\/workspace_provider_manifest\?namespace_mode=shared&namespace=mani-wrong answers /,
    )
  })

  it('applied again is what RemovalAuthorized=False asks for, while the provider stays ready', async () => {
    const name = 'mani-more'
    await onboard(name, 'per_organization')
    const conditionIs = (status: string) =>
      until(async () => {
        const { status: of, conditions } = await api.read(`workspace_providers/${name}`)
        expect(of.state).to.equal('ready')
        const found = conditions.find(({ type }: Body) => type === 'RemovalAuthorized')
        expect(found?.status, found?.message).to.equal(status)
        return found.message as string
      }, 20_000)
    await conditionIs('True')
    const entry = await allow(name, 'mani-three')
    const namespace = await namespaceOf('mani-three', name)
    await define('moredolls')
    const message = await conditionIs('False')
    const [, command] = message.match(
      /the credential may not list moredolls\.example\.com\. Apply the manifest again: (.+) Since /,
    )!
    expect(command).to.equal(
      `curl -fsS -H "Authorization: Bearer $POLDER_TOKEN" "$POLDER_URL/v1/workspace_providers/${name}/manifest" | kubectl apply -f -`,
    )
    await api.request('DELETE', `/v1/${entry}`)
    await until(async () => {
      const { conditions } = await api.read(entry)
      expect(JSON.stringify(conditions)).to.include('may not list `moredolls.example.com`')
    })
    expect(await exists(namespace)).to.equal(true)
    // As the condition says, with this server and this token.
    const url = new URL(command!.match(/\$POLDER_URL([^"]+)/)![1]!, api.url)
    await apply(url.pathname)
    await conditionIs('True')
    await gone(entry)
    expect(await exists(namespace)).to.equal(false)
    await cluster.request('DELETE', `${definitions}/moredolls.example.com`)
  }).timeout(120_000)

  it('is not needed for a removal by force', async () => {
    await onboard('mani-force', 'per_organization')
    const entry = await allow('mani-force', 'mani-four')
    const namespace = await namespaceOf('mani-four', 'mani-force')
    await define('forcedolls')
    await api.request('DELETE', `/v1/${entry}?force=true`)
    await gone(entry)
    expect(await exists(namespace)).to.equal(false)
    await cluster.request('DELETE', `${definitions}/forcedolls.example.com`)
  }).timeout(90_000)

  describe('confines its service account, whatever else RBAC allows it,', () => {
    const accounts = { per_organization: 'conf', shared: 'conf-shared' } as const
    const rbac = '/apis/rbac.authorization.k8s.io/v1'
    const configMap = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })
    const pod = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name },
      spec: { containers: [{ name: 'main', image: 'none' }] },
    })

    for (const [mode, prefix] of Object.entries(accounts)) {
      it(`${mode}: every verb, CONNECT included, is refused in kube-system, in a foreign namespace and outside of any`, async () => {
        await apply(`/v1/workspace_provider_manifest?namespace_mode=${mode}&namespace=${prefix}`)
        const name = `polder-${prefix}`
        const { body: bound } = await cluster.request('POST', `${rbac}/clusterrolebindings`, {
          metadata: { name: `${name}-more` },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
          subjects: [{ kind: 'ServiceAccount', name, namespace: system }],
        })
        expect(bound.kind).to.equal('ClusterRoleBinding')
        const token = (await cluster.runKubectl(['--namespace', system, 'create', 'token', name])).trim()
        const own = mode === 'shared' ? prefix : `${prefix}-acme`
        const foreign = `${prefix}ined`
        for (const namespace of [own, foreign])
          await cluster.request('POST', '/api/v1/namespaces', { metadata: { name: namespace } })
        const ask = (method: string, path: string, body?: unknown) =>
          cluster.request(method, path, body, token)
        const inside = (namespace: string) => `/api/v1/namespaces/${namespace}`
        const refused = async (method: string, path: string, body?: unknown) => {
          const { status, body: told } = await ask(method, path, body)
          expect(status, `${method} ${path} ${JSON.stringify(told)}`).to.equal(422)
          expect(told.message).to.include('This service account of Polder is confined to namespace')
        }
        // The API server obeys a policy a moment after it was stored.
        await until(
          () => refused('POST', `${inside('kube-system')}/configmaps?dryRun=All`, configMap('a')),
          20_000,
        )
        for (const namespace of ['kube-system', system, foreign]) {
          for (const it of [configMap('there'), pod('there')])
            await cluster.request('POST', `${inside(namespace)}/${it.kind.toLowerCase()}s`, it)
          await refused('POST', `${inside(namespace)}/configmaps`, configMap('new'))
          await refused('PUT', `${inside(namespace)}/configmaps/there`, {
            ...configMap('there'),
            data: { a: 'b' },
          })
          await refused('DELETE', `${inside(namespace)}/configmaps/there`)
          await refused('DELETE', `${inside(namespace)}/configmaps`)
          await refused('POST', `${inside(namespace)}/pods/there/exec?command=ls&stdout=true`)
          await refused('POST', `${inside(namespace)}/serviceaccounts/default/token`, {
            spec: { expirationSeconds: 3600 },
          })
          // Kubernetes itself lets nobody delete this one.
          if (namespace !== 'kube-system') await refused('DELETE', inside(namespace))
        }
        await refused('POST', '/api/v1/namespaces', { metadata: { name: `${prefix}ed` } })
        await refused('POST', `${rbac}/clusterroles`, { metadata: { name: 'free' }, rules: [] })
        await refused(
          'DELETE',
          `/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/${name}`,
        ).catch(() => undefined)
        expect((await ask('POST', `${inside(own)}/configmaps`, configMap('new'))).status).to.equal(201)
        expect((await ask('DELETE', `${inside(own)}/configmaps/new`)).status).to.equal(200)
        const review = { spec: { resourceAttributes: { resource: 'pods', verb: 'list' } } }
        expect(
          (await ask('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', review)).status,
        ).to.equal(201)
      }).timeout(90_000)
    }
  })
})
