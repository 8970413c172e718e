// What people keep in the namespace of an organization keeps the namespace, against a real API server.
import { expect } from 'chai'
import { tenancyLabels } from '../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type Kept, keptObjects } from '../../support/cluster/kept-objects.ts'
import { othersIn } from '../../support/cluster/others-in.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

const entries = 'workspace_provider_allowlist_entry'
type Held = { organization: string; entry: string; namespace: string }

describe('a namespace that is to go with its organization', () => {
  let cluster: Cluster
  let polder: Reconciling
  let provider: string

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    const services = { max_load_balancers: 9, max_node_ports: 9 }
    const values = { namespace: 'kept', namespace_mode: 'per_organization', ...services }
    provider = await polder.addProvider(cluster, values)
    await polder.ready(provider)
  })
  after(() => polder?.stop())

  let count = 0
  const open = async (): Promise<Held> => {
    count += 1
    const organization = await polder.addOrganization(`keeper-${count}`)
    const entry = await polder.allow(provider, organization)
    const { namespace } = await polder.synced(entry)
    return { organization, entry, namespace }
  }
  const { post, isGoing } = othersIn(() => cluster)
  const keep = ({ path, spec, more }: Omit<Kept, 'kind'>, { namespace }: Held, labels?: object) => {
    const metadata = { name: 'theirs', labels }
    return post(path.replace('*', `namespaces/${namespace}`), { metadata, ...(spec && { spec }), ...more })
  }
  /** What the last test takes away, to see every namespace go. */
  const waiting: { path: string; it: Held }[] = []
  const letGo = async (path: string, { namespace }: Held) => {
    const where = `${path.replace('*', `namespaces/${namespace}`)}/theirs`
    const how = { propagationPolicy: 'Background', gracePeriodSeconds: 0 }
    expect((await cluster.request('DELETE', where, how)).status).to.equal(200)
  }
  /** Removes the organization and waits until its rows say why its namespace stays. */
  const refused = async (it: Held, why: string) => {
    await polder.remove('organization', it.organization)
    await until(async () => {
      const { reason, message } = await polder.condition(entries, it.entry, 'Synced')
      expect(`${reason}: ${message}`).to.contain(`NamespaceInUse: Namespace ${it.namespace} is kept: ${why}`)
    })
    await until(async () => {
      const { reason, message } = await polder.condition('organization', it.organization, 'Synced')
      expect(reason).to.equal('NamespaceInUse')
      expect(message).to.contain(`Workspace provider \`kept\`: Namespace ${it.namespace} is kept: ${why}`)
      expect(message.match(/ Since /g)).to.have.length(1)
    })
    await polder.idle()
    expect(await isGoing(it.namespace)).to.equal(false)
  }

  it('WP-18 goes when there is nothing in it but what Polder and Kubernetes put there', async () => {
    const it = await open()
    const at = `/namespaces/${it.namespace}`
    const involvedObject = { kind: 'Pod', name: 'gone', namespace: it.namespace }
    await post(`/api/v1${at}/events`, { metadata: { name: 'told' }, involvedObject, reason: 'Was' })
    await post(`/apis/coordination.k8s.io/v1${at}/leases`, { metadata: { name: 'leader' } })
    await post(`/api/v1${at}/endpoints`, { metadata: { name: 'nowhere' } })
    await post(`/api/v1${at}/configmaps`, { metadata: { name: 'istio-ca-root-cert' } })
    await polder.remove('organization', it.organization)
    await polder.gone('organization', it.organization)
    expect((await cluster.request('GET', `/api/v1/namespaces/${it.namespace}`)).status).to.equal(404)
  }).timeout(70_000)

  for (const object of keptObjects) {
    const { kind, path } = object
    it(`WP-18 stays while a ${kind} is in it, and is said to`, async () => {
      const it = await open()
      await keep(object, it)
      await refused(
        it,
        `${kind} \`theirs\` is not Polder's. Delete or move it, or delete with force: all that is in the namespace goes then.`,
      )
      waiting.push({ path, it })
    })
  }

  it('WP-18 stays while a Secret is in it, which is counted and never listed', async () => {
    const it = await open()
    const path = '/api/v1/*/secrets'
    await keep({ path, more: { stringData: { password: 'precious' } } }, it)
    const how = `\`kubectl -n ${it.namespace} get secrets\``
    await refused(it, `1 Secret is not Polder's. Polder never reads Secrets: ${how} lists them`)
    waiting.push({ path, it })
  })

  it('WP-18 has its Secrets counted where the quota that counts them was taken away', async () => {
    const it = await open()
    await keep({ path: '/api/v1/*/secrets' }, it)
    await polder.remove(entries, it.entry)
    await until(async () => {
      const { message } = await polder.condition(entries, it.entry, 'Synced')
      expect(message).to.contain("1 Secret is not Polder's")
    })
    const quota = `/api/v1/namespaces/${it.namespace}/resourcequotas/polder-quota`
    const { uid } = (await cluster.request('GET', quota)).body.metadata
    expect((await cluster.request('DELETE', quota)).status).to.equal(200)
    await polder.restart()
    await until(async () => {
      const { status, body } = await cluster.request('GET', quota)
      expect(status).to.equal(200)
      expect(body.metadata.uid).not.to.equal(uid)
      expect(body.status?.used).to.deep.equal({ 'count/secrets': '1' })
    })
    await polder.idle()
    expect(await isGoing(it.namespace)).to.equal(false)
    await letGo('/api/v1/*/secrets', it)
    await polder.gone(entries, it.entry)
  }).timeout(70_000)

  for (const { kind, path, spec } of [
    { kind: 'ConfigMap', path: '/api/v1/*/configmaps', spec: undefined },
    {
      kind: 'NetworkPolicy',
      path: '/apis/networking.k8s.io/v1/*/networkpolicies',
      spec: { podSelector: {} },
    },
  ]) {
    it(`WP-18 stays while a ${kind} is in it on which somebody copied Polder's labels`, async () => {
      const it = await open()
      const labels = tenancyLabels({ deployment: polder.deployment, provider, organization: it.organization })
      const { metadata } = await keep({ path, spec }, it, labels)
      await polder.change('organization', it.organization, { description: 'another pass' })
      await until(async () => {
        const { observed } = (await polder.row(entries, it.entry))!
        expect(observed).to.include({ [it.organization]: 2 })
      })
      await refused(it, `${kind} \`theirs\` is not Polder's.`)
      const { body } = await cluster.request(
        'GET',
        `${path.replace('*', `namespaces/${it.namespace}`)}/theirs`,
      )
      expect(body.metadata.uid).to.equal(metadata.uid)
      waiting.push({ path, it })
    })
  }

  it('WP-18 stays while the last page of a long list holds something that Polder did not write', async () => {
    const it = await open()
    const path = '/api/v1/*/serviceaccounts'
    const at = `/api/v1/namespaces/${it.namespace}/serviceaccounts?fieldManager=polder`
    const names = Array.from({ length: 60 }, (_, index) => `polder-${String(index).padStart(2, '0')}`)
    // The API server notes no manager of an object that has nothing but a name.
    const more = { automountServiceAccountToken: false }
    await Promise.all(names.map((name) => post(at, { metadata: { name }, ...more })))
    await keep({ path }, it)
    await refused(it, "ServiceAccount `theirs` is not Polder's.")
    waiting.push({ path, it })
  })

  it('WP-18 goes by force with what is in it', async () => {
    const it = await open()
    await keep({ path: '/api/v1/*/secrets' }, it)
    await refused(it, "1 Secret is not Polder's.")
    await polder.remove('organization', it.organization, true)
    await polder.gone('organization', it.organization)
  }).timeout(70_000)

  it('WP-20 keeps its provider, which says so', async () => {
    const values = { namespace: 'keeping', namespace_mode: 'per_organization' }
    const keeping = await polder.addProvider(cluster, values)
    const organization = await polder.addOrganization('keeper')
    const entry = await polder.allow(keeping, organization)
    const { namespace } = await polder.synced(entry)
    const it = { organization, entry, namespace }
    await keep({ path: '/api/v1/*/configmaps' }, it)
    await polder.remove('workspace_provider', keeping)
    await until(async () => {
      const { reason, message } = await polder.condition('workspace_provider', keeping, 'Synced')
      expect(reason).to.equal('NamespaceInUse')
      expect(message).to.contain(
        `Organization \`keeper\`: Namespace ${namespace} is kept: ConfigMap \`theirs\``,
      )
    })
    await letGo('/api/v1/*/configmaps', it)
    await polder.gone('workspace_provider', keeping)
  }).timeout(70_000)

  it('WP-18 goes by itself when what kept it has gone', async () => {
    expect(waiting).to.have.length.above(keptObjects.length)
    await Promise.all(waiting.map(({ path, it }) => letGo(path, it)))
    await Promise.all(waiting.map(({ it }) => polder.gone('organization', it.organization)))
  }).timeout(90_000)
})
