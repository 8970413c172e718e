// A wall clock that jumps while a real API server is out of reach.
import { expect } from 'chai'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'

const hourMs = 3_600_000

describe('a process whose clock jumps', function () {
  this.timeout(120_000)
  let ahead = 0
  const scene = eachFaultScene('clock', () => new Date(Date.now() + ahead))
  beforeEach(() => {
    ahead = 0
  })

  for (const [jump, what] of [
    [-hourMs, 'back'],
    [hourMs, 'ahead'],
  ] as const) {
    it(`WP-15 an hour ${what} in an outage changes nothing: all is well within five seconds of its end`, async () => {
      const { proxy, outlives } = scene()
      await outlives({
        begin: () => {
          proxy.isRefusing = true
          proxy.resetAll()
        },
        end: () => {
          ahead = jump
          proxy.isRefusing = false
        },
        tells: ['workspace_provider', 'Reachable', /^False HostUnreachable: /],
      })
    })

    it(`WP-14 an hour ${what} while all is well neither delays a repair nor writes anything else`, async () => {
      const { narrow, converged, proxy, written, addOrganization, added } = scene()
      const from = proxy.calls.length
      ahead = jump
      await addOrganization()
      const repaired = await narrow()
      await converged(2_000)
      expect(written(from)).to.deep.equal([...repaired, ...(await added())].toSorted())
    })
  }
})
