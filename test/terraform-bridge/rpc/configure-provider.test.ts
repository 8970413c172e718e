// What the provider says when the way to the API is not as the configuration or the environment has it. Servers that
// answer wrongly on command are a few lines each; certificates and TLS are real.
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { createSession } from '../../../terraform-bridge/memory/session.ts'
import type { Request } from '../../../terraform-bridge/protocol/methods.ts'
import { encode } from '../../../terraform-bridge/protocol/msgpack.ts'
import { typeOf } from '../../../terraform-bridge/protocol/schema.ts'
import type { Entries } from '../../../terraform-bridge/protocol/value.ts'
import { configureProvider } from '../../../terraform-bridge/rpc/configure-provider.ts'
import { readResource } from '../../../terraform-bridge/rpc/read-resource.ts'
import { validateProviderConfig } from '../../../terraform-bridge/rpc/validate-provider-config.ts'
import { providerBlock } from '../../../terraform-bridge/values/block.ts'
import { resourceOf } from '../../../terraform-bridge/values/type-name.ts'
import { httpsServer } from '../../support/cluster/https-server.ts'

type Settings = { url?: string; ca_file?: string; token?: string }

const token = 'polder_secret'
const providerType = typeOf(providerBlock)
const userType = resourceOf('polder_user').type
const message = (value: Entries, type = providerType) => ({
  msgpack: encode(value, type),
  json: Buffer.alloc(0),
})
const config = (block: Settings) => ({ config: message(block as Entries) })

/** A provider process with this block and environment; what it answers when one user is read, again and again. */
const start = (block: Settings, environment: Settings = {}) => {
  const variables = Object.entries({ token, ...environment }).map(([name, value]) => [
    `POLDER_${name.toUpperCase()}`,
    value,
  ])
  const session = createSession()
  Object.assign(process.env, Object.fromEntries(variables))
  const { diagnostics = [] } = configureProvider(config(block) as Request<'configureProvider'>, session)
  for (const [name] of variables) delete process.env[name!]
  return async () => {
    if (diagnostics.length > 0) return diagnostics
    const request = {
      typeName: 'polder_user',
      currentState: message({ id: 'usr_1' }, userType),
      private: Buffer.alloc(0),
    }
    return (await readResource(request as Request<'readResource'>, session)).diagnostics ?? []
  }
}

const said = async (block: Settings, environment?: Settings) => {
  const [first, ...more] = await start(block, environment)()
  expect(first, 'nothing was said').to.be.an('object')
  expect(more).to.deep.equal([])
  const { summary, detail = '' } = first!
  expect(detail).to.not.include(token)
  return `${summary}: ${detail}`
}

