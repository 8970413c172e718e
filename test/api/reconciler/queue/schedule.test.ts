// The turns of a provider itself: one at a time, and none forgotten.
import { expect } from 'chai'
import { createSchedule } from '../../../../api/reconciler/queue/schedule.ts'
import { until } from '../../../support/until.ts'

describe('the schedule of the turns of a provider', () => {
  const schedules: { stop(): void }[] = []
  afterEach(() => {
    for (const it of schedules.splice(0)) it.stop()
  })
  const open = () => {
    const begun: (number | null)[] = []
    const ends: ((wait?: number) => void)[] = []
    const schedule = createSchedule({
      turn: (seq) => {
        begun.push(seq)
        return new Promise((resolve) => ends.push(resolve))
      },
      settled: () => {},
    })
    schedules.push(schedule)
    const end = async (wait?: number) => {
      ends.shift()!(wait)
      await new Promise(setImmediate)
    }
    return { schedule, begun, end }
  }

  it('runs once more for whatever was asked for during a turn, with the row of the queue that asked', async () => {
    const { schedule, begun, end } = open()
    schedule.ask(1)
    schedule.ask(2)
    schedule.ask(null)
    expect(begun).to.deep.equal([1])
    await end(60_000)
    expect(begun).to.deep.equal([1, 2])
    await end()
    expect(schedule.isIdle()).to.equal(true)
  })

  it('takes the row that asked for the turn under way for no new question', async () => {
    const { schedule, begun, end } = open()
    schedule.ask(1)
    schedule.ask(1)
    await end()
    expect(begun).to.deep.equal([1])
    // It stands still: that turn did not take it off.
    schedule.ask(1)
    expect(begun).to.deep.equal([1, 1])
  })

  it('waits as long as the last turn says, unless asked', async () => {
    const { schedule, begun, end } = open()
    schedule.ask(null)
    await end(1)
    await until(() => expect(begun).to.deep.equal([null, null]), 2_000, 5)
    await end(60_000)
    schedule.ask(3)
    expect(begun).to.deep.equal([null, null, 3])
  })

  it('begins nothing once it is stopped', async () => {
    const { schedule, begun, end } = open()
    schedule.ask(null)
    schedule.ask(null)
    schedule.stop()
    await end(0)
    schedule.ask(4)
    await new Promise(setImmediate)
    expect(begun).to.deep.equal([null])
    expect(schedule.isIdle()).to.equal(true)
  })
})
