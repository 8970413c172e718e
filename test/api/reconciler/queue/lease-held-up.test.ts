// What a lease that takes long to be renewed costs everybody who writes.
import { expect } from 'chai'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

describe('the queue of a process whose leases are being renewed', () => {
  let reconciling: Reconciling
  before(async () => {
    reconciling = await startReconciling()
  })
  after(() => reconciling.stop())

  it('is read at once: no change waits for a lease', async () => {
    const { database, activate, idle } = reconciling
    await idle()
    const renewal = Promise.withResolvers<void>()
    let read = 0
    const { query } = database
    database.query = async (text, values) => {
      if (/provider_lease/.test(text)) await renewal.promise
      if (/ from reconcile_queue\b/.test(text)) read += 1
      return query(text, values)
    }
    activate()
    await until(() => expect(read).to.equal(1), 1_000).finally(renewal.resolve)
    database.query = query
    await idle()
  })
})
