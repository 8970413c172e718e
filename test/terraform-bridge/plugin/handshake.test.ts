// The words that core and provider exchange before they speak gRPC, and where they meet.
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { handshakeLine, startedByCore } from '../../../terraform-bridge/plugin/handshake.ts'
import { listenAddresses } from '../../../terraform-bridge/plugin/listen-addresses.ts'

describe('Handshake', () => {
  it('never pads the certificate, whatever its size', () => {
    for (let size = 1; size <= 12; size++) {
      const der = randomBytes(size)
      const line = handshakeLine({ network: 'unix', address: '/tmp/x' }, der, {})
      const [, encoded] = /^1\|6\|unix\|\/tmp\/x\|grpc\|([A-Za-z0-9+/]+)\n$/.exec(line) ?? []
      expect(Buffer.from(encoded!, 'base64').equals(der)).to.equal(true)
    }
  })

  it('leaves the last part empty where core asked for no TLS', () => {
    const line = handshakeLine({ network: 'tcp', address: '127.0.0.1:99' }, Buffer.alloc(0), {})
    expect(line).to.equal('1|6|tcp|127.0.0.1:99|grpc|\n')
  })

  it('takes only the right cookie for core', () => {
    expect(startedByCore({})).to.equal(false)
    expect(startedByCore({ TF_PLUGIN_MAGIC_COOKIE: 'another' })).to.equal(false)
  })
})

describe('Listen addresses', () => {
  it('are only a port of the loopback interface on Windows', () => {
    expect(listenAddresses({}, 'win32')).to.deep.equal([{ host: '127.0.0.1', port: 0 }])
  })

  it('are sockets first on other systems, then a port', () => {
    const [named, fallback, port] = listenAddresses({ PLUGIN_UNIX_SOCKET_DIR: '/run/named' }, 'linux')
    expect(named!.path).to.match(/^\/run\/named\/plugin\d+-[0-9a-f]{12}$/)
    expect(fallback!.path).to.match(/^\/tmp\/plugin\d+-[0-9a-f]{12}$/)
    expect(port).to.deep.equal({ host: '127.0.0.1', port: 0 })
  })

  it('are never paths longer than every system can bind, counted in bytes', () => {
    for (let length = 1; length < 120; length++) {
      for (const letter of ['a', 'ü']) {
        const found = listenAddresses({ PLUGIN_UNIX_SOCKET_DIR: `/${letter.repeat(length)}` }, 'darwin')
        for (const { path } of found) expect(Buffer.byteLength(path ?? '')).to.be.lessThan(104)
        expect(found.length).to.be.greaterThan(1)
      }
    }
  })
})
