// Starts, adopts and stops the PostgreSQL that Polder keeps in its own data directory.
import { spawn } from 'node:child_process'
import { appendFile, chmod, chown, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { barrier, postgresPrograms, type Runner } from './binaries.ts'

export type Embedded = {
  /** The directory of the unix socket, which `pg` takes as host. */
  host: string
  user: string
  database: string
  /** Stops the server, unless another process is still connected to it. */
  stop(): Promise<void>
}

const user = 'polder'
const longest = process.platform === 'darwin' ? 103 : 107

/** PostgreSQL refuses to run as root. */
const unprivileged = async (): Promise<Runner> => {
  if (process.getuid?.() !== 0) return {}
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([it]) => it === name)).find(Boolean)
  if (!account) throw new Error('As root Polder runs PostgreSQL as `postgres` or `nobody`: neither exists.')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

const run = (program: string, args: string[], runner: Runner) =>
  new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const child = spawn(program, args, { ...runner, cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, output }))
  })

const settings = (directory: string, more: Record<string, string>) =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: directory,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    ...more,
  })
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')

const prepare = async (dataDir: string, directory: string, runner: Runner) => {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await mkdir(directory, { mode: 0o700 }).catch((cause) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  if (runner.uid === undefined) return
  // The directory is Polder's own, so that letting its database pass is Polder's to do.
  await chmod(dataDir, (await stat(dataDir)).mode | 0o111)
  const closed = await barrier(dataDir)
  if (closed) {
    throw new Error(
      `As root Polder runs PostgreSQL as another user, who cannot pass ${closed} on the way to its data. ` +
        `Choose another POLDER_DATA_DIR, or allow it with: chmod o+x ${closed}`,
    )
  }
  await chown(directory, runner.uid, runner.gid!)
}

/**
 * Starts the server under `dataDir/postgres`, first creating it if need be; one that outlived a crash of Polder is
 * adopted. `more` are settings of a server that is created now. Throws sentences.
 */
export const startEmbedded = async (
  dataDir: string,
  more: Record<string, string> = {},
): Promise<Embedded> => {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows yet: set DATABASE_URL.')
  }
  const directory = join(dataDir, 'postgres')
  if (Buffer.byteLength(join(directory, '.s.PGSQL.5432')) > longest) {
    throw new Error(`POLDER_DATA_DIR is too long for the path of a socket: ${dataDir}. Choose a shorter one.`)
  }
  const runner = await unprivileged()
  await prepare(dataDir, directory, runner)
  const programs = await postgresPrograms(dataDir, runner)
  const call = (program: string, args: string[]) => run(join(programs, 'bin', program), args, runner)
  const must = async (program: string, args: string[], doing: string) => {
    const { code, output } = await call(program, args)
    if (code === 0) return
    const log = await readFile(join(directory, 'log'), 'utf8').catch(() => '')
    throw new Error(
      `${doing} failed: ${output.trim() || `${program} ended with ${code}`}\n${log.slice(-2000)}`,
    )
  }

  if (!(await stat(join(directory, 'PG_VERSION')).catch(() => undefined))) {
    const locale = ['--locale=C', '-E', 'UTF8', '-A', 'trust', '-U', user, '--no-instructions']
    await must('initdb', ['-D', directory, ...locale], 'Creating the embedded database')
    await appendFile(join(directory, 'postgresql.conf'), settings(directory, more))
  }
  if ((await call('pg_ctl', ['-D', directory, 'status'])).code !== 0) {
    const start = ['-D', directory, '-s', '-w', '-t', '60', '-l', join(directory, 'log'), 'start']
    await must('pg_ctl', start, 'Starting the embedded database')
  }
  const others = async () => {
    const client = new pg.Client({ host: directory, user, database: 'postgres' })
    await client.connect()
    const { rowCount } = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    await client.end()
    return rowCount
  }
  return {
    host: directory,
    user,
    database: 'postgres',
    async stop() {
      if (await others().catch(() => 0)) return
      await must(
        'pg_ctl',
        ['-D', directory, '-s', '-m', 'fast', '-w', 'stop'],
        'Stopping the embedded database',
      )
    },
  }
}
