// What a cluster that cannot be worked with costs everybody who writes.
import { expect } from 'chai'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'

describe('the queue of a provider whose cluster cannot be worked with', () => {
  let reconciling: Reconciling
  before(async () => {
    reconciling = await startReconciling()
  })
  after(() => reconciling.stop())

  it('is not read again at each write: only the provider itself is looked for', async () => {
    const { database, addOrganization, allow, activate, idle } = reconciling
    const [builtIn] = await database.query<{ id: string }>('select id from workspace_provider where built_in')
    for (let at = 0; at < 20; at += 1) await allow(builtIn!.id, await addOrganization(`waits-${at}`))
    await idle()
    const [waiting] = await database.query<{ count: number }>(
      "select count(*)::int from reconcile_queue where key <> 'provider'",
    )
    expect(waiting!.count).to.be.at.least(20)

    const read: number[] = []
    const { query } = database
    database.query = async (text, values) => {
      const rows = await query<never>(text, values)
      if (/ from reconcile_queue\b/.test(text)) read.push(rows.length)
      return rows
    }
    activate()
    await idle()
    expect(read).to.deep.equal([0])
  })
})
