// What a turn of a provider says of its cluster, when something goes wrong.
import { expect } from 'chai'
import { refused, unanswered } from '../../../../api/reconciler/cluster/errors.ts'
import { failAll, mayPass, type ProviderResult } from '../../../../api/reconciler/provider/result.ts'

const begun = (): ProviderResult => ({
  contact: false,
  clusterUid: null,
  version: null,
  findings: new Map(),
  repaired: [],
  orphans: [],
})
const refusal = (status: number, retryAfter?: number) => refused('host', status, { message: '' }, retryAfter)

describe('the result of a turn of a provider', () => {
  it('WP-15 is tried once more before anybody is told, unless a person must act or the wait would be long', () => {
    const told = (error: unknown) => {
      const result = begun()
      failAll(result, error)
      return !mayPass(result)
    }
    expect(told(refusal(401))).to.equal(true)
    expect(told(refusal(403))).to.equal(true)
    expect(told(refusal(307))).to.equal(true)
    expect(told(refusal(503, 60))).to.equal(true)
    expect(told(unanswered('host', { code: 'CERT_HAS_EXPIRED' }))).to.equal(true)
    expect(told(unanswered('host', { code: 'ECONNRESET' }))).to.equal(false)
    expect(told(refusal(503, 1))).to.equal(false)
    expect(told(new Error('the database is away'))).to.equal(false)
  })

  it('WP-15 holds what comes before in the order of conditions, and does not know what follows', () => {
    const result = { ...begun(), contact: true }
    failAll(result, refusal(401))
    const all = [...result.findings.values()].map(({ type, status }) => `${type} ${status}`)
    expect(all).to.have.members([
      'Reachable True',
      'CredentialsValid False',
      'Authorized Unknown',
      'NamespaceReady Unknown',
      'RemovalAuthorized Unknown',
    ])
  })
})
