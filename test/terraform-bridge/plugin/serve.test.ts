// A provider as a process of its own, started as core starts it, by hand, and for reattaching.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { selfSigned } from '../../../terraform-bridge/plugin/certificate.ts'
import { certificatePem } from '../../../terraform-bridge/plugin/pem.ts'
import { until } from '../../support/until.ts'
import { type Caller, connect } from './client.ts'
import { failure } from './failure.ts'

const core = selfSigned()
const fromCore = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '6,5',
  PLUGIN_CLIENT_CERT: core.certificate,
  TF_LOG: 'trace',
}

describe('Provider process', () => {
  let directory: string
  let running: { process: ChildProcess; stdout: string; stderr: string; ended: Promise<number | null> }
  let caller: Caller | undefined

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'polder-'))
  })

  afterEach(async () => {
    caller?.close()
    caller = undefined
    running.process.kill('SIGTERM')
    await running.ended
    await rm(directory, { recursive: true })
  })

  const start = (environment: NodeJS.ProcessEnv, ...flags: string[]): void => {
    const main = join(import.meta.dirname, 'provider.ts')
    const child = spawn(process.execPath, [main, ...flags], { env: { TMPDIR: directory, ...environment } })
    running = {
      process: child,
      stdout: '',
      stderr: '',
      ended: once(child, 'close').then(([code]) => code as number | null),
    }
    child.stdout.on('data', (text) => (running.stdout += text))
    child.stderr.on('data', (text) => (running.stderr += text))
  }

  /** Starts it, awaits the handshake, connects; tells where it listens. */
  const shakeHands = async (environment: NodeJS.ProcessEnv = {}): Promise<string> => {
    start({ ...fromCore, ...environment })
    await until(() => expect(running.stdout).to.include('\n'))
    const [, , network, address, , certificate = ''] = running.stdout.trimEnd().split('|')
    const server = certificatePem(Buffer.from(certificate, 'base64'))
    caller = connect(network === 'unix' ? `unix:${address}` : address!, { server, own: core })
    return address!
  }

  it('says in one line where it listens and by which certificate it is known, without padding', async () => {
    const address = await shakeHands()
    expect(running.stdout).to.match(/^1\|6\|unix\|\/[^|]+\|grpc\|[A-Za-z0-9+/]{400,}\n$/)
    expect(address.startsWith(directory)).to.equal(true)
    expect(String(await caller!.unary('/test.Test/Echo', Buffer.from('hello')))).to.equal('hello')
  })

  it('tells a core that offers multiplexing that it does not take it', async () => {
    await shakeHands({ PLUGIN_MULTIPLEX_GRPC: 'true' })
    expect(running.stdout).to.match(/\|false\n$/)
  })

  it('listens in the directory that core names', async () => {
    const named = join(directory, 'named')
    await mkdir(named)
    expect((await shakeHands({ PLUGIN_UNIX_SOCKET_DIR: named })).startsWith(`${named}/`)).to.equal(true)
  })

  it('listens in /tmp where the path of a socket would be too long', async () => {
    const long = join(directory, 'long'.repeat(20))
    await mkdir(long)
    expect(await shakeHands({ TMPDIR: long })).to.match(/^\/tmp\/plugin[^/]+$/)
    await caller!.unary('/test.Test/Echo', Buffer.alloc(0))
  })

  it('listens in /tmp where it may not write', async () => {
    expect(await shakeHands({ TMPDIR: join(directory, 'missing') })).to.match(/^\/tmp\/plugin[^/]+$/)
    await caller!.unary('/test.Test/Echo', Buffer.alloc(0))
  })

  it('ends when core hangs up, and takes its socket with it', async () => {
    const address = await shakeHands()
    await caller!.unary('/test.Test/Echo', Buffer.alloc(0))
    expect(existsSync(address)).to.equal(true)
    caller!.close()
    expect(await running.ended).to.equal(0)
    expect(existsSync(address)).to.equal(false)
    expect(running.stderr).to.contain('"@message":"stopped"')
  })

  it('answers Shutdown once all is finished, and then ends, although the caller stays', async () => {
    await shakeHands()
    expect(await caller!.unary('/plugin.GRPCController/Shutdown', Buffer.alloc(0))).to.have.length(0)
    expect(await running.ended).to.equal(0)
    expect(running.stderr).to.match(/shutting down[\s\S]*"stopped"/)
  })

  it('ends on SIGTERM', async () => {
    const address = await shakeHands()
    running.process.kill('SIGTERM')
    expect(await running.ended).to.equal(0)
    expect(existsSync(address)).to.equal(false)
  })

  it('goes on through SIGINT, which a terminal sends to core and provider alike', async () => {
    await shakeHands()
    running.process.kill('SIGINT')
    await until(() => expect(running.stderr).to.include('SIGINT is left to core'))
    expect(String(await caller!.unary('/test.Test/Echo', Buffer.from('still')))).to.equal('still')
  })

  it('is healthy', async () => {
    await shakeHands()
    const plugin = Buffer.from([0x0a, 6, ...Buffer.from('plugin')])
    expect(await caller!.unary('/grpc.health.v1.Health/Check', plugin)).to.deep.equal(Buffer.of(0x08, 1))
    expect(await caller!.unary('/grpc.health.v1.Health/Check', Buffer.alloc(0))).to.deep.equal(
      Buffer.of(0x08, 1),
    )
  })

  it('5 for the health of what it does not know', async () => {
    await shakeHands()
    const other = Buffer.from([0x0a, 5, ...Buffer.from('other')])
    expect(await failure(caller!.unary('/grpc.health.v1.Health/Check', other))).to.include({ code: 5 })
  })

  it('keeps the streams of stdio and broker open and silent', async () => {
    await shakeHands()
    const stdio = caller!.stream('/plugin.GRPCStdio/StreamStdio', Buffer.alloc(0))
    const broker = caller!.stream('/plugin.GRPCBroker/StartStream', Buffer.alloc(0))
    const ends: string[] = []
    const cancelled = [stdio, broker].map(async (stream) => {
      const outcome = await failure(
        (async () => {
          for await (const _ of stream) ends.push('message')
          ends.push('end')
        })(),
      )
      return outcome.code
    })
    await caller!.unary('/test.Test/EchoLater', Buffer.alloc(0))
    expect(ends).to.deep.equal([])
    stdio.cancel()
    broker.cancel()
    expect(await Promise.all(cancelled)).to.deep.equal([1, 1])
  })

  it('keeps whatever is printed off stdout', async () => {
    await shakeHands()
    await caller!.unary('/test.Test/Print', Buffer.from('printed'))
    await until(() => expect(running.stderr).to.include('printed by stream'))
    expect(running.stderr).to.contain('"@level":"info","@message":"printed by console"')
    expect(running.stdout.indexOf('\n')).to.equal(running.stdout.length - 1)
  })

  it('dies of an error outside every call in the words that core shows as a crash', async () => {
    const address = await shakeHands()
    const error = await failure(caller!.unary('/test.Test/Crash', Buffer.alloc(0)))
    expect(error.code).to.equal(14)
    expect(await running.ended).to.equal(2)
    expect(running.stderr).to.match(/^panic: Error: boom\n +at .*\n(.*\n)+\ngoroutine 1 \[running\]:\n$/m)
    expect(existsSync(address)).to.equal(false)
  })

  it('tells a person who starts it by hand what to do instead', async () => {
    start({})
    expect(await running.ended).to.equal(1)
    expect(running.stdout).to.equal('')
    expect(running.stderr).to.match(
      /Terraform or OpenTofu starts\..*\n.*terraform init.*tofu init.*\n.*--debug/,
    )
  })

  describe('for reattaching', () => {
    const debug = async (): Promise<{ Pid: number; Addr: { Network: string; String: string } }> => {
      start({}, '--debug')
      await until(() => expect(running.stdout).to.include('\n'))
      const [, json = ''] = /^TF_REATTACH_PROVIDERS='(.*)'\n$/.exec(running.stdout) ?? []
      return JSON.parse(json)['polder/test']
    }

    it('says where it listens as core wants to hear it, and asks for no certificate', async () => {
      const reattach = await debug()
      const Addr = { Network: 'unix', String: reattach.Addr.String }
      const expected = { Protocol: 'grpc', ProtocolVersion: 6, Pid: running.process.pid, Test: true, Addr }
      expect(reattach).to.deep.equal(expected)
      caller = connect(`unix:${Addr.String}`)
      expect(String(await caller.unary('/test.Test/Echo', Buffer.from('hello')))).to.equal('hello')
    })

    it('serves one core after another, although each says Shutdown, until SIGTERM', async () => {
      const { Addr } = await debug()
      for (const word of ['first', 'second']) {
        caller = connect(`unix:${Addr.String}`)
        await caller.unary('/plugin.GRPCController/Shutdown', Buffer.alloc(0))
        // Three times as long as it would wait for core to hang up.
        for (const end = Date.now() + 150; Date.now() < end; ) {
          expect(String(await caller.unary('/test.Test/Echo', Buffer.from(word)))).to.equal(word)
        }
        caller.close()
      }
      running.process.kill('SIGTERM')
      expect(await running.ended).to.equal(0)
      expect(existsSync(Addr.String)).to.equal(false)
    })
  })
})