describe('the way to the API', function () {
  this.timeout(30_000)
  let folder: string
  const stops: (() => unknown)[] = []
  const portOf = async (server: Server) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stops.push(() => server.close())
    return (server.address() as AddressInfo).port
  }
  const answering = async (answer: RequestListener) => {
    const close: RequestListener = (incoming, outgoing) => {
      outgoing.setHeader('connection', 'close')
      answer(incoming, outgoing)
    }
    return `http://127.0.0.1:${await portOf(createServer(close))}`
  }
  const secure = async (hosts?: string[]) => {
    const server = await httpsServer((_, outgoing) => outgoing.writeHead(404).end(), hosts)
    stops.push(server.stop)
    return server
  }
  const file = async (name: string, content: string | Buffer) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polder-provider-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  describe('is refused before anybody is asked', () => {
    const wrong: Record<string, [url: string, ...words: string[]]> = {
      'without a scheme': [
        'polder.example.com',
        'is `polder.example.com`, which is not a URL that begins with `https://`',
      ],
      'of another protocol': ['ftp://polder.example.com', 'is not a URL that begins with `https://`'],
      'with a user name and a password': [
        'https://ada:hunter2@polder.example.com',
        'a user name or a password',
      ],
      'with a query': ['https://polder.example.com/?team=a', 'a query'],
      'with a fragment': ['https://polder.example.com/#top', 'a fragment'],
      'with the /v1 of every path': ['http://localhost:7460/v1/', 'ends with `/v1`'],
    }
    for (const [what, [url, ...words]] of Object.entries(wrong)) {
      it(`an address ${what}, whose words name POLDER_URL or the attribute, whichever holds it`, async () => {
        const fromEnvironment = await said({}, { url })
        const fromBlock = await said({ url })
        for (const word of [...words, 'Invalid API address']) {
          expect(fromEnvironment).to.include(word)
          expect(fromBlock).to.include(word)
        }
        expect(fromEnvironment).to.include('POLDER_URL').and.not.include('Attribute')
        expect(fromBlock).to.include('`url` of the provider block').and.include('Attribute: url')
        expect(fromBlock + fromEnvironment).to.not.include('hunter2')
        const { diagnostics } = validateProviderConfig(config({ url }) as Request<'validateProviderConfig'>)
        expect(diagnostics).to.have.length(1)
      })
    }

    it('a token that cannot be one, without repeating it', async () => {
      const words = await said({ url: 'http://127.0.0.1:1', token: 'polder_ \nsecret' })
      expect(words).to.include('Invalid API token').and.include('`token` of the provider block')
    })

    it('a CA file that is not there, is a directory, or holds no certificate: each in its own sentence', async () => {
      const { ca } = await secure()
      const key = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n'
      const broken = ca.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA')
      const files: [path: string, words: string][] = [
        [join(folder, 'none.pem'), 'does not exist'],
        ['none.pem', `Relative paths begin in \`${process.cwd()}\``],
        [folder, 'is a directory'],
        [await file('key.pem', key), 'contains a private key and no certificate'],
        [await file('empty.pem', ''), 'contains no certificate in PEM'],
        [await file('ca.der', new X509Certificate(ca).raw), 'contains a certificate in DER'],
        [await file('broken.pem', ca + broken), 'contains a certificate that cannot be read (number 2)'],
      ]
      for (const [path, words] of files) {
        const url = 'https://127.0.0.1:1'
        const fromBlock = await said({ url, ca_file: path })
        expect(fromBlock, path).to.include(`Invalid CA file: The file \`${path}\``).and.include(words)
        expect(fromBlock, path).to.include('Attribute: ca_file').and.not.include('c2VjcmV0')
        expect(await said({ url }, { ca_file: path }), path)
          .to.include('POLDER_CA_FILE')
          .and.include(words)
      }
    })
  })

  it('by http:// to a server that speaks TLS is told, whether the server hangs up or answers with a page', async () => {
    const { server } = await secure()
    const url = server.replace('https:', 'http:')
    const begun = performance.now()
    const words = `The server at ${url} speaks TLS. Begin POLDER_URL with \`https://\`.`
    expect(await said({}, { url })).to.include(words)
    expect(performance.now() - begun).to.be.below(3000)

    // As nginx does: what does not begin with a TLS record is answered in plain HTTP.
    const plain = new URL(await answering((_, outgoing) => outgoing.writeHead(400).end('<html>'))).port
    const secured = new URL(server).port
    const both = createTcpServer((socket) => {
      socket.once('data', (first) => {
        const target = first[0] === 0x16 ? secured : plain
        const onward = connect(Number(target), '127.0.0.1')
        onward.write(first)
        socket.pipe(onward).pipe(socket)
        for (const it of [socket, onward]) it.on('error', () => it.destroy())
      })
    })
    const port = await portOf(both)
    expect(await said({ url: `http://127.0.0.1:${port}` })).to.include(
      `The server at http://127.0.0.1:${port} speaks TLS. Begin \`url\` of the provider block with \`https://\`.`,
    )
  })

  it('by https:// to a server that speaks plain HTTP is told at once', async () => {
    const url = (await answering((_, outgoing) => outgoing.end())).replace('http:', 'https:')
    const words = await said({}, { url })
    expect(words).to.include(`The server at ${url} does not speak TLS`)
    expect(words).to.include('begin POLDER_URL with `http://`')
  })

  it('to a server that does not speak HTTP is told at once', async () => {
    const port = await portOf(createTcpServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n')))
    expect(await said({ url: `http://127.0.0.1:${port}` })).to.include('does not speak HTTP')
  })

  it('to a server whose certificate is for another host names both', async () => {
    const { server, ca } = await secure(['polder.example.com'])
    const ca_file = await file('other-host.pem', ca)
    const words = await said({}, { url: server, ca_file })
    expect(words).to.include('is not for the host `127.0.0.1` but for polder.example.com')
    expect(words).to.include('Set POLDER_URL to a host that the certificate names')
  })

  it('to a server whose authority is unknown says where to name it, or which file lacks it', async () => {
    const { server, ca } = await secure()
    const unknown = await said({}, { url: server })
    expect(unknown).to.include('not signed by a public authority').and.include('POLDER_CA_FILE')
    const other = await file('other.pem', (await secure()).ca)
    const lacking = await said({ url: server, ca_file: other })
    expect(lacking).to.include(`is not signed by an authority in \`${other}\``)
    expect(lacking).to.include('Set `ca_file` of the provider block')
    const trusted = await said({ url: server, ca_file: await file('ca.pem', `Comment\n${ca}`) })
    expect(trusted).to.include('(status 404)')
  })

  it('below a path of a proxy is asked there, and named where something else answers', async () => {
    const asked: string[] = []
    const url = await answering(({ url }, outgoing) => {
      asked.push(url!)
      outgoing.writeHead(404).end('<html>not found</html>')
    })
    const words = await said({}, { url: `${url}/polder/` })
    expect(asked).to.deep.equal(['/polder/v1/users/usr_1'])
    expect(words).to.include('(status 404) is not from the Polder API')
    expect(words).to.include('below the path `/polder` of POLDER_URL. Leave the path out')
  })

  it('over a proxy that redirects names the address to set', async () => {
    const url = await answering(({ url }, outgoing) => {
      outgoing.writeHead(308, { location: `https://polder.example.com${url}` }).end()
    })
    expect(await said({}, { url })).to.include('Set POLDER_URL to `https://polder.example.com`.')
  })

  it('is told in full once, and shortly for every other object of the same run', async () => {
    const url = (await answering((_, outgoing) => outgoing.end())).replace('http:', 'https:')
    const read = start({ url })
    const details = [await read(), await read(), await read()].map(([it]) => it!.detail!)
    expect(details[0]).to.include('does not speak TLS')
    expect(details[1]).to.equal(
      'No answer from the API for this object either. Another error of this run says why.',
    )
    expect(details[2]).to.equal(details[1])
    expect((await start({ url })())[0]!.detail).to.equal(details[0])
  })
})
