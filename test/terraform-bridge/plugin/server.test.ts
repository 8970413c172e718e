// The gRPC server, called by a client of another make, in the clear and over mutual TLS.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http2 from 'node:http2'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { type Certificate, selfSigned } from '../../../terraform-bridge/plugin/certificate.ts'
import { frame } from '../../../terraform-bridge/plugin/frame.ts'
import { createGrpcServer, type Server } from '../../../terraform-bridge/plugin/server.ts'
import { until } from '../../support/until.ts'
import { type Caller, connect } from './client.ts'
import { failure } from './failure.ts'
import { testMethods } from './methods.ts'

const own = selfSigned()
const core = selfSigned()

for (const tls of [undefined, { own, client: core.der }]) {
  describe(`gRPC server ${tls ? 'over mutual TLS' : 'in the clear'}`, () => {
    let directory: string
    let server: Server
    let caller: Caller
    let path: string
    let target: string
    let idle: number
    const seen: string[] = []
    const logged: string[] = []

    const call = (as?: Certificate): Caller => connect(target, tls && { server: own.certificate, own: as })

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'polder-'))
      path = join(directory, 'socket')
      target = `unix:${path}`
      seen.length = logged.length = idle = 0
      server = createGrpcServer({
        methods: testMethods(seen),
        log: (level, message, fields) => logged.push(JSON.stringify({ level, message, ...fields })),
        tls,
        onIdle: () => idle++,
      })
      await server.listen({ path })
      caller = call(core)
    })

    afterEach(async () => {
      caller.close()
      await server.close()
      await rm(directory, { recursive: true })
    })

    it('answers with what the method returned', async () => {
      expect(await caller.unary('/test.Test/Echo', Buffer.from('hello'))).to.deep.equal(Buffer.from('hello'))
    })

    it('answers an empty message with an empty message', async () => {
      expect(await caller.unary('/test.Test/Echo', Buffer.alloc(0))).to.have.length(0)
    })

    it('waits for a method that answers later', async () => {
      expect((await caller.unary('/test.Test/EchoLater', Buffer.from('later'))).toString()).to.equal('later')
    })

    it('serves many calls on one connection at once', async () => {
      const numbers = Array.from({ length: 300 }, (_, index) => `call ${index}`)
      const answers = await Promise.all(
        numbers.map((number) => caller.unary('/test.Test/EchoLater', Buffer.from(number))),
      )
      expect(answers.map(String)).to.deep.equal(numbers)
    })

    it('carries messages far larger than gRPC allows by default, both ways', async () => {
      const large = Buffer.alloc(24 << 20, 'polder')
      expect((await caller.unary('/test.Test/Echo', large)).equals(large)).to.equal(true)
    })

    it('streams every message of an answer in order, then ends', async () => {
      const counts: number[] = []
      for await (const message of caller.stream('/test.Test/Count', Uint8Array.of(100)))
        counts.push(message[0]!)
      expect(counts).to.deep.equal(Array.from({ length: 100 }, (_, index) => index))
    })

    it('streams no message at all', async () => {
      for await (const _ of caller.stream('/test.Test/Count', Uint8Array.of(0))) expect.fail('a message')
    })

    it('streams more than the window holds', async () => {
      let length = 0
      for await (const message of caller.stream('/test.Test/Flood', Buffer.alloc(0))) length += message.length
      expect(length).to.equal(20 << 20)
    })

    it('12 when nobody implements the method', async () => {
      const error = await failure(caller.unary('/test.Test/Missing', Buffer.from('x')))
      expect(error).to.include({ code: 12, details: '/test.Test/Missing is not implemented' })
    })

    it('13 when a method throws, with its message and a line in the log, and goes on serving', async () => {
      const error = await failure(caller.unary('/test.Test/Throw', Buffer.from('x')))
      expect(error).to.include({ code: 13, details: 'no ümlaut, 100 %' })
      expect(logged).to.have.length(1)
      expect(logged[0]).to.match(/"level":"error","message":"\/test.Test\/Throw failed".*methods\.ts/)
      expect((await caller.unary('/test.Test/Echo', Buffer.from('still'))).toString()).to.equal('still')
    })

    it('13 when a method throws something too long for a header', async () => {
      const error = await failure(caller.unary('/test.Test/ThrowLong', Buffer.from('x')))
      expect(error.code).to.equal(13)
      expect(error.details).to.match(/^(😀){2048}$/u)
    })

    it('13 when the answer cannot be encoded', async () => {
      const error = await failure(caller.unary('/test.Test/WrongAnswer', Buffer.from('x')))
      expect(error).to.include({ code: 13, details: 'no such message' })
    })

    it('answers with the status that a method chose, and leaves the log alone', async () => {
      const error = await failure(caller.unary('/test.Test/Refuse', Buffer.from('x')))
      expect(error).to.include({ code: 5, details: 'not here' })
      expect(logged).to.deep.equal([])
    })

    it('13 after the messages that came before a throw', async () => {
      const messages: Buffer[] = []
      const error = await failure(
        (async () => {
          for await (const message of caller.stream('/test.Test/ThrowMidway', Buffer.alloc(0)))
            messages.push(message)
        })(),
      )
      expect(messages).to.deep.equal([Buffer.of(1)])
      expect(error).to.include({ code: 13, details: 'halfway' })
    })

    it('tells a method that its caller has cancelled, and goes on serving', async () => {
      const { answer, cancel } = caller.cancellable('/test.Test/Hang', Buffer.from('x'))
      await until(() => expect(seen).to.include('called'))
      cancel()
      expect(await failure(answer)).to.include({ code: 1 })
      await until(() => expect(seen).to.include('aborted'))
      expect((await caller.unary('/test.Test/Echo', Buffer.from('still'))).toString()).to.equal('still')
    })

    it('lets a streaming method clean up when its caller has cancelled', async () => {
      const stream = caller.stream('/test.Test/Endless', Buffer.alloc(0))
      await failure(
        (async () => {
          for await (const _ of stream) stream.cancel()
        })(),
      )
      await until(() => expect(seen).to.include('returned'))
    })

    it('says when its last client has hung up, not before', async () => {
      const other = call(core)
      await caller.unary('/test.Test/Echo', Buffer.from('x'))
      await other.unary('/test.Test/Echo', Buffer.from('x'))
      other.close()
      await caller.unary('/test.Test/Echo', Buffer.from('x'))
      expect(idle).to.equal(0)
      caller.close()
      await until(() => expect(idle).to.equal(1))
    })

    if (!tls) {
      it('produces no more of a stream than a slow reader takes', async () => {
        // Not grpc-js, which reads ahead without bound.
        const session = http2.connect('http://localhost', { createConnection: () => connectSocket(path) })
        const stream = session.request({ ':method': 'POST', ':path': '/test.Test/FloodMuch' })
        stream.end(frame(Buffer.alloc(0)))
        await once(stream, 'response')
        for (let call = 0; call < 100; call++) await caller.unary('/test.Test/EchoLater', Buffer.alloc(0))
        expect(seen.length).to.be.within(1, 5)
        expect((await buffer(stream)).length).to.equal(40 * (5 + (1 << 20)))
        expect(seen.length).to.equal(40)
        session.close()
      })

      return
    }

    for (const [who, as] of [
      ['with another certificate', selfSigned()],
      ['without a certificate', undefined],
    ] as const) {
      it(`refuses a client ${who}, and serves the right one meanwhile`, async () => {
        const stranger = call(as)
        const error = await failure(stranger.unary('/test.Test/Hang', Buffer.from('x')))
        stranger.close()
        expect(error.code).to.equal(14)
        expect(logged.join()).to.contain('A client with another certificate was refused')
        expect(seen).to.deep.equal([])
        expect(idle).to.equal(0)
        expect((await caller.unary('/test.Test/Echo', Buffer.from('right'))).toString()).to.equal('right')
      })
    }

    it('refuses a client in the clear', async () => {
      const stranger = connect(target)
      expect(await failure(stranger.unary('/test.Test/Hang', Buffer.from('x')))).to.include({ code: 14 })
      stranger.close()
      expect(seen).to.deep.equal([])
    })
  })
}
