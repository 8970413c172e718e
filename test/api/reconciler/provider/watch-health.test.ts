// A provider says when it no longer sees at once what others change in its cluster.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { serverError, where } from '../../../support/cluster/faults.ts'
import { type FaultyProxy, startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

describe('the watches of a provider', () => {
  let cluster: Cluster
  let proxy: FaultyProxy
  let polder: Reconciling
  before(async function () {
    cluster = await sharedCluster(this)
    proxy = await startFaultyProxy(cluster)
    polder = await startReconciling()
  })
  after(async () => {
    await polder?.stop()
    await proxy?.stop()
  })

  it('make the condition WatchHealthy False while they fail, naming the resource, and the provider stays ready', async () => {
    const provider = await polder.addProvider({ ...cluster, ...proxy }, { namespace: 'watch-health' })
    await polder.ready(provider)
    const says = (status: string) =>
      until(async () => {
        const it = await polder.condition('workspace_provider', provider, 'WatchHealthy')
        expect(it.status, it.message).to.equal(status)
        return it
      }, 15_000)
    expect((await says('True')).message).to.equal('Changes by others are seen at once.')
    const path = '/api/v1/namespaces/watch-health/serviceaccounts'
    proxy.fault = where((call) => call.isWatch && call.path === path, serverError)
    await until(() => proxy.resetWatch(path))
    const { reason, message } = await says('False')
    expect(reason).to.equal('WatchFailing')
    expect(message).to.match(
      /^Changes by others of `serviceaccounts` are seen late, because the watch fails: .* answered 500/,
    )
    await polder.ready(provider)
    proxy.fault = undefined
    await says('True')
  }).timeout(60_000)
})
