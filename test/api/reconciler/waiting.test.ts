// How long the reconciler waits for its next try.
import { expect } from 'chai'
import { backOff, waitAfter } from '../../../api/reconciler/waiting.ts'

const latest = () => 0.999_999
const resyncMs = 300_000

describe('waiting for the next try', () => {
  it('doubles its ceiling from one second to five minutes', () => {
    const ceilings = [1, 2, 3, 9, 10, 1_000].map((failures) => Math.round(backOff(failures, latest) / 1_000))
    expect(ceilings).to.deep.equal([1, 2, 4, 256, 300, 300])
  })

  it('takes any moment below the ceiling, so that those that failed together do not come back together', () => {
    expect(backOff(5, () => 0)).to.equal(0)
    expect(backOff(5, () => 0.5)).to.equal(8_000)
  })

  it('is as long as the server says, and never much longer than five minutes', () => {
    const wait = (retryAfter: number) => waitAfter({ kind: 'until', retryAfter }, 1, resyncMs, () => 0)
    expect(wait(30)).to.equal(30_000)
    expect(wait(86_400)).to.equal(300_000)
  })

  it('lasts until the resync when all is well or a person must act', () => {
    expect(waitAfter({ kind: 'nothing' }, 0, resyncMs, () => 0)).to.equal(resyncMs)
    expect(waitAfter({ kind: 'stalled' }, 0, resyncMs, latest)).to.be.within(resyncMs * 0.9, resyncMs)
  })

  it('is short while something is on its way in the cluster, and longer the longer that takes', () => {
    const waits = [1, 5, 50].map((failures) => waitAfter({ kind: 'pending' }, failures, resyncMs, latest))
    expect(waits[0]).to.be.at.most(1_000)
    expect(waits[1]).to.be.greaterThan(waits[0]!)
    expect(waits[2]).to.be.at.most(30_000)
  })
})
