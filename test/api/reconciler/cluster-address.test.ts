import { expect } from 'chai'
import { checkedLookup, refuseAddress } from '../../../api/reconciler/cluster-address.ts'

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
    ]
    for (const address of [...never, '100.100.100.200'])
      expect(refuses(address, true), address).to.equal(true)
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

  it('are checked again when the name is resolved for a connection', async () => {
    const look = (allow: boolean) =>
      new Promise<Error | null>((resolve) => checkedLookup(allow)('localhost', {}, (error) => resolve(error)))
    expect((await look(false))?.message).to.contain('POLDER_ALLOW_LOOPBACK_CLUSTERS')
    expect(await look(true)).to.equal(null)
  })
})
