// Connections to a real API server that break, or fall silent.
import { expect } from 'chai'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'

describe('a cluster whose connections break', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('conn')

  it('WP-14 a watch that is reset goes on where it was: nothing is listed, and what changed meanwhile is repaired', async () => {
    const { proxy, narrow, converged, written, lists } = scene()
    const from = proxy.calls.length
    for (const path of new Set(proxy.watched())) proxy.resetWatch(path)
    const repaired = await narrow()
    await converged(2_000)
    expect(written(from)).to.deep.equal(repaired.toSorted())
    expect(lists(from)).to.deep.equal([])
  })

  it('WP-14 connections that are all reset at once are made anew, and nobody hears of it', async () => {
    const { proxy, narrow, converged, written, polder, providers } = scene()
    const before = await polder.condition('workspace_provider', providers[0], 'Reachable')
    const from = proxy.calls.length
    proxy.resetAll()
    const repaired = await narrow()
    await converged(2_000)
    expect(written(from)).to.deep.equal(repaired.toSorted())
    expect(await polder.condition('workspace_provider', providers[0], 'Reachable')).to.deep.equal(before)
  })

  it('WP-15 a server that resets every connection is told of, and all is well within five seconds of its end', async () => {
    const { proxy, outlives } = scene()
    await outlives({
      begin: () => {
        proxy.isRefusing = true
        proxy.resetAll()
      },
      end: () => (proxy.isRefusing = false),
      tells: [
        'workspace_provider',
        'Reachable',
        /^False HostUnreachable: 127\.0\.0\.1:\d+ cannot be reached: .*ECONNRESET.* Since /,
      ],
    })
  })

  it('WP-15 a server that accepts and never answers is told of, and all is well within five seconds of its end', async () => {
    const { proxy, outlives } = scene()
    await outlives({
      begin: proxy.freeze,
      end: proxy.thaw,
      tells: [
        'workspace_provider',
        'Reachable',
        /^False HostUnreachable: .* does not answer in time\. Since /,
      ],
    })
  })
})
