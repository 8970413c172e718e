// What the connection to an API server puts up with, and for how long.
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import {
  type ConnectionOptions,
  createConnection,
} from '../../../../../api/reconciler/cluster/connection/connection.ts'
import { createContact } from '../../../../../api/reconciler/cluster/connection/contact.ts'
import type { ClusterError } from '../../../../../api/reconciler/cluster/errors.ts'
import { httpsServer } from '../../../../support/cluster/https-server.ts'
import { until } from '../../../../support/until.ts'

const get = { method: 'GET', path: '/' }
const put = { method: 'PUT', path: '/', body: '{}', isWrite: true }

const failure = (work: Promise<unknown>): Promise<ClusterError> =>
  work.then(
    () => expect.fail('it was answered'),
    (error) => error,
  )

describe('the connection to a cluster', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  const connect = async (answer: RequestListener, options: ConnectionOptions = {}) => {
    const server = await httpsServer(answer)
    const headers = async () => ({ authorization: 'Bearer x' })
    const access = { server: new URL(server.server), tls: { ca: server.ca }, headers }
    const contact = createContact()
    const connection = createConnection(access, contact, { random: () => 0, ...options })
    closing.push(connection.close, server.stop)
    return { ...connection, contact }
  }
  const took = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }

  it('is given up when a server accepts and never answers', async () => {
    const { send } = await connect(() => {}, { silenceMs: 100 })
    let error: ClusterError | undefined
    const ms = await took(async () => {
      error = await failure(send(get))
    })
    expect(error!.reason).to.equal('HostUnreachable')
    expect(error!.message).to.contain('the server does not answer in time')
    expect(ms).to.be.within(90, 2_000)
  })

  it('is given up when an answer falls silent half-way', async () => {
    const { send } = await connect((_, response) => response.writeHead(200).write('{'), { silenceMs: 100 })
    expect((await failure(send(get))).message).to.contain('does not answer in time')
  })

  it('lasts as long as bytes come: no answer is too slow in total', async () => {
    const { send } = await connect(
      (_, response) => {
        let left = 8
        const drip = () => {
          response.write('x')
          left -= 1
          // The time is the subject: it is the slowness of the answer.
          if (left > 0) setTimeout(drip, 60)
          else response.end()
        }
        drip()
      },
      { silenceMs: 200 },
    )
    const ms = await took(async () => expect((await send(get)).text).to.equal('xxxxxxxx'))
    expect(ms).to.be.greaterThan(400)
  })

  it('takes no more than 64 MiB of an answer, compressed or not', async () => {
    const part = Buffer.alloc(2 ** 20)
    const { send } = await connect((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', more).on('error', () => {})
      more()
    })
    expect((await failure(send(get))).reason).to.equal('AnswerTooLarge')
    const bomb = gzipSync(Buffer.alloc(65 * 2 ** 20))
    const packed = await connect((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb))
    expect((await failure(packed.send(get))).reason).to.equal('AnswerTooLarge')
  })

  it('asks for compressed answers and reads them', async () => {
    const { send } = await connect((request, response) => {
      expect(request.headers['accept-encoding']).to.equal('gzip')
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"compressed":true}'))
    })
    expect((await send(get)).text).to.equal('{"compressed":true}')
  })

  it('says of half an answer that the connection broke off, compressed or not', async () => {
    const whole = gzipSync(JSON.stringify(Array.from({ length: 1_000 }, Math.random)))
    const { send } = await connect((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(whole.subarray(0, whole.length / 2))
    })
    expect((await failure(send(get))).message).to.contain('the connection broke off')
    const plain = await connect((_, response) => {
      response.setHeader('content-length', '10').write('12345', () => response.destroy())
    })
    expect((await failure(plain.send(get))).message).to.contain('the connection broke off')
  })

  it('is one for calls that follow each other, and at most nine for those at once', async () => {
    const sockets = new Set<unknown>()
    const { send } = await connect((request, response) => {
      sockets.add(request.socket)
      response.end('{}')
    })
    for (let i = 0; i < 20; i += 1) await send(get)
    expect(sockets.size).to.equal(1)
    await Promise.all(Array.from({ length: 50 }, () => send(get)))
    expect(sockets.size).to.be.at.most(9)
  })

  it('keeps its sockets for calls however many watches are open', async () => {
    let waiting = 0
    const { send, stream } = await connect(
      (request, response) => {
        if (request.url === '/watch') return void response.writeHead(200).flushHeaders()
        waiting += 1
        const answer = () => (waiting === 9 ? response.end('{}') : setImmediate(answer))
        answer()
      },
      { silenceMs: 3_000 },
    )
    const abort = new AbortController()
    const path = '/watch'
    await Promise.all(Array.from({ length: 7 }, () => stream({ method: 'GET', path }, 60_000, abort.signal)))
    // Answered only where nine calls are on their way at the same time.
    await Promise.all(Array.from({ length: 9 }, () => send(get)))
    abort.abort()
  })

  it('is to the host that was checked, whatever the path looks like', async () => {
    const { send } = await connect((request, response) => response.end(request.url))
    const { text } = await send({ method: 'GET', path: '//169.254.169.254/version' })
    expect(text).to.equal('//169.254.169.254/version')
  })

  it('reads again what was reset, once, and writes nothing twice', async () => {
    const seen: string[] = []
    const { send } = await connect((request, response) => {
      seen.push(request.method!)
      if (seen.length === 1 || request.method === 'PUT') request.socket.destroy()
      else response.end('{}')
    })
    expect((await send(get)).text).to.equal('{}')
    expect((await failure(send(put))).reason).to.equal('HostUnreachable')
    expect(seen).to.deep.equal(['GET', 'GET', 'PUT'])
  })

  describe('that is asked to come again', () => {
    const answering = (status: number, headers: object, good = 1) => {
      let calls = 0
      const listener: RequestListener = (_, response) => {
        calls += 1
        if (calls > good) response.end('{}')
        else response.writeHead(status, headers as Record<string, string>).end()
      }
      return { listener, calls: () => calls }
    }

    it('waits for as many seconds as it is told, for writes too', async () => {
      const server = answering(429, { 'retry-after': '2' })
      const { send } = await connect(server.listener)
      const ms = await took(async () => expect((await send(put)).status).to.equal(200))
      expect(ms).to.be.within(1_990, 3_000)
    })

    it('reads a date by the clock of the server, however wrong the own clock is', async () => {
      const date = new Date('2001-01-01T00:00:00Z')
      const until = new Date(date.getTime() + 2_000)
      const server = answering(503, { date: date.toUTCString(), 'retry-after': until.toUTCString() })
      const { send } = await connect(server.listener)
      const ms = await took(async () => expect((await send(get)).status).to.equal(200))
      expect(ms).to.be.within(1_990, 3_000)
    })

    it('waits a second where nothing is said, and gives the answer at the third time', async () => {
      const server = answering(503, {}, 9)
      const { send } = await connect(server.listener)
      const ms = await took(async () => expect((await send(get)).status).to.equal(503))
      expect(server.calls()).to.equal(3)
      expect(ms).to.be.within(1_990, 3_500)
    })

    it('ends the wait once the server answers others, however long it was told to wait', async () => {
      const server = answering(429, { 'retry-after': '60' })
      const { send, contact } = await connect(server.listener)
      const answered = send(get)
      await until(() => expect(server.calls()).to.equal(1))
      // The time is the subject: others are answered when the first second has gone by.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      expect(server.calls()).to.equal(1)
      contact.good()
      expect((await answered).status).to.equal(200)
    })

    it('leaves a server alone for a second even where others are answered meanwhile', async () => {
      const server = answering(429, { 'retry-after': '60' })
      const { send, contact } = await connect(server.listener)
      const answered = send(get)
      await until(() => expect(server.calls()).to.equal(1))
      const ms = await took(async () => {
        contact.good()
        await answered
      })
      expect(ms).to.be.within(800, 3_000)
    })

    it('does not wait in the call for longer than a minute', async () => {
      const server = answering(429, { 'retry-after': '3600' })
      const { send } = await connect(server.listener)
      expect((await send(get)).status).to.equal(429)
      expect(server.calls()).to.equal(1)
    })

    it('does not wait where the first answer counts', async () => {
      const server = answering(503, { 'retry-after': '5' })
      const { send } = await connect(server.listener)
      expect((await send({ ...get, once: true })).status).to.equal(503)
      expect(server.calls()).to.equal(1)
    })

    it('stops to wait when it is closed', async () => {
      const server = answering(503, { 'retry-after': '60' })
      const { send, close } = await connect(server.listener)
      const answered = failure(send(get))
      await until(() => expect(server.calls()).to.equal(1))
      close()
      expect((await answered).reason).to.equal('Closed')
    })
  })

  describe('whose lease may end', () => {
    class LeaseLost extends Error {}

    it('asks before each write, and before no read', async () => {
      let asked = 0
      const { send } = await connect((_, response) => response.end('{}'), { mayWrite: () => (asked += 1) })
      await send(get)
      expect(asked).to.equal(0)
      await send(put)
      await send(put)
      expect(asked).to.equal(2)
    })

    it('sends no write when it may not, and throws what it is told', async () => {
      const seen: string[] = []
      const mayWrite = () => {
        throw new LeaseLost()
      }
      const { send } = await connect(
        (request, response) => response.end(String(seen.push(request.method!))),
        {
          mayWrite,
        },
      )
      expect(await failure(send(put))).to.be.instanceOf(LeaseLost)
      await send(get)
      expect(seen).to.deep.equal(['GET'])
    })

    it('sends no write that has waited for a socket while the lease ended', async () => {
      const seen: string[] = []
      let isOver = false
      const mayWrite = () => {
        if (isOver) throw new LeaseLost()
      }
      const answers: (() => void)[] = []
      const { send } = await connect(
        (request, response) => {
          seen.push(request.method!)
          answers.push(() => response.end('{}'))
        },
        { calls: 1, mayWrite },
      )
      const first = send(get)
      const second = failure(send(put))
      await until(() => expect(answers).to.have.length(1))
      isOver = true
      answers[0]!()
      await first
      expect(await second).to.be.instanceOf(LeaseLost)
      expect(seen).to.deep.equal(['GET'])
    })

    it('sends no write after it was closed, and aborts what is on its way', async () => {
      const { send, close } = await connect(() => {})
      const waiting = failure(send(put))
      const began = performance.now()
      close()
      expect((await waiting).reason).to.equal('Closed')
      expect((await failure(send(put))).reason).to.equal('Closed')
      expect(performance.now() - began).to.be.lessThan(1_000)
    })
  })
})
