// The warning of a credential that is about to expire, before the clusters that it opens are lost.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { credentialFresh } from '../../../../api/reconciler/provider/credential-fresh.ts'
import { certificateAuthority } from '../../../../examples/local/cluster/certificate-authority.ts'

const day = 24 * 3_600_000
const now = new Date('2026-06-15T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * day)
const seconds = (at: Date) => at.getTime() / 1000

describe('WP-15 the condition CredentialFresh', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const judged = (claims: unknown) =>
    credentialFresh({ token: `${part({})}.${part(claims)}.signature`, client_certificate: null }, now)
  const lasting = (from: number, until: number) =>
    judged({ iat: seconds(inDays(from)), exp: seconds(inDays(until)) })

  it('is True while more than a week and a fifth of its life are left', () => {
    for (const [from, until] of [
      [0, 365],
      [-20, 7],
      [-292, 73],
    ] as const)
      expect(lasting(from, until)).to.include({ status: 'True', reason: 'CredentialFresh' })
    expect(lasting(0, 365).message).to.equal('The credential expires at 2027-06-15T12:00:00Z.')
  })

  it('is False in its last week, and in the last fifth of its life', () => {
    for (const [from, until] of [
      [-1, 6.99],
      [-293, 72],
      [0, 1 / 24],
    ] as const)
      expect(lasting(from, until)).to.include({ status: 'False', reason: 'ExpiresSoon' })
    expect(lasting(-293, 1).message).to.equal(
      'The credential expires at 2026-06-16T12:00:00Z. Issue another one and set token.',
    )
  })

  it('is False when it has expired, and says so', () => {
    expect(lasting(-10, -1)).to.include({ status: 'False', reason: 'Expired' })
    expect(lasting(-10, -1).message).to.match(/^The credential expired at 2026-06-14T12:00:00Z\./)
  })

  it('counts the last week alone where a token does not say when its life began', () => {
    expect(judged({ exp: seconds(inDays(8)) })).to.include({ status: 'True' })
    expect(judged({ exp: seconds(inDays(6)) })).to.include({ status: 'False' })
  })

  it('is True of a token that never expires', () => {
    expect(judged({ sub: 'system:serviceaccount:a:b' })).to.include({ status: 'True', reason: 'NoExpiry' })
  })

  it('reads the end of a client certificate, as PEM and as its base64', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'polder-authority-'))
    const { issueClient } = await certificateAuthority(directory)
    const today = new Date()
    for (const [days, status] of [
      [20, 'True'],
      [3, 'False'],
    ] as const) {
      const { certificate } = await issueClient('ada', [], new Date(today.getTime() + days * day))
      for (const client_certificate of [certificate, Buffer.from(certificate).toString('base64')])
        expect(credentialFresh({ token: null, client_certificate }, today)).to.include({ status })
    }
    await rm(directory, { recursive: true })
  })

  it('is Unknown where the credential does not say, whatever it holds', () => {
    for (const token of [
      'opaque',
      'a.b.c',
      `${part({})}.${part(null)}.x`,
      `${part({})}.${part('text')}.x`,
      '..',
    ])
      expect(credentialFresh({ token, client_certificate: null }, now), token).to.include({
        status: 'Unknown',
        reason: 'ExpiryUnknown',
      })
    const certificate = { token: null, client_certificate: 'no certificate' }
    expect(credentialFresh(certificate, now)).to.include({ status: 'Unknown' })
  })
})
