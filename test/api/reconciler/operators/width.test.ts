// How many organizations of a provider are worked on at once, as a proxy before a real cluster counts them.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

const many = 6

describe('the width of a provider', () => {
  let cluster: Cluster
  let polder: Reconciling
  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
  })
  after(() => polder?.stop())

  for (const width of [1, 3]) {
    it(`WP-02 of ${width} lets so many organizations be written at once, and all in the end`, async () => {
      const proxy = await startFaultyProxy(cluster)
      const provider = await polder.addProvider(
        { ...cluster, ...proxy },
        { namespace: `width${width}`, width },
      )
      await polder.ready(provider)
      const held: (() => void)[] = []
      let [now, most] = [0, 0]
      proxy.fault = async ({ isWrite }) => {
        if (!isWrite) return
        now += 1
        most = Math.max(most, now)
        await new Promise<void>((resolve) => held.push(resolve))
        now -= 1
      }
      const entries: string[] = []
      for (let i = 0; i < many; i += 1)
        entries.push(await polder.allow(provider, await polder.addOrganization(`width${width}-${i}`)))
      await until(() => expect(held).to.have.length(width))
      // Each write that is let through is followed by the next, until everything stands.
      await until(async () => {
        for (const release of held.splice(0)) release()
        for (const entry of entries)
          expect((await polder.row('workspace_provider_allowlist_entry', entry))?.synced).to.equal(true)
      }, 30_000)
      expect(most).to.equal(width)
      await proxy.stop()
    }).timeout(40_000)
  }
})
