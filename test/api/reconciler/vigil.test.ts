// A watch that does not last must not become a storm of passes.
import { expect } from 'chai'
import { openCluster } from '../../../api/reconciler/cluster.ts'
import { createVigil } from '../../../api/reconciler/vigil.ts'
import { httpsServer } from '../../support/cluster/https-server.ts'

describe('the vigil over a cluster', () => {
  it('asks for passes less and less often where every watch is cut at once', async () => {
    let watches = 0
    const server = await httpsServer((_, response) => {
      watches += 1
      response.end()
    })
    const headers = async () => ({})
    const cluster = openCluster({ server: new URL(server.server), tls: { ca: server.ca }, headers })
    const provider = { deployment: 'dpl_1', id: 'wsp_1', namespace: 'here', namespace_mode: 'shared' }
    const live = { versions: new Map() }
    const held = { desired: { provider }, live, cluster, declared: new Map() } as never
    const asked: number[] = []
    await new Promise<void>((resolve) => {
      const vigil = createVigil({ random: () => 0.02, now: () => new Date() }, () => {
        asked.push(performance.now())
        if (asked.length === 6) return resolve()
        vigil.keep(held)
      })
      vigil.keep(held)
    })
    cluster.close()
    await server.stop()
    // Three kinds in a shared namespace: each is watched once before a pass.
    expect(watches).to.be.at.most(3 * asked.length)
    expect(asked[5]! - asked[4]!).to.be.greaterThan(600)
    expect(asked[1]! - asked[0]!).to.be.lessThan(600)
  })
})
