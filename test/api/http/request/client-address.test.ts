// P24: under which address a client is counted, behind which proxies.
import { expect } from 'chai'
import { configuration } from '../../../../api/config.ts'
import { clientAddress } from '../../../../api/http/request/client-address.ts'

const proxies = (POLDER_TRUSTED_PROXIES: string) => configuration({ POLDER_TRUSTED_PROXIES }).trustedProxies
const trusted = proxies('10.0.0.0/8, 2001:db8:ff::/48, 192.0.2.7')
const of = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  clientAddress(trusted, { socket: { remoteAddress }, headers })
const forwardedFor = (peer: string, header: string) => of(peer, { 'x-forwarded-for': header })
const forwarded = (peer: string, header: string) => of(peer, { forwarded: header })

describe('P24 the address of a client', () => {
  it('is the one of its connection, IPv4 also where IPv6 carries it', () => {
    expect(of('198.51.100.1')).to.equal('198.51.100.1')
    expect(of('::ffff:198.51.100.1')).to.equal('198.51.100.1')
    expect(of(undefined)).to.equal('unknown')
  })

  it('is the /64 of an IPv6 client, in one spelling', () => {
    const same = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:0:0']
    for (const peer of same) expect(of(peer)).to.equal('2001:db8:1:2::/64')
    expect(of('2001:db8::1')).to.equal('2001:db8::/64')
    expect(of('::1')).to.equal('::/64')
    expect(of('fe80::1%eth0')).to.equal('fe80::/64')
    expect(of('64:ff9b::192.0.2.1')).to.equal('64:ff9b::/64')
  })

  it('is not what a client says of itself', () => {
    expect(forwardedFor('198.51.100.1', '203.0.113.9')).to.equal('198.51.100.1')
    expect(forwarded('198.51.100.1', 'for=203.0.113.9')).to.equal('198.51.100.1')
  })

  it('is the rightmost that is no trusted proxy', () => {
    expect(forwardedFor('10.0.0.1', '203.0.113.9')).to.equal('203.0.113.9')
    expect(forwardedFor('::ffff:10.0.0.1', '1.1.1.1, 203.0.113.9, 10.2.3.4')).to.equal('203.0.113.9')
    expect(forwardedFor('2001:db8:ff::1', '1.1.1.1,203.0.113.9 , 192.0.2.7')).to.equal('203.0.113.9')
    expect(forwardedFor('10.0.0.1', '10.0.0.3, 10.0.0.2')).to.equal('10.0.0.3')
    expect(forwarded('10.0.0.1', 'for=1.1.1.1, for=203.0.113.9;proto=https, by=x;For=10.0.0.2')).to.equal(
      '203.0.113.9',
    )
  })

  it('is read with brackets, quotes and ports', () => {
    expect(forwardedFor('10.0.0.1', '203.0.113.9:4711')).to.equal('203.0.113.9')
    expect(forwardedFor('10.0.0.1', '[2001:db8:1:2::1]:4711')).to.equal('2001:db8:1:2::/64')
    expect(forwarded('10.0.0.1', 'proto=https;for="[2001:db8:1:2::1]:4711"')).to.equal('2001:db8:1:2::/64')
    expect(forwarded('10.0.0.1', 'for="203.0.113.9:4711"')).to.equal('203.0.113.9')
  })

  it('is the last proxy that is known where the hop before it has no address', () => {
    for (const hop of ['unknown', '_hidden', '', '999.1.1.1', '203.0.113.9x']) {
      expect(forwardedFor('10.0.0.1', `${hop}, 10.0.0.2`), hop).to.equal('10.0.0.2')
      expect(forwarded('10.0.0.1', `for=${hop}`), hop).to.equal('10.0.0.1')
    }
  })

  it('is the proxy where both headers are there and disagree: one may be forged', () => {
    const both = (a: string, b: string) => of('10.0.0.1', { 'x-forwarded-for': a, forwarded: `for=${b}` })
    expect(both('203.0.113.9', '203.0.113.9')).to.equal('203.0.113.9')
    expect(both('203.0.113.9', '203.0.113.8')).to.equal('10.0.0.1')
  })
})
