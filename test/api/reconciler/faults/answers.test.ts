// Answers of a real API server that arrive in halves, slowly, or under another certificate.
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { providerLabels } from '../../../../api/resources/objects/object.ts'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'
import { halfBodies } from '../../../support/cluster/faults.ts'
import { othersIn } from '../../../support/cluster/others-in.ts'
import { until } from '../../../support/until.ts'

/** One repair of each object: to change one back again and again would be a fight. */
const drifting = [0, 1].flatMap((organization) =>
  ['allow', 'deny'].map((policy) => [organization, policy] as const),
)

describe('a cluster whose answers do not arrive as they should', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('answ')

  it('WP-15 bodies that break off in the middle are told of, and nothing is read from them', async () => {
    const { proxy, addOrganization, narrow, loosen, tells, converged, written, objects } = scene()
    const known = [...(await objects()).keys()]
    const from = proxy.calls.length
    proxy.fault = halfBodies
    proxy.resetAll()
    await addOrganization()
    const repaired = [...(await narrow()), ...(await loosen())]
    await tells('workspace_provider', 'Reachable', /^False HostUnreachable: .* cannot be reached: /)
    proxy.fault = undefined
    await converged(5_000)
    const added = [...(await objects()).keys()].filter((it) => !known.includes(it))
    // Nobody can know whether a write was done whose answer broke off, so that it may be sent again.
    expect([...new Set(written(from))]).to.deep.equal([...new Set([...repaired, ...added])].toSorted())
  })

  it('WP-15 a certificate of a new authority is refused, named, and trusted as soon as ca_data says so', async () => {
    const { proxy, outlives, polder, providers } = scene()
    let caData = ''
    await outlives({
      begin: async () => ({ caData } = await proxy.rotate()),
      end: async () => {
        const cluster = { server: proxy.server, ca_data: caData }
        for (const provider of providers) await polder.change('workspace_provider', provider, { cluster })
      },
      tells: ['workspace_provider', 'Reachable', /^False BadCertificate: .*Correct cluster\.ca_data/],
    })
  })

  it('WP-14 streams that a proxy cuts again and again go on without a list, and each repair takes at most a second', async () => {
    const { proxy, narrow, converged, written, lists, polder, providers } = scene()
    const before = await Promise.all(providers.map((it) => polder.row('workspace_provider', it)))
    proxy.link = { cutWatchesMs: 1_500 }
    for (const path of new Set(proxy.watched())) proxy.resetWatch(path)
    const from = proxy.calls.length
    const repaired: string[] = []
    const watched = () =>
      proxy.calls.filter((it) => it.isWatch && it.path.endsWith('/networkpolicies')).length
    for (const [organization, policy] of drifting) {
      const before = watched()
      repaired.push(...(await narrow(organization, policy)))
      await converged(1_000)
      await until(() => expect(watched()).to.be.at.least(before + 2))
    }
    expect(written(from)).to.deep.equal(repaired.toSorted())
    expect(lists(from)).to.deep.equal([])
    const after = await Promise.all(providers.map((it) => polder.row('workspace_provider', it)))
    expect(after.map((it) => it!.conditions)).to.deep.equal(before.map((it) => it!.conditions))
  })

  it('WP-14 lists that take longer than a call may be silent are read to their end over a slow link', async () => {
    const { proxy, cluster, polder, narrow, converged, written, providers } = scene()
    const labels = providerLabels(polder.deployment, providers[1])
    // A megabyte each, which hardly compresses: all together take the link more than ten seconds.
    for (let i = 0; i < 7; i += 1) {
      const resourceNames = [randomBytes(750_000).toString('base64')]
      const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], resourceNames }]
      const path = '/apis/rbac.authorization.k8s.io/v1/namespaces/answ4-theirs/roles'
      await othersIn(() => cluster).post(path, { metadata: { name: `large-${i}`, labels }, rules })
    }
    proxy.link = { bitsPerSecond: 4_000_000, latencyMs: 50 }
    await polder.restart()
    const from = proxy.calls.length
    const repaired = await narrow()
    await converged(40_000)
    expect(written(from)).to.deep.equal(repaired.toSorted())
    expect(JSON.stringify(polder.logged)).not.to.contain('is not ready')
  })
})
