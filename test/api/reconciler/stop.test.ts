// The stop of a reconciler that is in the middle of something.
import { expect } from 'chai'
import { httpsServer } from '../../support/cluster/https-server.ts'
import { startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

describe('stopping the reconciler', () => {
  it('breaks off a call that hangs, concludes nothing from it, and begins anew at the next start', async () => {
    let asked = 0
    const server = await httpsServer(() => {
      asked += 1
    })
    const polder = await startReconciling()
    const provider = await polder.addProvider({ ...server, adminToken: 'x' }, { namespace: 'hanging' })
    await until(() => expect(asked).to.equal(1))
    const before = await polder.row('workspace_provider', provider)
    const started = performance.now()
    await polder.restart()
    expect(performance.now() - started).to.be.lessThan(2_000)
    expect(await polder.row('workspace_provider', provider)).to.deep.equal(before)
    await until(() => expect(asked).to.equal(2))
    await polder.stop()
    await server.stop()
    expect(polder.logged.filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('opens no connection any more when it is stopped while rows are being read', async () => {
    let asked = 0
    const server = await httpsServer(() => {
      asked += 1
    })
    const polder = await startReconciling()
    await polder.idle()
    const { database } = polder
    let stopped: Promise<void> | undefined
    await database.transaction(async (session) => {
      // Every pass begins by reading it.
      await session.run('lock table deployment in access exclusive mode')
      await polder.addProvider({ ...server, adminToken: 'x' }, { namespace: 'never' })
      await until(async () => {
        const held = `select from pg_locks where not granted and relation = 'deployment'::regclass`
        expect(await database.query(held)).not.to.deep.equal([])
      })
      stopped = polder.restart()
    })
    const released = performance.now()
    await stopped
    expect(performance.now() - released).to.be.lessThan(2_000)
    // By the next start alone.
    await until(() => expect(asked).to.equal(1))
    await polder.stop()
    await server.stop()
  })
})
