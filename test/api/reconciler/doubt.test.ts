// A connection that breaks once is no outage; one that stays broken is.
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { type Reconciling, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

/** Passes bytes on to the cluster, until it is told to hang up on so many. */
const between = async (cluster: Cluster) => {
  const open = new Set<Socket>()
  let refusals = 0
  const counts = { accepted: 0, refused: 0 }
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (refusals > 0) {
      refusals -= 1
      counts.refused += 1
      return void socket.destroy()
    }
    counts.accepted += 1
    const onward = connect(Number(new URL(cluster.server).port), '127.0.0.1').on('error', () => {})
    for (const one of [socket, onward]) open.add(one.on('close', () => open.delete(one)))
    socket.pipe(onward).pipe(socket)
    socket.on('close', () => onward.destroy())
    onward.on('close', () => socket.destroy())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    hangUp(next: number) {
      refusals = next
      counts.accepted = counts.refused = 0
      for (const socket of open) socket.destroy()
    },
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

describe('a ready provider whose API server does not answer', () => {
  let polder: Reconciling
  let wire: Awaited<ReturnType<typeof between>>
  let provider: string

  before(async function () {
    const cluster = await sharedCluster(this)
    polder = await startReconciling()
    wire = await between(cluster)
    provider = await polder.addProvider({ ...cluster, server: wire.server }, { namespace: 'doubt' })
    await polder.ready(provider)
    await polder.idle()
  })
  after(async () => {
    await polder?.stop()
    wire?.stop()
  })

  it('stays ready when the next pass reaches it again, without a word', async () => {
    const before = (await polder.row('workspace_provider', provider))!
    wire.hangUp(1)
    await until(() => expect(wire.counts).to.deep.include({ refused: 1 }))
    await until(() => expect(wire.counts.accepted).to.be.at.least(2))
    await polder.idle()
    const after = (await polder.row('workspace_provider', provider))!
    expect(after.conditions).to.deep.equal(before.conditions)
    expect(after.status_revision).to.equal(before.status_revision)
  })

  it('WP-15 is an error within seconds when the next pass does not reach it either', async () => {
    wire.hangUp(Number.POSITIVE_INFINITY)
    await until(async () => {
      const it = await polder.condition('workspace_provider', provider, 'Reachable')
      expect(it.reason).to.equal('HostUnreachable')
    })
    expect((await polder.row('workspace_provider', provider))!.ready).to.equal(false)
    expect(wire.counts.refused).to.be.greaterThan(1)
  })
})
