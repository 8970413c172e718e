// A gRPC server over node:http2, with what a provider needs and no more.
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'
import type { ListenOptions } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'
import type { Log } from './log.ts'
import type { Methods } from './method.ts'
import { serveRpc } from './serve-rpc.ts'

// By hand, because every run of Terraform waits for it: @grpc/grpc-js 1.14 takes 38 ms to load, and Node 20 ms to start.

export interface ServerOptions {
  methods: Methods
  log: Log
  /** With it the server speaks TLS, and only with the one client whose certificate (DER) is given. */
  tls?: { own: Certificate; client: Buffer }
  /** Called when the last session has closed. */
  onIdle?: () => void
}

export interface Server {
  /** Rejects where the system refuses the place. */
  listen(at: ListenOptions): Promise<ReturnType<Http2Server['address']>>
  /** Ends every session at once. */
  close(): Promise<void>
}

const settings = { initialWindowSize: 4 << 20, maxFrameSize: 1 << 20, maxConcurrentStreams: 1000 }
const sessionWindow = 16 << 20
// In megabytes: Node's 10 refuse new streams while large states are under way.
const maxSessionMemory = 4096

export const createGrpcServer = ({ methods, log, tls, onIdle }: ServerOptions): Server => {
  const sessions = new Set<ServerHttp2Session>()
  const server = tls ? secure(tls.own) : createServer({ settings, maxSessionMemory })

  server.on('session', (session: ServerHttp2Session) => {
    session.on('error', () => {})
    if (tls && !isClient(session, tls.client)) {
      log('error', 'A client with another certificate was refused')
      session.destroy()
      return
    }
    session.setLocalWindowSize(sessionWindow)
    sessions.add(session)
    session.on('close', () => {
      sessions.delete(session)
      if (sessions.size === 0) onIdle?.()
    })
  })
  server.on('sessionError', () => {})
  server.on('tlsClientError', (error: Error) => log('error', 'TLS failed', { error: error.message }))
  server.on('stream', (stream, headers) => {
    const path = String(headers[':path'])
    void serveRpc(stream as ServerHttp2Stream, path, methods.get(path), log)
  })

  return {
    listen: (at) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(at, () => {
          server.off('error', reject)
          resolve(server.address())
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const session of sessions) session.destroy()
      }),
  }
}

// Whom to trust is decided by comparing certificates, so no authority is: an empty list also spares loading Node's own.
const secure = ({ key, certificate }: Certificate): Http2SecureServer =>
  createSecureServer({
    settings,
    maxSessionMemory,
    key,
    cert: certificate,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
  })

const isClient = (session: ServerHttp2Session, client: Buffer): boolean =>
  (session.socket as TLSSocket).getPeerX509Certificate()?.raw.equals(client) ?? false
