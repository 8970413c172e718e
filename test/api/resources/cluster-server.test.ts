// Where a registered cluster may be, and when two addresses are one.
import { expect } from 'chai'
import { normalizedServer, refusedServer } from '../../../api/resources/cluster-server.ts'

describe('the address of a cluster', () => {
  const refused = (server: string, allowLoopback = false) => refusedServer(server, { allowLoopback })

  it('S30 is never link-local, of a metadata service, of no machine, multicast or reserved, and the refusal says which', () => {
    const never: Record<string, RegExp> = {
      '169.254.169.254': /^`169\.254\.169\.254` is link-local or the address of a cloud metadata service/,
      '169.254.1.1:6443': /link-local/,
      '0xa9fea9fe': /link-local/,
      '2852039166': /link-local/,
      '100.100.100.200': /metadata service/,
      '168.63.129.16': /metadata service/,
      '192.0.0.192': /metadata service/,
      '192.0.0.8': /RFC 6890/,
      '0.0.0.0': /the address of no machine/,
      '0.1.2.3': /the address of no machine/,
      '224.0.0.1': /multicast/,
      '239.255.255.255': /multicast/,
      '240.0.0.1': /reserved/,
      '255.255.255.255': /broadcast/,
      '[fe80::1]': /^`fe80::1` is link-local/,
      '[fec0::1]': /site-local/,
      '[fd00:ec2::254]': /metadata service/,
      '[fd20:ce::254]': /metadata service/,
      '[fd00:c1::a9fe:a9fe]': /metadata service/,
      '[fd00:42::42]': /metadata service/,
      '[fd00:a9fe:a9fe::1]': /metadata service/,
      '[::]': /the address of no machine/,
      '[::2]': /the address of no machine/,
      '[ff02::1]': /multicast/,
      'metadata.google.internal': /name of cloud metadata services/,
      METADATA: /name of cloud metadata services/,
    }
    for (const [host, reason] of Object.entries(never)) {
      const said = refused(`https://${host}`, true)
      expect(said, host).to.match(reason)
      expect(said, host).to.match(/\. Give the (name or )?address of the cluster's API server\.$/)
    }
  })

  it('S30 is judged by the IPv4 address that it stands for', () => {
    const forms = {
      'IPv4-mapped': (hex: string) => `::ffff:${hex}`,
      'IPv4-compatible': (hex: string) => `::${hex}`,
      'IPv4-translated': (hex: string) => `::ffff:0:${hex}`,
      NAT64: (hex: string) => `64:ff9b::${hex}`,
      'NAT64 of the network': (hex: string) => `64:ff9b:1::${hex}`,
      '6to4': (hex: string) => `2002:${hex}::1`,
      ISATAP: (hex: string) => `2001:db8::5efe:${hex}`,
      'ISATAP with a global address': (hex: string) => `2001:db8::200:5efe:${hex}`,
      'the server of Teredo': (hex: string) => `2001:0:${hex}::f7f7:f7f7`,
    }
    for (const [form, of] of Object.entries(forms)) {
      const metadata = refused(`https://[${of('a9fe:a9fe')}]`, true)
      expect(metadata, form).to.contain('link-local').and.to.contain('Give the address')
      if (form !== 'IPv4-mapped') expect(metadata, form).to.contain('stands for 169.254.169.254, which is')
      expect(refused(`https://[${of('c000:c0')}]`, true), form).to.contain('metadata service')
      expect(refused(`https://[${of('7f00:1')}]`), form).to.contain('POLDER_ALLOW_LOOPBACK_CLUSTERS')
      expect(refused(`https://[${of('7f00:1')}]`, true), form).to.equal(undefined)
      expect(refused(`https://[${of('a01:203')}]`), form).to.equal(undefined)
      expect(refused(`https://[${of('808:808')}]`), form).to.equal(undefined)
    }
    const client = 'https://[2001:0:808:808::5601:5601]'
    expect(refused(client, true)).to.contain('stands for 169.254.169.254, which is')
  })

  it('S30 is judged by each IPv4 address that NAT64 with a prefix of the network may mean', () => {
    for (const host of ['64:ff9b:1:a9fe:a9:fe00::', '64:ff9b:1:a9:fe:a9fe::', '64:ff9b:1:0:a9:fea9:fe00:0']) {
      expect(refused(`https://[${host}]`, true), host).to.contain('stands for 169.254.169.254, which is')
    }
    expect(refused('https://[64:ff9b:1::]', true)).to.contain('the address of no machine')
    expect(refused('https://[64:ff9b:1:808:8:800::]')).to.equal(undefined)
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
    for (const host of ['10.0.0.1', '192.168.1.1:6443', '[fd12::1]', '[2001:db8::1]', 'k.example.com']) {
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

  it('WP-21 tells clusters behind one proxy apart by their paths, however these are written', () => {
    const one = 'rancher.example.com:443/k8s/clusters/c-m-one'
    for (const server of [
      'https://rancher.example.com/k8s/clusters/c-m-one',
      'https://Rancher.example.com:443/k8s/clusters/c-m-one/',
      'https://rancher.example.com/k8s/../k8s/clusters/./c-m-one',
    ]) {
      expect(normalizedServer(server)).to.equal(one)
    }
    const two = normalizedServer('https://rancher.example.com/k8s/clusters/c-m-two')
    expect(two).not.to.equal(one)
    expect(normalizedServer('https://rancher.example.com')).to.equal('rancher.example.com:443')
  })
})
