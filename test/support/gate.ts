// A way to a server that can be cut and mended, as it is when the server restarts.
import { connect, createServer, type Server, type Socket } from 'node:net'

/** While it is shut, connections to its address are refused, and those that were open are broken. */
export const openGate = async (target: string) => {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(target)
  let server: Server
  const open = (at: number) =>
    new Promise<number>((resolve) => {
      server = createServer((incoming) => {
        const onward = connect(Number(port), hostname)
        for (const [one, other] of [
          [incoming, onward],
          [onward, incoming],
        ] as const) {
          sockets.add(one)
          one.pipe(other)
          one.on('error', () => other.destroy())
          one.on('close', () => sockets.delete(one))
        }
      })
      server.listen(at, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const chosen = await open(0)
  return {
    url: `http://127.0.0.1:${chosen}`,
    open: () => open(chosen),
    shut: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
