// What is not an HTTP request, or stops being one: a problem document like every other refusal, and the connection ends.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect } from 'chai'
import { problem } from '../../../../api/http/problem.ts'
import { readBody } from '../../../../api/http/request/body.ts'
import { answerParserRefusals } from '../../../../api/http/request/parser-refusals.ts'
import { openLog } from '../../../../api/log.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'

/** Sends a text and keeps the connection open; everything that comes back until the server closes. */
const raw = async (url: string, text: string): Promise<string> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).setEncoding('latin1')
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.write(text)
  await once(socket, 'close')
  return answer
}

/** The answers of one connection, in order. */
const parsed = (text: string) => {
  const answers: { status: number; headers: Headers; body: Body }[] = []
  for (let rest = text; rest !== ''; ) {
    const end = rest.indexOf('\r\n\r\n')
    expect(end, `no end of the headers in ${rest}`).to.be.above(0)
    const [line = '', ...lines] = rest.slice(0, end).split('\r\n')
    const headers = new Headers(lines.map((it) => it.split(/: (.*)/s).slice(0, 2) as [string, string]))
    const length = Number(headers.get('content-length'))
    const body = rest.slice(end + 4, end + 4 + length)
    expect(body).to.have.length(length)
    answers.push({ status: Number(line.split(' ')[1]), headers, body: JSON.parse(body) })
    rest = rest.slice(end + 4 + length)
  }
  return answers
}

describe('what the HTTP parser refuses', () => {
  let api: Api
  before(async () => {
    api = await startApi({ rateLimit: 0 })
  })
  after(() => api.stop())

  const post = (more: string) =>
    `POST /v1/organizations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.token}\r\nContent-Type: application/json\r\n${more}`

  type Case = [what: string, text: string | (() => string), status: number, code: string, detail: RegExp]
  const cases: Case[] = [
    ['no host', 'GET /v1/organizations HTTP/1.1\r\n\r\n', 400, 'malformed', /one Host header/],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n', 400, 'malformed', /one Host header/],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400, 'malformed', /make no valid URL/],
    [
      'a backslash in the path',
      'GET /v1\\x HTTP/1.1\r\nHost: x\r\n\r\n',
      400,
      'malformed',
      /make no valid URL/,
    ],
    [
      'a broken absolute address',
      'GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n',
      400,
      'malformed',
      /make no/,
    ],
    ['an unknown method', 'BREW /v1 HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'malformed', /Invalid method/],
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed', /not valid HTTP/],
    [
      'two lengths',
      () => post('Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx'),
      400,
      'malformed',
      /Length/,
    ],
    [
      'a broken chunk',
      () => post('Transfer-Encoding: chunked\r\n\r\nzz\r\n'),
      400,
      'malformed',
      /chunk size/,
    ],
    [
      'chunk extensions beyond 16 KiB',
      () => post(`Transfer-Encoding: chunked\r\n\r\n2;a=${'x'.repeat(20_000)}\r\n{}\r\n`),
      413,
      'too_large',
      /without them/,
    ],
    [
      'an expectation',
      () => post('Expect: tea\r\nContent-Length: 2\r\n\r\n{}'),
      417,
      'expectation_failed',
      /Expect/,
    ],
    [
      'headers beyond 64 KiB, all of which are sent',
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(3_000_000)}\r\n\r\n`,
      431,
      'headers_too_large',
      /65536 bytes/,
    ],
    ['another version', 'GET / HTTP/3.1\r\nHost: x\r\n\r\n', 505, 'version_not_supported', /HTTP\/1\.1/],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505, 'version_not_supported', /HTTP\/1\.1/],
    ['CONNECT', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', 405, 'method_not_allowed', /not a proxy/],
  ]
  for (const [what, text, status, code, detail] of cases) {
    it(`${status} ${code} for a request with ${what}, and the connection is closed`, async () => {
      const answers = parsed(await raw(api.url, typeof text === 'string' ? text : text()))
      expect(answers).to.have.length(1)
      const [{ headers, ...answer }] = answers as [(typeof answers)[0]]
      expect([answer.status, answer.body.status, answer.body.code]).to.deep.equal([status, status, code])
      expect(answer.body).to.include.keys('type', 'title')
      expect(answer.body.detail).to.match(detail).and.match(/\.$/)
      expect(headers.get('content-type')).to.equal('application/problem+json')
      expect(headers.get('connection')).to.equal('close')
      expect(headers.get('polder-deployment')).to.match(/^dpl_/)
      expect(api.logged()).to.include(`"requestId":"${headers.get('x-request-id')}"`)
    })
  }

  it('a request that is in progress is answered before what is broken behind it', async () => {
    const first = `GET /v1/organizations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.token}\r\n\r\n`
    const answers = parsed(await raw(api.url, `${first}${first}BREW / HTTP/1.1\r\n\r\n`))
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 400])
    expect(answers[1]!.body.items).to.have.length(1)
    expect(answers[2]!.body.code).to.equal('malformed')
  })

  it('a body that ends too early creates nothing and is answered', async () => {
    const { hostname, port } = new URL(api.url)
    const socket = connect(Number(port), hostname).setEncoding('latin1')
    socket.end(post('Content-Length: 100\r\n\r\n{"name": "half"'))
    const [answer] = (await once(socket, 'data')) as [string]
    expect(parsed(answer)[0]!.body).to.include({ status: 400, code: 'malformed' })
    expect((await api.request('GET', '/v1/organizations/half')).status).to.equal(404)
  })

  it('the server is still well, and none of it counts as a defect', async () => {
    expect((await api.request('GET', '/readyz')).status).to.equal(200)
    expect(
      api
        .logged()
        .split('\n')
        .filter((it) => it.includes('"level":50')),
    ).to.deep.equal([])
  })

  describe('with little patience', () => {
    let server: Server
    let url: string
    const log = openLog('silent')
    before(async () => {
      const patience = { headersTimeout: 100, requestTimeout: 150, connectionsCheckingInterval: 20 }
      server = createServer(patience, async (incoming, outgoing) => {
        const { status, body, headers } = await readBody(incoming).then(
          (read) => ({ status: 200, body: read, headers: {} }),
          (error) => problem(error, 'id', log),
        )
        const text = JSON.stringify(body)
        outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
      })
      answerParserRefusals(server, { deployment: 'dpl_test', log, requestId: () => 'id' })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    after(() => server.close())

    const late: [string, string][] = [
      ['headers that never come to an end', 'GET / HTTP/1.1\r\nHost: x\r\n'],
      [
        'a body that never comes to an end',
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      ],
    ]
    for (const [what, text] of late) {
      it(`408 request_timeout for ${what}`, async () => {
        const answers = parsed(await raw(url, text))
        expect(answers).to.have.length(1)
        expect(answers[0]!.body).to.include({ status: 408, code: 'request_timeout' })
        expect(answers[0]!.headers.get('connection')).to.equal('close')
      })
    }

    it('nothing is written to a connection that the client has reset', async () => {
      const client = connect(Number(new URL(url).port), '127.0.0.1')
      const refused = once(server, 'clientError') as Promise<[NodeJS.ErrnoException, Socket]>
      client.write('GET / HTTP/1.1\r\nHost: x\r\n', () => client.resetAndDestroy())
      const [error, socket] = await refused
      expect(error.code).to.equal('ECONNRESET')
      expect([socket.destroyed, socket.bytesWritten]).to.deep.equal([true, 0])
    })
  })
})
