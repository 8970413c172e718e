// Which addresses a name may lead to: the one that is connected to is one that was judged.
import type { LookupAddress } from 'node:dns'
import { expect } from 'chai'
import { checkedLookup, refuseLiteral } from '../../../../../api/reconciler/cluster/connection/address.ts'
import { createConnection } from '../../../../../api/reconciler/cluster/connection/connection.ts'
import { createContact } from '../../../../../api/reconciler/cluster/connection/contact.ts'
import { httpsServer } from '../../../../support/cluster/https-server.ts'

describe('the addresses that the name of a cluster leads to', () => {
  let server: Awaited<ReturnType<typeof httpsServer>>
  let arrived = 0
  before(async () => {
    server = await httpsServer((_, response) => {
      arrived += 1
      response.end('answered')
    })
  })
  beforeEach(() => {
    arrived = 0
  })
  after(() => server?.stop())

  /** What a call to the server is answered when its name resolves to `answers`, one after the other. */
  const ask = (allowLoopback: boolean, ...answers: string[][]) => {
    const asked: string[] = []
    const resolve: Parameters<typeof checkedLookup>[1] = (host, _, callback) => {
      const addresses = answers[Math.min(asked.push(host), answers.length) - 1]!
      const family = (address: string) => (address.includes(':') ? 6 : 4)
      callback(
        null,
        addresses.map((address): LookupAddress => ({ address, family: family(address) })),
      )
    }
    const url = new URL(server.server.replace('127.0.0.1', 'localhost'))
    const tls = { ca: server.ca, lookup: checkedLookup(allowLoopback, resolve) }
    const connection = createConnection({ server: url, tls, headers: async () => ({}) }, createContact())
    const told = connection.send({ method: 'GET', path: '/' }).then(
      ({ text }) => text,
      (error) => `${error.reason}: ${error.message}`,
    )
    return told.finally(connection.close).then((text) => ({ text, asked }))
  }

  it('S30 are all judged: a name with one forbidden address is refused, wherever it stands among them', async () => {
    const good = '127.0.0.1'
    for (const bad of ['169.254.169.254', 'fd00:ec2::254', '64:ff9b::a9fe:a9fe', 'fe80::1%eth0']) {
      for (const addresses of [
        [bad, good],
        [good, bad],
        [good, '10.0.0.1', bad],
      ]) {
        const { text } = await ask(true, addresses)
        expect(text, addresses.join()).to.match(/^AddressRefused: `localhost` has the address /)
        expect(text, addresses.join()).to.contain(bad).and.to.contain('link-local')
      }
    }
    expect(arrived).to.equal(0)
  })

  it('S30 are asked for once: the connection goes to an address that was judged, whatever the name means next', async () => {
    const { text, asked } = await ask(true, ['127.0.0.1'], ['169.254.169.254'])
    expect(text).to.equal('answered')
    expect(asked).to.deep.equal(['localhost'])
    expect(arrived).to.equal(1)
  })

  it('S30 are loopback only where the operator allows it', async () => {
    const { text } = await ask(false, ['127.0.0.1'])
    expect(text).to.match(/^AddressRefused: `localhost` has the address 127\.0\.0\.1, which is the machine/)
    expect(text).to.contain('POLDER_ALLOW_LOOPBACK_CLUSTERS')
    expect(arrived).to.equal(0)
  })

  it('S30 are judged when they are what was written instead of a name, too', () => {
    const refuse = (address: string) => () => refuseLiteral(new URL(`https://${address}:6443`), true)
    expect(refuse('169.254.169.254')).to.throw('`169.254.169.254` is link-local')
    expect(refuse('[64:ff9b::169.254.169.254]')).to.throw(
      '`64:ff9b::a9fe:a9fe` stands for 169.254.169.254, which',
    )
    expect(refuse('10.0.0.1')).not.to.throw()
    expect(refuse('k.example.com')).not.to.throw()
  })
})
