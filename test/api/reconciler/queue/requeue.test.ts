// How long the reconciler waits before the next turn of a key.
import { expect } from 'chai'
import { backOff, waitAfter } from '../../../../api/reconciler/queue/requeue.ts'

const latest = () => 0.999_999

describe('waiting for the next turn of a key', () => {
  it('doubles its ceiling from one second to five minutes', () => {
    const ceilings = [1, 2, 3, 9, 10, 1_000].map((failures) => Math.round(backOff(failures, latest) / 1_000))
    expect(ceilings).to.deep.equal([1, 2, 4, 256, 300, 300])
  })

  it('takes any moment below the ceiling, so that keys that failed together do not come back together', () => {
    expect(backOff(5, () => 0)).to.equal(0)
    expect(backOff(5, () => 0.5)).to.equal(8_000)
  })

  it('is as long as the server says, and never much longer than five minutes', () => {
    const wait = (retryAfter: number) => waitAfter({ kind: 'retry-after', retryAfter }, 1, () => 0)
    expect(wait(30)).to.equal(30_000)
    expect(wait(86_400)).to.equal(300_000)
  })

  it('lasts until a change or a resync when a person must act', () => {
    expect(waitAfter({ kind: 'stalled' }, 1, latest)).to.equal(Infinity)
  })

  it('is at most five seconds while something is on its way in the cluster', () => {
    const waits = [1, 3, 50].map((failures) => waitAfter({ kind: 'waiting' }, failures, latest))
    expect(waits).to.deep.equal([1_000, 2_250, 5_000])
  })
})
