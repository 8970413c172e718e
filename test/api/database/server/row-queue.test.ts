// The turns of those who write one row.
import { expect } from 'chai'
import { Crowded, createRowQueue } from '../../../../api/database/server/row-queue.ts'
import { refusal } from '../../../support/database/writer.ts'

const row = 'organization `acme`'

describe('the queue of a row', () => {
  const crowded = () => {
    const turnsOf = createRowQueue()
    const writers = Array.from({ length: 4 }, turnsOf)
    for (const it of writers) it.take('organization', 'acme')
    expect(() => turnsOf().take('organization', 'acme')).to.throw(Crowded)
    return { turnsOf, writers }
  }

  it('gives a turn at once to whoever comes to wait when everybody has left', async () => {
    const { turnsOf, writers } = crowded()
    for (const it of writers) it.giveBack()
    await turnsOf().wait(row)
  })

  it('passes a turn on to who has waited longest, past who comes now', async () => {
    const { turnsOf, writers } = crowded()
    const order: number[] = []
    const late = [turnsOf(), turnsOf()]
    const waits = late.map((it, index) => it.wait(row).then(() => order.push(index)))
    writers[0]!.giveBack()
    expect(() => turnsOf().take('organization', 'acme')).to.throw(Crowded)
    await waits[0]
    late[0]!.giveBack()
    await Promise.all(waits)
    expect(order).to.deep.equal([0, 1])
  })

  it('takes one turn for one transaction, however often it asks, and keeps rows apart', () => {
    const { turnsOf, writers } = crowded()
    writers[0]!.take('organization', 'acme')
    const other = turnsOf()
    other.take('organization', 'other')
    other.take('user', 'acme')
  })

  it('503 busy at once to whoever would be one too many in it', async () => {
    const { turnsOf, writers } = crowded()
    const waits = Array.from({ length: 200 }, turnsOf).map(async (it) => {
      await it.wait(row)
      it.giveBack()
    })
    const { code, status, retryAfter } = await refusal(turnsOf().wait(row))
    expect({ code, status, retryAfter }).to.deep.equal({ code: 'busy', status: 503, retryAfter: 1 })
    for (const it of writers) it.giveBack()
    await Promise.all(waits)
  })
})
