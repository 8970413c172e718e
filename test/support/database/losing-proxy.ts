// A way to PostgreSQL that, when told to, breaks just after a commit was stored and before anybody is told.
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const socketName = '.s.PGSQL.5432'

/** A simple query (Q) with the text `commit`, as the protocol of PostgreSQL has it. */
const commit = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1')

/** `directory` holds the socket of the server. */
export const startLosingProxy = async (directory: string) => {
  const own = await mkdtemp(join(tmpdir(), 'polder-proxy-'))
  const open = new Set<Socket>()
  let losing = false
  const server = createServer((near) => {
    const far = connect(join(directory, socketName))
    const end = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', end).on('close', () => {
        open.delete(socket)
        end()
      })
    }
    let lost = false
    near.on('data', (data: Buffer) => {
      if (losing && data.includes(commit)) {
        lost = true
        losing = false
      }
      far.write(data)
    })
    far.on('data', (data) => (lost ? end() : near.write(data)))
  })
  await new Promise<void>((resolve) => server.listen(join(own, socketName), resolve))
  return {
    directory: own,
    /** The answer to the next commit is lost. */
    lose: () => {
      losing = true
    },
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await rm(own, { recursive: true, force: true })
    },
  }
}
