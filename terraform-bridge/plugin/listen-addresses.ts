// The addresses at which the server may listen, best first.
import { randomBytes } from 'node:crypto'
import type { ListenOptions } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// sun_path holds 108 bytes on Linux and 104 on macOS, its closing zero among them; Node cuts longer paths silently.
const longestPath = 103

/** Unix sockets where paths are short enough, then a port of the loopback interface; on Windows only that. */
export const listenAddresses = (
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): ListenOptions[] => {
  const port = { host: '127.0.0.1', port: 0 }
  if (platform === 'win32') return [port]
  const name = `plugin${process.pid}-${randomBytes(6).toString('hex')}`
  const directories = new Set([environment.PLUGIN_UNIX_SOCKET_DIR || tmpdir(), '/tmp'])
  const paths = [...directories].map((directory) => join(directory, name))
  return [...paths.filter((path) => Buffer.byteLength(path) <= longestPath).map((path) => ({ path })), port]
}
