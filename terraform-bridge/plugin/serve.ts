// One provider process from its start to its end.
import { rmSync, writeSync } from 'node:fs'
import { selfSigned } from './certificate.ts'
import { goPluginServices } from './go-plugin-services.ts'
import { byHand, type Endpoint, handshakeLine, reattachLine, startedByCore } from './handshake.ts'
import { listenAddresses } from './listen-addresses.ts'
import { type Log, openLog, panicText, redirectConsole, toStderr } from './log.ts'
import type { Methods } from './method.ts'
import { certificateDer } from './pem.ts'
import { createGrpcServer, type Server } from './server.ts'

export interface Provider {
  methods: Methods
  /** By which a reattached provider is found, such as `polder/polder`: each core adds the host of its own registry. */
  source: string
  /** What core waits for when it asks the process to end; it does not run where the process is killed. */
  onShutdown?: () => Promise<void>
  /** The last thing that runs, whatever ends the process short of a kill or a crash. */
  onStop?: () => void
}

const stdout = 1
// Core hangs up once it has the answer to Shutdown, which ends the process; a caller that lingers is not waited for.
const lingering = 50

/** Serves the core that started the process until it hangs up; with `--debug`, any core until SIGTERM. */
export const serve = async ({ methods, source, onShutdown, onStop }: Provider): Promise<void> => {
  const debug = process.argv.includes('--debug') || process.argv.includes('-debug')
  if (!debug && !startedByCore(process.env)) {
    toStderr(byHand)
    process.exitCode = 1
    return
  }
  const log = openLog(process.env)
  redirectConsole(log)
  process.on('uncaughtException', (reason) => {
    toStderr(panicText(reason))
    process.exit(2)
  })

  const stop = (): void => {
    onStop?.()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  // Ctrl-C reaches the whole process group, but what becomes of work under way is for core to say.
  process.on('SIGINT', debug ? stop : () => log('trace', 'SIGINT is left to core'))

  const shutDown = async (): Promise<void> => {
    await onShutdown?.()
    if (!debug) setTimeout(stop, lingering)
  }
  const all = new Map([...methods, ...goPluginServices(shutDown)])
  if (debug) {
    const endpoint = await listen(createGrpcServer({ methods: all, log }), log)
    writeSync(stdout, reattachLine(source, endpoint))
    return
  }
  const client = process.env.PLUGIN_CLIENT_CERT
  const own = client ? selfSigned() : undefined
  const tls = client && own ? { own, client: certificateDer(client) } : undefined
  const endpoint = await listen(createGrpcServer({ methods: all, log, tls, onIdle: stop }), log)
  writeSync(stdout, handshakeLine(endpoint, own?.der ?? Buffer.alloc(0), process.env))
}

const listen = async (server: Server, log: Log): Promise<Endpoint> => {
  let refused: unknown
  for (const options of listenAddresses(process.env)) {
    try {
      const address = await server.listen(options)
      if (typeof address !== 'string') return { network: 'tcp', address: `127.0.0.1:${address?.port}` }
      process.on('exit', () => rmSync(address, { force: true }))
      return { network: 'unix', address }
    } catch (error) {
      log('warn', 'Cannot listen at the address', { path: options.path, error: String(error) })
      refused = error
    }
  }
  throw refused
}
