// Makes the data directory of the embedded PostgreSQL, belonging to the user who will run it.
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { barrier, type Runner } from './binaries.ts'

/** PostgreSQL refuses to run as root. */
export const unprivileged = async (): Promise<Runner> => {
  if (process.getuid?.() !== 0) return {}
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([it]) => it === name)).find(Boolean)
  if (!account)
    throw new Error(
      'As root, Polder runs PostgreSQL as the user `postgres` or `nobody`, and neither exists. Create one of them, or set DATABASE_URL.',
    )
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Makes the folder around it, which another user must be able to pass when Polder is root. */
export const preparePlace = async (dataDir: string, runner: Runner) => {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  if (runner.uid === undefined) return
  // The directory is Polder's own, so that letting its database pass is Polder's to do.
  await chmod(dataDir, (await stat(dataDir)).mode | 0o111)
  const closed = await barrier(dataDir)
  if (closed) {
    throw new Error(
      `As root, Polder runs PostgreSQL as another user, who may not enter ${closed} above the data directory. ` +
        `Set POLDER_DATA_DIR to another directory, or allow that user to enter: chmod o+x ${closed}`,
    )
  }
}

const own = async (path: string, { uid, gid }: Runner) => {
  if (uid !== undefined) await chown(path, uid, gid!)
}

/** Whole or not at all, also when it is interrupted or done by two at once. `initdb` fills the folder it is given. */
export const createDirectory = async (
  directory: string,
  runner: Runner,
  initdb: (directory: string) => Promise<void>,
) => {
  if (await stat(directory).catch(() => undefined)) return
  const partial = join(dirname(directory), `postgres.${process.pid}`)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  await own(partial, runner)
  await initdb(partial)
  await appendFile(join(partial, 'postgresql.conf'), "\ninclude_if_exists 'polder.conf'\n")
  await rename(partial, directory).catch((cause) => {
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause
    return rm(partial, { recursive: true, force: true })
  })
}

/** Written before every start, because the directory may have been moved. */
export const writeSettings = async (directory: string, runner: Runner, more: Record<string, string>) => {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: directory,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    ...more,
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  )
  const path = join(directory, 'polder.conf')
  await writeFile(path, lines.join(''), { mode: 0o600 })
  await own(path, runner)
}
