// Patience and its limits with servers that misbehave.
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import { openCluster } from '../../../api/reconciler/cluster.ts'
import { createTransport } from '../../../api/reconciler/transport.ts'
import { type Trouble, unanswered } from '../../../api/reconciler/trouble.ts'
import { type Change, follow } from '../../../api/reconciler/watch.ts'
import { httpsServer } from '../../support/cluster/https-server.ts'

const failure = (work: Promise<unknown>): Promise<Trouble> =>
  work.then(
    () => expect.fail('it was answered'),
    (error) => unanswered('host', error),
  )

describe('the connection to a cluster', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  const connect = async (answer: RequestListener, timeoutMs = 5_000) => {
    const server = await httpsServer(answer)
    const headers = async () => ({ authorization: 'Bearer x' })
    const access = { server: new URL(server.server), tls: { ca: server.ca }, headers }
    const transport = createTransport(access, timeoutMs)
    closing.push(transport.close, server.stop)
    return transport
  }
  const get = { method: 'GET', path: '/' }

  it('is given up in time when a server accepts and never answers', async () => {
    const transport = await connect(() => {}, 100)
    const started = Date.now()
    const { reason, message } = await failure(transport.send(get))
    expect(reason).to.equal('HostUnreachable')
    expect(message).to.contain('does not answer in time')
    expect(Date.now() - started).to.be.lessThan(2_000)
  })

  it('is given up in time when an answer never ends', async () => {
    const transport = await connect((_, response) => response.writeHead(200).write('{'), 100)
    expect((await failure(transport.send(get))).reason).to.equal('HostUnreachable')
  })

  it('takes no more than 64 MiB of an answer', async () => {
    const part = Buffer.alloc(2 ** 20)
    const transport = await connect((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', more).on('error', () => {})
      more()
    }, 15_000)
    expect((await failure(transport.send(get))).reason).to.equal('AnswerTooLarge')
  })

  it('is one for calls that follow each other, and at most nine for those at once', async () => {
    const sockets = new Set<unknown>()
    const transport = await connect((request, response) => {
      sockets.add(request.socket)
      response.end('{}')
    })
    for (let i = 0; i < 20; i += 1) await transport.send(get)
    expect(sockets.size).to.equal(1)
    await Promise.all(Array.from({ length: 50 }, () => transport.send(get)))
    expect(sockets.size).to.be.at.most(9)
  })

  it('is to the host that was checked, whatever the path looks like', async () => {
    const transport = await connect((request, response) => response.end(request.url))
    const { text } = await transport.send({ method: 'GET', path: '//169.254.169.254/version' })
    expect(text).to.equal('//169.254.169.254/version')
  })

  it('keeps the path that an API server stands behind, for calls and watches alike', async () => {
    const urls: (string | undefined)[] = []
    const server = await httpsServer((request, response) => {
      urls.push(request.url?.split('?')[0])
      response.setHeader('content-type', 'application/json').end('{"gitVersion":"v1.36.0"}\n')
    })
    const place = new URL(`${server.server}/k8s/clusters/one/`)
    const cluster = openCluster({ server: place, tls: { ca: server.ca }, headers: async () => ({}) })
    closing.push(cluster.close, server.stop)
    await cluster.version()
    await cluster.watch(
      watching(() => {}),
      new AbortController().signal,
    )
    expect(urls).to.deep.equal(['/k8s/clusters/one/version', '/k8s/clusters/one/api/v1/namespaces'])
  })

  const watching = (changed: (change: Change) => void, silenceMs = 5_000) => ({
    path: '/api/v1/namespaces',
    selector: 'a=b',
    resourceVersion: '7',
    seconds: 300,
    silenceMs,
    changed,
  })

  it('follows a watch line by line, however the lines are cut', async () => {
    const transport = await connect((request, response) => {
      expect(request.url).to.contain('resourceVersion=7').and.to.contain('allowWatchBookmarks=true')
      response.write('{"type":"ADDED","object":{"a":1}}\n{"type":"BOOK')
      setImmediate(() => response.end('MARK","object":{}}\n'))
    })
    const seen: string[] = []
    await follow(
      transport,
      watching(({ type }) => seen.push(type)),
      new AbortController().signal,
    )
    expect(seen).to.deep.equal(['ADDED', 'BOOKMARK'])
  })

  it('ends a watch that has fallen silent', async () => {
    const transport = await connect((_, response) => response.writeHead(200).flushHeaders())
    const silent = follow(
      transport,
      watching(() => {}, 100),
      new AbortController().signal,
    )
    expect((await failure(silent)).message).to.contain('does not answer in time')
  })

  it('ends a watch without a word when it is told to', async () => {
    const transport = await connect((_, response) => response.writeHead(200).flushHeaders())
    const abort = new AbortController()
    const followed = follow(
      transport,
      watching(() => {}),
      abort.signal,
    )
    abort.abort()
    await followed
  })
})
