// Conditions as people and programs read them.
import { expect } from 'chai'
import { concluded, type Finding, good } from '../../../../api/reconciler/turn/conditions.ts'

const early = new Date('2026-01-01T00:00:00.123Z')
const late = new Date('2026-01-02T00:00:00Z')
const bad: Finding = { type: 'Reachable', status: 'False', reason: 'HostUnreachable', message: 'It is off.' }

describe('conditions', () => {
  it('say what, since when and what next', () => {
    const [it] = concluded([bad], [], 3, early)
    expect(it?.message).to.equal('It is off. Since 2026-01-01T00:00:00Z. Polder tries again by itself.')
    expect(it?.observed_generation).to.equal(3)
    const [stalled] = concluded([{ ...bad, kind: 'stalled' }], [], 3, early)
    expect(stalled?.message).to.contain('Polder waits for a change')
  })

  it('stay byte for byte the same while nothing changes', () => {
    const before = concluded([bad], [], 1, early)
    expect(concluded([bad], before, 1, late)).to.deep.equal(before)
  })

  it('keep their moment when only the reason changes, and move it with the status', () => {
    const before = concluded([bad], [], 1, early)
    const [same] = concluded([{ ...bad, reason: 'HostNotFound' }], before, 1, late)
    expect(same?.last_transition_time).to.equal(early.toISOString())
    const [turned] = concluded([good('Reachable', 'It answers.')], before, 1, late)
    expect(turned?.last_transition_time).to.equal(late.toISOString())
  })

  it('are never longer than 500 characters and keep since when and what next', () => {
    const [it] = concluded([{ ...bad, message: 'x'.repeat(900) }], [], 1, early)
    expect(it?.message).to.have.length(500)
    expect(it?.message).to.match(/… Since .*by itself\.$/)
  })

  it('are texts that PostgreSQL stores, whatever a cluster says and wherever that is cut', () => {
    for (const message of ['a\0b', ...[0, 1].map((shift) => 'x'.repeat(shift) + '\u{1f41b}'.repeat(400))]) {
      for (const status of ['True', 'False'] as const) {
        const [it] = concluded([{ ...bad, status, message }], [], 1, early)
        expect(it?.message.isWellFormed()).to.equal(true)
        expect(it?.message).not.to.contain('\0')
      }
    }
  })
})
