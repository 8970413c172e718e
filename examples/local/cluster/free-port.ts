// Finds a free port on loopback.
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Picks below the range from which systems take the ports of outgoing connections, so that none of them
 * occupies the port before the process it is meant for opens it.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
}

/** Whether nobody listens there now. */
export const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
