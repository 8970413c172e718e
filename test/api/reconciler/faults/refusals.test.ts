// A real API server that answers for a while what it should not: refusals, errors, redirections.
import { expect } from 'chai'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'
import {
  type Fault,
  once,
  redirectTo,
  serverError,
  tooManyRequests,
  unauthorized,
  unavailableAt,
  where,
} from '../../../support/cluster/faults.ts'
import { seeded } from '../../../support/seeded.ts'

const inTwoSeconds: Fault = (call, outgoing) =>
  tooManyRequests(new Date(Date.now() + 2_000).toUTCString())(call, outgoing)

describe('a cluster that refuses for a while', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('refu')

  const outages: [fault: Fault, what: string, type: string, words: RegExp][] = [
    [
      tooManyRequests('2'),
      '429 for two seconds each time',
      'Reachable',
      /^False Throttled: .* asks for fewer requests/,
    ],
    [inTwoSeconds, '429 until a date', 'Reachable', /^False Throttled: .* asks for fewer requests/],
    [tooManyRequests('3600'), '429 for an hour', 'Reachable', /^False Throttled: .* asks for fewer requests/],
    [unauthorized, '401', 'CredentialsValid', /^False CredentialsRefused: .* does not accept the credential/],
    [redirectTo('https://127.0.0.1:1'), 'a redirection', 'Reachable', /^False Redirected: .* never followed/],
  ]
  for (const [fault, what, type, words] of outages) {
    it(`WP-15 ${what} is told of, and all is well within five seconds of its end`, async () => {
      const { proxy, outlives } = scene()
      const begin = () => (proxy.fault = fault)
      await outlives({
        begin,
        end: () => (proxy.fault = undefined),
        tells: ['workspace_provider', type, words],
      })
    })
  }

  it('WP-15 500 for every write leaves the provider ready, is told of, and all is well within five seconds of its end', async () => {
    const { proxy, outlives, polder, providers } = scene()
    await outlives({
      // Long enough for the back-off of a key to be longer than the bound.
      lastsMs: 20_000,
      begin: () => (proxy.fault = where(({ isWrite }) => isWrite, serverError)),
      end: async () => {
        for (const provider of providers) await polder.ready(provider)
        proxy.fault = undefined
      },
      tells: ['organization', 'Synced', /^False ServerError: .*500/],
    })
  })

  it('WP-14 one 429 for an hour holds nothing up: a call that succeeds wakes the one that sleeps', async () => {
    const { proxy, addOrganization, narrow, converged, written } = scene()
    proxy.fault = once(({ isWrite }) => isWrite, tooManyRequests('3600'))
    const from = proxy.calls.length
    const repaired = await narrow()
    await addOrganization()
    await converged(5_000)
    expect(written(from).filter((it) => repaired.includes(it))).to.deep.equal(repaired.toSorted())
  })

  it('WP-14 503 for three requests in ten delays, and neither writes twice nor makes the provider an error', async () => {
    const { proxy, addOrganization, narrow, loosen, converged, written, polder, providers, objects } = scene()
    const before = await polder.condition('workspace_provider', providers[0], 'Reachable')
    const from = proxy.calls.length
    const known = [...(await objects()).keys()]
    proxy.fault = unavailableAt(0.3, seeded(15))
    await addOrganization()
    const repaired = [...(await narrow()), ...(await loosen())]
    await converged(15_000)
    const added = [...(await objects()).keys()].filter((it) => !known.includes(it))
    expect(written(from)).to.deep.equal([...new Set([...repaired, ...added])].toSorted())
    expect(await polder.condition('workspace_provider', providers[0], 'Reachable')).to.deep.equal(before)
  })
})
