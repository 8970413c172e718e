// Where a registered cluster may be, and when two addresses are one.
import { expect } from 'chai'
import { normalizedServer, refusedServer } from '../../../api/resources/cluster-server.ts'

describe('the address of a cluster', () => {
  const refused = (server: string, allowLoopback = false) => refusedServer(server, { allowLoopback })

  it('is never link-local, a metadata service or nowhere, in any spelling', () => {
    for (const host of [
      '169.254.169.254',
      '169.254.1.1:6443',
      '0xa9fea9fe',
      '2852039166',
      '0.0.0.0',
      '100.100.100.200',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[::]',
      '[::ffff:169.254.169.254]',
      'metadata.google.internal',
      'METADATA',
    ]) {
      expect(refused(`https://${host}`, true), host).to.match(/link-local or reserved/)
    }
  })

  it('is this machine only where the operator allows that', () => {
    for (const host of [
      '127.0.0.1:6443',
      '127.1',
      'localhost',
      'k.localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ]) {
      expect(refused(`https://${host}`), host).to.contain('POLDER_ALLOW_LOOPBACK_CLUSTERS')
      expect(refused(`https://${host}`, true), host).to.equal(undefined)
    }
  })

  it('may be private: most clusters are', () => {
    for (const host of ['10.0.0.1', '192.168.1.1:6443', '[fd12::1]', 'k.example.com']) {
      expect(refused(`https://${host}`), host).to.equal(undefined)
    }
  })

  it('WP-21 is one address however it is written', () => {
    for (const server of ['https://K.Example.com', 'https://k.example.com:443/', 'https://k.example.com.']) {
      expect(normalizedServer(server)).to.equal('k.example.com:443')
    }
    expect(normalizedServer('https://10.1')).to.equal('10.0.0.1:443')
    expect(normalizedServer('https://[FD12:0::1]:6443')).to.equal('[fd12::1]:6443')
  })
})
