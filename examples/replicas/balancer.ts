// A load balancer in front of replicas on this machine: each request goes to one that is ready, in turn.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'

const lookEveryMs = 1000

/** Throws where the replica does not listen: nothing of the request was sent then. */
const connection = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => resolve(socket.off('error', reject)))
    socket.once('error', reject)
  })

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(lookEveryMs) }).then(
    async (answer) => {
      await answer.body?.cancel()
      return answer.ok
    },
    () => false,
  )

const forward = (incoming: IncomingMessage, outgoing: ServerResponse, port: number, socket: Socket) => {
  const { method, url, headers } = incoming
  const onward = request(
    {
      createConnection: () => socket,
      host: '127.0.0.1',
      port,
      method,
      path: url,
      // Replicas limit clients, and trust this balancer to name them.
      headers: { ...headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '', connection: 'close' },
    },
    (answer) => {
      const { connection: _, 'keep-alive': __, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode!, kept)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    },
  )
  // The replica may have done what was asked: only the client knows whether to send it again.
  onward.on('error', () => outgoing.destroy())
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

/** Listens on loopback. `ports` are those of the replicas. */
export const startBalancer = async (listen: number, ports: readonly number[]) => {
  let ready: number[] = []
  let next = 0
  const look = async () => {
    const answers = await Promise.all(ports.map(isReady))
    ready = ports.filter((_, index) => answers[index])
  }
  const looking = setInterval(look, lookEveryMs)

  const server = createServer(async (incoming, outgoing) => {
    next += 1
    // A replica that stops listens no longer, before the next look finds that out.
    for (const [index] of ready.entries()) {
      const port = ready[(next + index) % ready.length]!
      const socket = await connection(port).catch(() => undefined)
      if (socket) return forward(incoming, outgoing, port, socket)
    }
    outgoing.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' })
    outgoing.end('No replica is ready. Send the request again.\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listen, '127.0.0.1', resolve)
  })
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        clearInterval(looking)
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
