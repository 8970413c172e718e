// An HTTP proxy on loopback in front of one server, which tells of every request before it is passed on.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Passes the request on, and its answer back unless `takes` says that it keeps the answer. */
type Forward = (takes?: (answer: IncomingMessage) => boolean) => void

/** `target` is an `http://` address. A request that `handle` does not forward is its own to answer or to break. */
export const startProxy = async (
  target: string,
  handle: (incoming: IncomingMessage, outgoing: ServerResponse, forward: Forward) => void,
) => {
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, (takes = () => false) => {
      const { method, headers } = incoming
      const onward = request(new URL(incoming.url!, target), { method, headers }, (answer) => {
        if (takes(answer)) return
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => outgoing.destroy())
      incoming.pipe(onward)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
