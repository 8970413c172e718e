// A TLS proxy before a real API server, whose faults a test switches at any moment, and which records every request.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, request } from 'node:https'
import type { Socket } from 'node:net'
import { pipeline } from 'node:stream'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import type { Call, Fault } from './faults.ts'
import { httpsServer } from './https-server.ts'
import { type Link, slowLink } from './slow-link.ts'

export type Recorded = Call & {
  /** What a write is about: `networkpolicies/acme-ns/polder-allow`; of a namespace `namespaces//acme-ns`. */
  object: string
  /** What the client was answered; nothing while it is not, or never. */
  status?: number
  /** Whether the cluster saw the request. */
  isForwarded: boolean
}
export type FaultyProxy = Awaited<ReturnType<typeof startFaultyProxy>>

/** `server` and `caData` are the way to the proxy; whatever else a test knows of `cluster` holds behind it. */
export const startFaultyProxy = async (cluster: Pick<Cluster, 'server' | 'caData'>, first?: Fault) => {
  const agent = new Agent({ keepAlive: true, ca: Buffer.from(cluster.caData, 'base64') })
  const calls: Recorded[] = []
  const watches = new Map<ServerResponse, Recorded>()
  const sockets = new Set<Socket>()
  const wire = slowLink(() => proxy.link)

  const door = await httpsServer(async (incoming, outgoing) => {
    const call: Recorded = callOf(incoming)
    calls.push(call)
    await wire.arrived()
    await proxy.fault?.(call, outgoing)
    if (outgoing.headersSent) call.status = outgoing.statusCode
    // The fault has dealt with the request, or the client has given up on it meanwhile.
    if (outgoing.headersSent || outgoing.destroyed) return
    call.isForwarded = true
    forward(call, incoming, outgoing)
  })
  door.listener.keepAliveTimeout = 120_000
  door.listener.on('connection', (socket: Socket) => {
    if (proxy.isRefusing) return void socket.resetAndDestroy()
    sockets.add(socket.once('close', () => sockets.delete(socket)))
  })

  const forward = (call: Recorded, incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { host: _, ...headers } = incoming.headers
    const onward = request(new URL(incoming.url!, cluster.server), { method: call.method, headers, agent })
    const broken = () => outgoing.destroy()
    onward.on('error', broken).on('response', (answer) => {
      call.status = answer.statusCode!
      outgoing.writeHead(answer.statusCode!, answer.headers).flushHeaders()
      if (call.isHalved) return void breakHalfway(answer, outgoing).catch(broken)
      if (call.isWatch) follow(call, outgoing)
      pipeline(answer, wire.pieces(), outgoing, (error) => error && broken())
    })
    outgoing.on('close', () => onward.destroy())
    if (call.isWrite && call.method === 'POST') readName(call, incoming)
    incoming.pipe(onward)
  }
  const follow = (call: Recorded, outgoing: ServerResponse) => {
    watches.set(outgoing, call)
    const { cutWatchesMs } = proxy.link
    // The time is the subject: it is how long the proxy lets a watch live.
    const cut = cutWatchesMs === undefined ? undefined : setTimeout(() => outgoing.destroy(), cutWatchesMs)
    outgoing.once('close', () => {
      clearTimeout(cut)
      watches.delete(outgoing)
    })
  }

  const proxy = {
    ...door,
    /** What goes wrong with every request from now on. */
    fault: first,
    link: {} as Link,
    /** Whether new connections are reset before a word is said. */
    isRefusing: false,
    /** Every request since the start, as it arrived. */
    calls,
    /** What was written to the cluster since `from`, the length that `calls` had. */
    writes: (from = 0) =>
      calls
        .slice(from)
        .filter(({ isWrite, isForwarded, status = 500 }) => isWrite && isForwarded && status < 300),
    /** The paths that are watched now. */
    watched: () => [...watches.values()].map(({ path }) => path),
    /** Resets the connection of one watch of `path`. */
    resetWatch(path: string) {
      const [outgoing] = [...watches].find(([, call]) => call.path === path) ?? []
      if (!outgoing) throw new Error(`${path} is not watched.`)
      outgoing.socket?.destroy()
    },
    resetAll: () => {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    /** From now on connections are accepted and nothing is answered, and open watches fall silent. */
    freeze: wire.freeze,
    /** Everything that was held passes, unless its client has given up. */
    thaw: wire.thaw,
    async stop() {
      wire.thaw()
      await door.stop()
      agent.destroy()
    },
  }
  return proxy
}

const reviews = /^\/apis\/(authorization|authentication)\.k8s\.io\//
const place = /^\/(?:api\/v1|apis\/[^/]+\/[^/]+)(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?/

const callOf = ({ method = '', url = '' }: IncomingMessage): Recorded => {
  const [path = '', query] = url.split('?')
  const parameters = new URLSearchParams(query)
  const isWatch = parameters.has('watch')
  const isWrite = method !== 'GET' && !reviews.test(path) && !parameters.has('dryRun')
  const [, namespace = '', plural = '', name = ''] = place.exec(path) ?? []
  const object = `${plural}/${namespace}/${name}`
  return { method, path, query: parameters, isWatch, isWrite, object, isHalved: false, isForwarded: false }
}

/** The name of what is created is in the body alone. */
const readName = (call: Recorded, incoming: IncomingMessage) => {
  const pieces: Buffer[] = []
  incoming
    .on('data', (piece) => pieces.push(piece))
    .on('end', () => {
      call.object += JSON.parse(Buffer.concat(pieces).toString()).metadata.name
    })
}

/** Passes the first half of the body on, of a watch the first half of what comes first, and breaks the connection. */
const breakHalfway = async (answer: IncomingMessage, outgoing: ServerResponse) => {
  const isStream = answer.headers['content-length'] === undefined
  const pieces: Buffer[] = []
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece)
    if (isStream) break
  }
  const body = Buffer.concat(pieces)
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy())
}
