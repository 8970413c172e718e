// What a namespace holds of kinds that Kubernetes does not have itself, or that the credential may not see.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser, changeRules } from '../../support/cluster/cluster-user.ts'
import { leastRules } from '../../support/cluster/least-rules.ts'
import { othersIn } from '../../support/cluster/others-in.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

const entries = 'workspace_provider_allowlist_entry'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const services = '/apis/apiregistration.k8s.io/v1/apiservices'

describe('a namespace that may hold custom resources', () => {
  let cluster: Cluster
  let polder: Reconciling
  let provider: string

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    provider = await polder.addProvider(cluster, { namespace: 'custom', namespace_mode: 'per_organization' })
    await polder.ready(provider)
  })
  after(() => polder?.stop())

  const { post, isGoing } = othersIn(() => cluster)
  let count = 0
  const allow = async (of = provider) => {
    count += 1
    const organization = await polder.addOrganization(`custom-${count}`)
    const entry = await polder.allow(of, organization)
    return { organization, entry, namespace: (await polder.synced(entry)).namespace }
  }
  const kept = (entry: string, why: string | RegExp) =>
    until(async () => {
      const { reason, message } = await polder.condition(entries, entry, 'Synced')
      expect(reason).to.equal('NamespaceInUse')
      expect(message).to.match(typeof why === 'string' ? new RegExp(why) : why)
      return message
    })
  const version = (name: string, storage: boolean) => ({
    name,
    storage,
    served: true,
    schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
  })
  const define = (group: string, versions: object[], conversion?: object) => ({
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'widgets', kind: 'Widget' },
      versions,
      ...(conversion && { conversion }),
    },
  })
  const widgets = (group: string, of: string, { namespace }: { namespace: string }) =>
    `/apis/${group}/${of}/namespaces/${namespace}/widgets`
  /** Posts a custom resource as soon as its kind is served. */
  const addWidget = async (group: string, of: string, where: { namespace: string }) => {
    const widget = { apiVersion: `${group}/${of}`, kind: 'Widget', metadata: { name: 'theirs' } }
    await until(() => post(widgets(group, of, where), widget))
  }
  const drop = async (group: string) => {
    await cluster.request('DELETE', `${definitions}/widgets.${group}`)
    await until(
      async () => expect((await cluster.request('GET', `/apis/${group}`)).status).to.equal(404),
      30_000,
    )
  }

  it('WP-18 stays while one is in it, of whichever version of its group', async () => {
    const group = 'one.example.com'
    const other = { ...define(group, [version('v1', true)]), metadata: { name: `gadgets.${group}` } }
    other.spec.names = { plural: 'gadgets', kind: 'Gadget' }
    await post(definitions, other)
    await post(definitions, define(group, [version('v1alpha1', true)]))
    const it = await allow()
    await addWidget(group, 'v1alpha1', it)
    await polder.remove(entries, it.entry)
    await kept(it.entry, "is kept: Widget `theirs` is not Polder's. Delete or move it, or delete with force")
    await cluster.request('DELETE', `${widgets(group, 'v1alpha1', it)}/theirs`)
    await polder.gone(entries, it.entry)
    await cluster.request('DELETE', `${definitions}/gadgets.${group}`)
    await drop(group)
  }).timeout(110_000)

  it('WP-18 stays while one cannot be read, since the webhook that converts it is dead', async () => {
    const group = 'converted.example.com'
    await post(definitions, define(group, [version('v1beta1', true)]))
    const it = await allow()
    await addWidget(group, 'v1beta1', it)
    const where = `${definitions}/widgets.${group}`
    const change = async (conversion: object) => {
      const { body } = await cluster.request('GET', where)
      const both = [version('v1', true), version('v1beta1', false)]
      const { status } = await cluster.request('PUT', where, {
        ...body,
        spec: { ...body.spec, versions: both, conversion },
      })
      expect(status).to.equal(200)
    }
    const clientConfig = { url: 'https://127.0.0.1:1/convert' }
    await change({ strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'], clientConfig } })
    await until(async () => {
      expect((await cluster.request('GET', widgets(group, 'v1', it))).status).to.be.oneOf([429, 500])
    })
    await polder.remove(entries, it.entry)
    await kept(
      it.entry,
      'is kept: `widgets.converted.example.com`, of which it may hold some, cannot be looked at',
    )
    expect(await isGoing(it.namespace)).to.equal(false)
    await change({ strategy: 'None' })
    await until(async () => {
      expect((await cluster.request('DELETE', `${widgets(group, 'v1', it)}/theirs`)).status).to.be.oneOf([
        200, 404,
      ])
    })
    await polder.gone(entries, it.entry)
    await drop(group)
  }).timeout(110_000)

  const behind = (group: string) => ({
    group,
    version: 'v1',
    service: { name: 'nobody', namespace: 'default' },
    insecureSkipTLSVerify: true,
    groupPriorityMinimum: 100,
    versionPriority: 100,
  })

  it('WP-18 goes although an aggregated API is down, which keeps what it has elsewhere', async () => {
    const group = 'nobody.example.com'
    const it = await allow()
    await post(services, { metadata: { name: `v1.${group}` }, spec: behind(group) })
    await until(async () => expect((await cluster.request('GET', `/apis/${group}/v1`)).status).to.equal(503))
    await polder.remove('organization', it.organization)
    await until(async () => expect(await isGoing(it.namespace)).to.equal(true))
    // Kubernetes itself finishes no namespace meanwhile, and says so.
    for (const [noun, id] of Object.entries({ [entries]: it.entry, organization: it.organization })) {
      await until(async () => {
        const { reason, message } = await polder.condition(noun, id, 'Synced')
        expect(reason).to.equal('NamespaceTerminating')
        expect(message)
          .to.contain(`Kubernetes is deleting namespace ${it.namespace} and has not finished: `)
          .and.to.contain(group)
      }, 30_000)
    }
    await cluster.request('DELETE', `${services}/v1.${group}`)
    await polder.gone(entries, it.entry)
  }).timeout(70_000)

  it('WP-18 stays while an API is down behind which custom resources are kept', async () => {
    const group = 'shadow.example.com'
    await post(definitions, define(group, [version('v1', true)]))
    const it = await allow()
    await addWidget(group, 'v1', it)
    const where = `${services}/v1.${group}`
    const { body } = await cluster.request('GET', where)
    const metadata = { ...body.metadata, labels: {} }
    expect((await cluster.request('PUT', where, { ...body, metadata, spec: behind(group) })).status).to.equal(
      200,
    )
    await until(async () => expect((await cluster.request('GET', `/apis/${group}/v1`)).status).to.equal(503))
    await polder.remove(entries, it.entry)
    await kept(
      it.entry,
      'is kept: the API `shadow.example.com/v1`, of which it may hold something, cannot be looked at',
    )
    expect(await isGoing(it.namespace)).to.equal(false)
    await cluster.request('DELETE', where)
    await until(async () => {
      expect((await cluster.request('DELETE', `${widgets(group, 'v1', it)}/theirs`)).status).to.equal(200)
    }, 30_000)
    await polder.gone(entries, it.entry)
    await drop(group)
  }).timeout(110_000)

  it('WP-18 WP-14 stays while the credential may not list a kind, which the provider says before and the row then', async () => {
    const rules = leastRules()
    const fewer = rules.map((rule) => ({
      ...rule,
      resources: rule.resources.filter((resource) => resource !== 'cronjobs'),
    }))
    const user = await addUser(
      cluster,
      'custom-fewer',
      fewer.filter(({ resources }) => resources.length > 0),
    )
    const values = { namespace: 'fewer', namespace_mode: 'per_organization', token: user.token }
    const fewerProvider = await polder.addProvider(cluster, values)
    await polder.ready(fewerProvider)
    const conditionOf = (type: string) => polder.condition('workspace_provider', fewerProvider, type)
    expect((await conditionOf('Authorized')).status).to.equal('True')
    const { status, message } = await conditionOf('RemovalAuthorized')
    expect(status).to.equal('False')
    expect(message).to.match(
      /^Namespaces are deleted only with force: the credential may not list .*cronjobs\.batch.*\. Apply the manifest again: /,
    )
    const it = await allow(fewerProvider)
    await polder.remove(entries, it.entry)
    await kept(it.entry, 'the credential may not list `cronjobs.batch`, of which it may hold some')
    expect(await isGoing(it.namespace)).to.equal(false)
    await changeRules(cluster, user, rules)
    await polder.gone(entries, it.entry)
  }).timeout(70_000)
})
