// What the record of leases and status writes is found guilty of.
import { expect } from 'chai'
import type { RecordedWrite } from '../bench/clusters/deployment/recorded-writes.ts'
import { brokenLeases } from './lease-history.ts'

const second = (at: number) => new Date(at * 1000)

/** A change of the one lease there is, by the replica of the same name as the holder. */
const leased = (
  at: number,
  holder: string | null,
  epoch: number,
  until: number,
  replica = holder ?? 'a',
) => ({
  at: second(at),
  replica,
  relation: 'provider_lease',
  before: null,
  after: {
    workspace_provider_id: 'wsp_1',
    range_from: 0,
    holder: holder && `holder-${holder}`,
    epoch,
    expires_at: holder ? second(until).toISOString() : '-infinity',
  },
})
const status = (at: number, replica: string, generation: number): RecordedWrite => ({
  at: second(at),
  replica,
  relation: 'placement',
  before: { workspace_provider_id: 'wsp_1', observed_generation: generation - 1 },
  after: { workspace_provider_id: 'wsp_1', observed_generation: generation },
})

describe('the history of leases', () => {
  it('is right when a lease passes after it expired, or was released', () => {
    const history = [
      leased(0, 'a', 1, 20),
      status(1, 'a', 1),
      leased(5, 'a', 1, 25),
      leased(26, 'b', 2, 46),
      status(27, 'b', 2),
      leased(30, null, 2, 0, 'b'),
      leased(30, 'c', 3, 50),
    ]
    expect(brokenLeases(history)).to.deep.equal([])
  })

  it('tells of a lease that passed before it expired', () => {
    const [sentence, ...others] = brokenLeases([leased(0, 'a', 1, 20), leased(19, 'b', 2, 39)])
    expect(sentence).to.match(
      /^The lease on wsp_1\/0 was held by holder-a at epoch 1 until .* holder-b at epoch 2\.$/,
    )
    expect(others).to.deep.equal([])
  })

  it('tells of two holders at one epoch, and of an epoch that went back', () => {
    expect(brokenLeases([leased(0, 'a', 1, 20), leased(21, 'b', 1, 41)])[0]).to.match(/has two holders/)
    expect(brokenLeases([leased(0, 'a', 2, 20), leased(21, 'b', 1, 41)])[0]).to.match(/went back/)
  })

  it('tells of a status that a replica wrote whose lease had passed to another', () => {
    const history = [leased(0, 'a', 1, 20), leased(21, 'b', 2, 41), status(22, 'a', 1)]
    expect(brokenLeases(history)).to.deep.equal(['a wrote the status of wsp_1, whose lease b held.'])
  })
})
