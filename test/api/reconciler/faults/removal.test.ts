// Providers that are deleted while their cluster is out of reach.
import { expect } from 'chai'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'
import { held } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

describe('a provider that is deleted while its cluster is gone', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('away')
  const cut = async () => {
    const { proxy, tells, addOrganization } = scene()
    proxy.isRefusing = true
    proxy.resetAll()
    // Whoever has something to do notices first.
    await addOrganization()
    await tells('workspace_provider', 'Reachable', /^False HostUnreachable: /)
  }

  it('S13 WP-20 waits for its cluster, goes once that is back, and leaves what is not its own', async () => {
    const { cluster, proxy, polder, providers, strangers } = scene()
    const [shared, own] = providers
    await cut()
    const from = proxy.calls.length
    for (const provider of providers) await polder.remove('workspace_provider', provider)
    await until(() => expect(proxy.calls.length).to.equal(from))
    for (const provider of providers) {
      const { reason } = await polder.condition('workspace_provider', provider, 'Reachable')
      expect(reason).to.equal('HostUnreachable')
    }
    proxy.isRefusing = false
    await until(async () => {
      const { reason, message } = await polder.condition('workspace_provider', shared, 'NamespaceReady')
      expect(`${reason}: ${message}`).to.match(/^NamespaceInUse: .*away1-sha.* is kept: .*`theirs`/)
    }, 30_000)
    await polder.gone('workspace_provider', own)
    expect((await held(cluster, polder.deployment, own)).size).to.equal(0)
    await strangers.areUnchanged()
  })

  it('WP-20 goes at once by force, and the log says which namespaces it left', async () => {
    const { cluster, polder, providers, strangers, within } = scene()
    const before = await Promise.all(providers.map((it) => held(cluster, polder.deployment, it)))
    await cut()
    for (const provider of providers) await polder.remove('workspace_provider', provider, true)
    const began = performance.now()
    for (const provider of providers) await polder.gone('workspace_provider', provider)
    expect(performance.now() - began).to.be.at.most(within(10_000))
    const said = JSON.stringify(polder.logged)
    const namespaces = before.flatMap((it) => [...it.keys()]).filter((it) => it.startsWith('namespaces//'))
    for (const key of namespaces) expect(said).to.contain(`"namespace":"${key.slice('namespaces//'.length)}"`)
    const after = await Promise.all(providers.map((it) => held(cluster, polder.deployment, it)))
    expect(after).to.deep.equal(before)
    await strangers.areUnchanged()
  })
})
