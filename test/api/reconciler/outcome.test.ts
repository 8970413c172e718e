// What a pass has left to do, when several things are left.
import { expect } from 'chai'
import { fail, leave, mayPass, startOutcome } from '../../../api/reconciler/outcome.ts'
import { refused, unanswered } from '../../../api/reconciler/trouble.ts'

describe('what a pass leaves to do', () => {
  const begun = () => startOutcome({ provider: { stored: { cluster_uid: null } }, bindings: [] } as never)

  it('is done when the server says, even while something is on its way out', () => {
    const outcome = begun()
    leave(outcome, { kind: 'pending' })
    leave(outcome, { kind: 'until', retryAfter: 30 })
    leave(outcome, { kind: 'pending' })
    expect(outcome.remainder).to.deep.equal({ kind: 'until', retryAfter: 30 })
  })

  it('is tried once more before anybody is told, unless a person must act or the wait would be long', () => {
    const told = (error: unknown) => {
      const outcome = begun()
      fail(outcome, error)
      return !mayPass(outcome)
    }
    expect(told(refused('host', 401, ''))).to.equal(true)
    expect(told(refused('host', 403, ''))).to.equal(true)
    expect(told(refused('host', 307, ''))).to.equal(true)
    expect(told(refused('host', 503, '', 60))).to.equal(true)
    expect(told(unanswered('host', { code: 'CERT_HAS_EXPIRED' }))).to.equal(true)
    expect(told(unanswered('host', { code: 'ECONNRESET' }))).to.equal(false)
    expect(told(refused('host', 503, '', 1))).to.equal(false)
    expect(told(new Error('the database is away'))).to.equal(false)
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
