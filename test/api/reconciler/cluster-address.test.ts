// Which addresses a registered cluster may have.
import { expect } from 'chai'
import { checkedLookup, refuseAddress } from '../../../api/reconciler/cluster-address.ts'
import { createTransport } from '../../../api/reconciler/transport.ts'
import { unanswered } from '../../../api/reconciler/trouble.ts'
import { httpsServer } from '../../support/https-server.ts'

const refuses = (address: string, allowLoopback: boolean) => {
  try {
    refuseAddress('host', address, allowLoopback)
    return false
  } catch {
    return true
  }
}

describe('addresses of registered clusters', () => {
  it('are never link-local, metadata, unspecified or multicast, whatever the operator allows', () => {
    const never = [
      '169.254.169.254',
      '::ffff:169.254.169.254',
      'fe80::1',
      'fd00:ec2::254',
      '0.0.0.0',
      '::',
      '224.0.0.1',
      '100.100.100.200',
      '168.63.129.16',
    ]
    for (const address of never) expect(refuses(address, true), address).to.equal(true)
  })

  it('are loopback only where the operator allows it', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) {
      expect(refuses(address, false), address).to.equal(true)
      expect(refuses(address, true), address).to.equal(false)
    }
  })

  it('may be private or public', () => {
    for (const address of ['10.0.0.1', '192.168.1.1', 'fd12::1', '8.8.8.8', '2001:db8::1']) {
      expect(refuses(address, false), address).to.equal(false)
    }
  })

  it('are checked at the very connection that a name is resolved for', async () => {
    const server = await httpsServer((_, response) => response.end('answered'))
    const ask = (allow: boolean) => {
      const url = new URL(server.server.replace('127.0.0.1', 'localhost'))
      const tls = { ca: server.ca, lookup: checkedLookup(allow) }
      const transport = createTransport({ server: url, tls, headers: async () => ({}) }, 5_000)
      const told = transport.send({ method: 'GET', path: '/' }).then(
        ({ text }) => text,
        (error) => `${unanswered('host', error).reason}: ${error.message}`,
      )
      return told.finally(transport.close)
    }
    expect(await ask(true)).to.equal('answered')
    expect(await ask(false)).to.match(/^AddressRefused: .*POLDER_ALLOW_LOOPBACK_CLUSTERS/)
    await server.stop()
  })
})
