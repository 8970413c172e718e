// The keys of one provider: each waits for itself, none is lost, and none waits for ever.
import { expect } from 'chai'
import { type Asked, createKeyQueue } from '../../../../api/reconciler/queue/key-queue.ts'
import type { Requeue } from '../../../../api/reconciler/queue/requeue.ts'
import { until } from '../../../support/until.ts'

const asked = (key: string, seq: number | null = null): Asked => ({ key, seq, queuedAt: 0 })
const never: Requeue = { kind: 'stalled' }

describe('the queue of the keys of a provider', () => {
  const queues: { close(): void }[] = []
  afterEach(() => {
    for (const it of queues.splice(0)) it.close()
  })

  /** Turns that end when they are told how. */
  const open = (width = 1) => {
    const begun: string[] = []
    const ends: { key: string; end: (left?: Requeue) => void }[] = []
    const queue = createKeyQueue({
      width: () => width,
      turn: ({ key, seq }) => {
        begun.push(seq === null ? key : `${key} ${seq}`)
        return new Promise((resolve) => ends.push({ key, end: resolve }))
      },
      random: () => 0.5,
      settled: () => {},
    })
    queues.push(queue)
    queue.open()
    const end = async (left?: Requeue) => {
      ends.shift()!.end(left)
      await new Promise(setImmediate)
    }
    return { queue, begun, end }
  }

  it('runs as many as the width says at once, in the order in which they were asked for', async () => {
    const { queue, begun, end } = open(2)
    queue.ask(['a', 'b', 'c', 'd'].map((key) => asked(key)))
    expect(begun).to.deep.equal(['a', 'b'])
    await end()
    expect(begun).to.deep.equal(['a', 'b', 'c'])
    await end()
    await end()
    await end()
    expect(begun).to.deep.equal(['a', 'b', 'c', 'd'])
    expect([queue.depth(), queue.isIdle()]).to.deep.equal([0, true])
  })

  it('runs a key again that was asked for while it ran, by a write or by a foreign change, and never twice at once', async () => {
    for (const seq of [2, null]) {
      const { queue, begun, end } = open(8)
      queue.ask([asked('a', 1)])
      queue.ask([asked('a', seq)])
      queue.ask([asked('a', seq)])
      expect(begun).to.deep.equal(['a 1'])
      await end()
      expect(begun).to.deep.equal(['a 1', `a ${seq ?? 1}`])
      await end()
      expect(begun).to.have.length(2)
    }
  })

  it('takes a row that is read from the database once more for no new question, whatever the key does', async () => {
    const { queue, begun, end } = open()
    queue.ask([asked('a', 1)])
    queue.ask([asked('a', 1)])
    await end(never)
    queue.ask([asked('a', 1)])
    expect(begun).to.deep.equal(['a 1'])
    queue.ask([asked('a', 2)])
    expect(begun).to.deep.equal(['a 1', 'a 2'])
  })

  it('gives a key that is asked for all the time no more turns than every other', async () => {
    const { queue, begun, end } = open(2)
    queue.ask(['hot', 'hotter', 'a', 'b', 'c'].map((key) => asked(key)))
    for (let turns = 0; turns < 5; turns += 1) {
      queue.ask([asked('hot'), asked('hotter')])
      await end()
    }
    expect(begun.slice(0, 5)).to.deep.equal(['hot', 'hotter', 'a', 'b', 'c'])
    expect(begun.slice(5)).to.include.members(['hot', 'hotter'])
  })

  it('lets a key that fails wait without keeping any other, and tries at once when it is asked for or woken', async () => {
    const { queue, begun, end } = open()
    queue.ask([asked('bad'), asked('good')])
    await end(never)
    expect(begun).to.deep.equal(['bad', 'good'])
    await end()
    expect(queue.isIdle()).to.equal(true)
    queue.ask([asked('bad')])
    await end(never)
    queue.wake()
    expect(begun).to.deep.equal(['bad', 'good', 'bad', 'bad'])
    await end()
    expect(queue.depth()).to.equal(0)
  })

  it('tries again by itself what may help to try again', async () => {
    const { queue, begun, end } = open()
    queue.ask([asked('a')])
    await end({ kind: 'transient' })
    expect(begun).to.deep.equal(['a'])
    await until(() => expect(begun).to.deep.equal(['a', 'a']), 2_000, 5)
  })

  it('begins nothing while it is closed, and everything that waits when it is opened', async () => {
    const { queue, begun, end } = open()
    queue.ask([asked('a'), asked('b')])
    queue.close()
    queue.ask([asked('c')])
    await end(never)
    expect(begun).to.deep.equal(['a'])
    expect(queue.isIdle()).to.equal(true)
    queue.wake()
    queue.open()
    for (let turns = 0; turns < 3; turns += 1) await end()
    expect(begun.toSorted()).to.deep.equal(['a', 'a', 'b', 'c'])
  })
})
