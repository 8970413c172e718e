// What a pass has left to do, when several things are left.
import { expect } from 'chai'
import { leave, startOutcome } from '../../../api/reconciler/outcome.ts'

describe('what a pass leaves to do', () => {
  const begun = () => startOutcome({ provider: { stored: { cluster_uid: null } }, bindings: [] } as never)

  it('is done when the server says, even while something is on its way out', () => {
    const outcome = begun()
    leave(outcome, { kind: 'pending' })
    leave(outcome, { kind: 'until', retryAfter: 30 })
    leave(outcome, { kind: 'pending' })
    expect(outcome.remainder).to.deep.equal({ kind: 'until', retryAfter: 30 })
  })

  it('waits for a person only when nothing else is left', () => {
    const outcome = begun()
    leave(outcome, { kind: 'stalled' })
    expect(outcome.remainder.kind).to.equal('stalled')
    leave(outcome, { kind: 'generic' })
    leave(outcome, { kind: 'stalled' })
    expect(outcome.remainder.kind).to.equal('generic')
  })
})
