// Namespaces that somebody deletes, and that do not go.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'
import { othersIn } from '../../../support/cluster/others-in.ts'
import { held } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

const at = (namespace: string) => `/api/v1/namespaces/${namespace}`

/** As a controller that is gone leaves it: nothing takes the finalizer away. */
const hold = async (cluster: Cluster, namespace: string, finalizers: string[]) => {
  const { body } = await cluster.request('GET', at(namespace))
  const metadata = { ...body.metadata, finalizers }
  await othersIn(() => cluster).change(at(namespace), { metadata })
}

describe('a namespace that is deleted in the cluster', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('names')
  const namespaceOf = async (index: number) => {
    const { polder, organizations } = scene()
    return (await polder.synced(organizations[index]!.entries[1]!)).namespace
  }
  const isGone = async (namespace: string, uid?: string) =>
    until(async () => {
      const { status, body } = await scene().cluster.request('GET', at(namespace))
      expect(status === 404 || (uid && body.metadata.uid !== uid)).to.equal(true)
    }, 30_000)

  it('WP-14 by hand is made anew with all its objects, each written once, as soon as the old one is gone', async () => {
    const { cluster, proxy, objects, converged, written } = scene()
    const namespace = await namespaceOf(0)
    const mine = [...(await objects()).keys()].filter((it) => it.includes(`/${namespace}`))
    const { uid } = (await cluster.request('GET', at(namespace))).body.metadata
    const from = proxy.calls.length
    expect((await cluster.request('DELETE', at(namespace))).status).to.equal(200)
    await isGone(namespace, uid)
    await converged(5_000)
    expect(written(from)).to.deep.equal(mine.toSorted())
  })

  it('WP-14 by hand, and stuck, is told of on its organization alone, and made anew within five seconds of its end', async () => {
    const { cluster, proxy, polder, providers, organizations, objects, narrow, converged, written, within } =
      scene()
    const namespace = await namespaceOf(1)
    const mine = [...(await objects()).keys()].filter((it) => it.includes(`/${namespace}`))
    await hold(cluster, namespace, ['example.com/hold'])
    const from = proxy.calls.length
    await cluster.request('DELETE', at(namespace))
    await until(async () => {
      const { status, reason, message } = await polder.condition(
        'organization',
        organizations[1]!.id,
        'Synced',
      )
      expect(`${status} ${reason}: ${message}`).to.match(
        new RegExp(`^False NamespaceTerminating: .*${namespace}`),
      )
    })
    const repaired = await narrow()
    await until(() => expect(written(from)).to.include.members(repaired), within(2_000))
    for (const provider of providers) await polder.ready(provider)
    await until(async () => {
      const { body } = await cluster.request('GET', at(namespace))
      expect(body.spec).to.deep.equal({})
    }, 30_000)
    await hold(cluster, namespace, [])
    await converged(5_000)
    expect(written(from)).to.deep.equal([...repaired, ...mine].toSorted())
  })

  it('S13 by Polder, and stuck, is waited for, and its organization goes within five seconds of its end', async () => {
    const { cluster, polder, organizations, narrow, proxy, written, within } = scene()
    const namespace = await namespaceOf(1)
    await hold(cluster, namespace, ['example.com/hold'])
    const { id } = organizations.pop()!
    const from = proxy.calls.length
    await polder.remove('organization', id)
    await until(async () => {
      const { body } = await cluster.request('GET', at(namespace))
      expect(body.spec).to.deep.equal({})
    }, 30_000)
    await until(async () => {
      const { status, reason, message } = await polder.condition('organization', id, 'Synced')
      expect(`${status} ${reason}: ${message}`).to.match(new RegExp(`^False Deleting: .*${namespace}`))
    })
    const repaired = await narrow()
    await until(() => expect(written(from)).to.include.members(repaired), within(2_000))
    await hold(cluster, namespace, [])
    const began = performance.now()
    await polder.gone('organization', id)
    expect(performance.now() - began).to.be.at.most(within(5_000))
    const deletions = written(from).filter((it) => it === `DELETE namespaces//${namespace}`)
    expect(deletions.length).to.equal(1)
  })

  it('WP-14 by hand where a provider shares it is made anew with all its objects', async () => {
    const { cluster, proxy, polder, organizations, within } = scene()
    const provider = await polder.addProvider({ ...cluster, ...proxy }, { namespace: 'names-shared' })
    const entry = await polder.allow(provider, organizations[0]!.id)
    await polder.synced(entry)
    await polder.idle()
    const keys = async () => [...(await held(cluster, polder.deployment, provider)).keys()].toSorted()
    const before = await keys()
    const { uid } = (await cluster.request('GET', at('names-shared'))).body.metadata
    await cluster.request('DELETE', at('names-shared'))
    await isGone('names-shared', uid)
    await until(async () => expect(await keys()).to.deep.equal(before), within(5_000))
    await polder.ready(provider)
    await polder.synced(entry)
  })
})
