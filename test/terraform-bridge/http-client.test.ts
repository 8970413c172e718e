// Requests that meet a busy, absent or restarting server. A real API cannot be made to answer in these ways on
// command, so a server of a few lines follows a script.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { ApiError } from '../../terraform-bridge/api-error.ts'
import { createHttpClient, type HttpClientOptions } from '../../terraform-bridge/http-client.ts'
import { Stopped } from '../../terraform-bridge/stopped.ts'
import { Unreachable } from '../../terraform-bridge/unreachable.ts'

type Turn = (outgoing: ServerResponse, incoming: IncomingMessage) => void

const ok: Turn = (outgoing) => outgoing.end('{"id":"usr_1"}')
const busy =
  (status: number, retryAfter: string): Turn =>
  (outgoing) =>
    outgoing
      .writeHead(status, { 'retry-after': retryAfter })
      .end('{"code":"too_many_requests","detail":"Slow."}')
const reset: Turn = (outgoing) => outgoing.socket!.resetAndDestroy()

describe('the HTTP client', function () {
  this.timeout(20_000)
  let stop: () => Promise<void>
  let seen: IncomingMessage[]
  let url: string
  const scripted = async (...script: Turn[]) => {
    seen = []
    const server = createServer((incoming, outgoing) => {
      seen.push(incoming)
      incoming
        .resume()
        .on('end', () => (script.length > 1 ? script.shift()! : script[0]!)(outgoing, incoming))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return open({ patience: { away: 1000 } })
  }
  const open = (more: Partial<HttpClientOptions> = {}) =>
    createHttpClient({ url, token: 'secret-token', userAgent: 'test', ...more }).send
  afterEach(() => stop?.())

  const failing = (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
      () => {
        throw new Error('it was expected to fail')
      },
      (reason: Error) => reason,
    )

  it('TF-08 sends again what was answered 429, no sooner than Retry-After says', async () => {
    const send = await scripted(busy(429, '1'), busy(429, '0'), ok)
    const begun = performance.now()
    const { body } = await send({ method: 'GET', path: '/v1/users' })
    expect(body).to.deep.equal({ id: 'usr_1' })
    expect(performance.now() - begun).to.be.at.least(990)
    expect(seen).to.have.length(3)
  })

  it('TF-08 sends again what was answered 503, until its patience ends', async () => {
    const send = await scripted(busy(503, '0'))
    const reason = await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(reason).to.be.instanceOf(ApiError)
    expect(seen.length).to.be.above(2)
  })

  it('has patience with an outage, not with each request that meets it, and anew once there was an answer', async () => {
    const send = await scripted(busy(503, '0'), ok, busy(503, '0'))
    await send({ method: 'GET', path: '/v1/users' })
    await failing(send({ method: 'GET', path: '/v1/users' }))
    const patiently = seen.length
    await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(patiently).to.be.above(4)
    expect(seen).to.have.length(patiently + 1)
  })

  it('sends a create again whose connection broke, under the same Idempotency-Key', async () => {
    const send = await scripted(reset, reset, ok)
    const headers = { 'idempotency-key': 'one' }
    await send({ method: 'POST', path: '/v1/users', body: { username: 'a' }, headers })
    expect(seen.map((it) => it.headers['idempotency-key'])).to.deep.equal(['one', 'one', 'one'])
  })

  it('says what to do when nothing listens, without the token', async () => {
    const send = open({ url: 'http://127.0.0.1:1', patience: { absent: 100 } })
    const reason = await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(reason).to.be.instanceOf(Unreachable)
    expect(reason.message).to.include('POLDER_URL').and.not.include('secret-token')
  })

  it('names a host that does not exist', async () => {
    const send = open({ url: 'https://polder.invalid', writtenIn: 'POLDER_URL', patience: { absent: 0 } })
    const reason = await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(reason.message).to.match(/the host `polder.invalid` (does not exist|cannot be looked up)/)
  })

  it('has seconds of patience with what does not listen yet, once for all requests', async () => {
    const send = open({ url: 'http://127.0.0.1:1', patience: { absent: 1000 } })
    const begun = performance.now()
    const asked = Array.from({ length: 80 }, () => failing(send({ method: 'GET', path: '/v1/users' })))
    await Promise.all(asked)
    await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(performance.now() - begun).to.be.within(1000, 4000)
  })

  it('waits longer for what is expected to be there', async () => {
    const patience = { absent: 100, away: 1000 }
    const url = 'http://127.0.0.1:1'
    const { send, expect: expectAnswers } = createHttpClient({ url, token: 'x', userAgent: 'test', patience })
    expectAnswers()
    const begun = performance.now()
    await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(performance.now() - begun).to.be.at.least(1000)
  })

  it('says what to do when something else answers', async () => {
    const send = await scripted((outgoing) => outgoing.writeHead(404).end('<html>'))
    const reason = await failing(send({ method: 'GET', path: '/v1/users' }))
    expect(reason.message).to.include('is not from the Polder API')
  })

  it('sends nothing more once Terraform has asked to stop', async () => {
    await scripted(busy(429, '20'))
    const stopping = new AbortController()
    const whileItWaits = () => setImmediate(() => stopping.abort())
    const { send } = createHttpClient({ url, token: 'x', userAgent: 'test' }, whileItWaits)
    const reason = await failing(send({ method: 'POST', path: '/v1/users', signal: stopping.signal }))
    expect(reason).to.be.instanceOf(Stopped)
    expect(seen).to.have.length(1)
  })

  it('waits for nothing that is away once Terraform has asked to stop, also when reading', async () => {
    const stopping = new AbortController()
    const send = open({ url: 'http://127.0.0.1:1', stopping: stopping.signal })
    const failed = 'http.client.request.error'
    const whileItWaits = () => setImmediate(() => stopping.abort())
    subscribe(failed, whileItWaits)
    const begun = performance.now()
    const reason = await failing(send({ method: 'GET', path: '/v1/users' }))
    unsubscribe(failed, whileItWaits)
    expect(reason).to.be.instanceOf(Stopped)
    expect(performance.now() - begun).to.be.below(2000)
  })

  it('does not say of a write whose connection broke that nothing was changed', async () => {
    const stopping = new AbortController()
    const send = await scripted((outgoing, incoming) => {
      stopping.abort()
      reset(outgoing, incoming)
    })
    const reason = await failing(send({ method: 'POST', path: '/v1/users', signal: stopping.signal }))
    expect(reason).to.be.instanceOf(Stopped)
    expect(reason.message).to.include('it is unknown whether the server made the change')
  })

  it('sees a write through that is under way when Terraform asks to stop', async () => {
    const stopping = new AbortController()
    const send = await scripted((outgoing, incoming) => {
      stopping.abort()
      ok(outgoing, incoming)
    })
    const { status } = await send({ method: 'POST', path: '/v1/users', signal: stopping.signal })
    expect(status).to.equal(200)
  })
})
