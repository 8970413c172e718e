// A control plane that crashes, and one that has forgotten what a watch would go on from.
import { dirname } from 'node:path'
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { readRecord } from '../../../../examples/local/cluster/control-plane-files.ts'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'

/** Etcd forgets every revision but the last, as it does every five minutes. */
const compact = async (cluster: Cluster) => {
  const { ports } = readRecord(dirname(cluster.kubeconfig))!
  const ask = async (path: string, body: object) => {
    const url = `http://127.0.0.1:${ports.etcd}/v3/${path}`
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    expect(answer.status, path).to.equal(200)
    return (await answer.json()) as { header: { revision: string } }
  }
  const { header } = await ask('maintenance/status', {})
  await ask('kv/compaction', { revision: header.revision, physical: true })
}

describe('a control plane that fails', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('plane')

  it('WP-15 kill -9 of the API server and of etcd is told of, and all is well within five seconds of their return', async () => {
    const { cluster, outlives } = scene()
    await outlives({
      drifts: false,
      begin: async () => {
        await cluster.stopApiServer('SIGKILL')
        await cluster.stopEtcd('SIGKILL')
      },
      end: async () => {
        await cluster.startEtcd()
        await cluster.startApiServer()
      },
      tells: [
        'workspace_provider',
        'Reachable',
        /^False HostUnreachable: 127\.0\.0\.1:\d+ cannot be reached: /,
      ],
    })
  })

  it('WP-14 a version that etcd has compacted away is listed anew, and what drifted unseen is repaired', async () => {
    const { cluster, proxy, narrow, loosen, converged, written } = scene()
    const policies = '/apis/networking.k8s.io/v1/networkpolicies'
    const { resourceVersion } = (await cluster.request('GET', policies)).body.metadata
    const from = proxy.calls.length
    proxy.isRefusing = true
    proxy.resetAll()
    const repaired = [...(await narrow()), ...(await loosen())]
    // An API server that has just started remembers no older versions, and asks etcd for them.
    await cluster.stopApiServer('SIGKILL')
    await compact(cluster)
    await cluster.startApiServer()
    proxy.isRefusing = false
    await converged(5_000)
    expect(written(from)).to.deep.equal(repaired.toSorted())
    const asked = `${policies}?watch=1&timeoutSeconds=1&resourceVersion=${resourceVersion}`
    expect((await cluster.request('GET', asked)).body.object.code).to.equal(410)
  })
})
