// Starts, adopts and stops the PostgreSQL that Polder keeps in its own data directory.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { postgresPrograms, type Runner } from './binaries.ts'
import { createDirectory, preparePlace, unprivileged, writeSettings } from './data-directory.ts'

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
const patienceMs = 10_000

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

const connect = async (host: string) => {
  const client = new pg.Client({ host, user, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

const answers = (host: string) =>
  connect(host).then(
    (client) => client.end().then(() => true),
    () => false,
  )

const isInUse = async (host: string) => {
  const client = await connect(host)
  try {
    // Sessions that were closed a moment ago are still leaving.
    for (const deadline = Date.now() + 1000; ; await setTimeout(20)) {
      const { rowCount } = await client.query(
        "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      )
      if (rowCount === 0 || Date.now() > deadline) return rowCount !== 0
    }
  } finally {
    await client.end()
  }
}

/**
 * Starts the server under `dataDir/postgres`, first creating it if need be; one that outlived a crash of Polder is
 * adopted. `more` are settings of PostgreSQL. Throws sentences.
 */
export const startEmbedded = async (
  dataDir: string,
  more: Record<string, string> = {},
): Promise<Embedded> => {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows yet. Set DATABASE_URL.')
  }
  const directory = join(dataDir, 'postgres')
  if (Buffer.byteLength(join(directory, '.s.PGSQL.5432')) > longest) {
    throw new Error(
      `POLDER_DATA_DIR is too long for the path of a socket: ${dataDir}. Choose a shorter path.`,
    )
  }
  const runner = await unprivileged()
  await preparePlace(dataDir, runner)
  const programs = await postgresPrograms(dataDir, runner)
  const must = async (doing: string, program: string, args: string[]) => {
    const { code, output } = await run(join(programs, 'bin', program), args, runner)
    if (code === 0) return
    const log = await readFile(join(directory, 'log'), 'utf8').catch(() => '')
    const said = output.trim() || `${program} ended with ${code}`
    throw new Error(`${doing} failed: ${said}\n${log.slice(-2000)}`)
  }
  const control = async (doing: string, ...args: string[]) =>
    must(`${doing} the embedded database`, 'pg_ctl', ['-D', directory, '-s', '-w', ...args])

  await createDirectory(directory, runner, (partial) => {
    const locale = ['--locale=C', '-E', 'UTF8', '-A', 'trust', '-U', user, '--no-instructions']
    return must('Creating the embedded database', 'initdb', ['-D', partial, ...locale])
  })
  // A server that was killed still counts as running for a moment, and one that is starting does not answer yet.
  for (const deadline = Date.now() + patienceMs; !(await answers(directory)); await setTimeout(50)) {
    await writeSettings(directory, runner, more)
    const started = control('Starting', '-t', '60', '-l', join(directory, 'log'), 'start')
    const failed = await started.catch((cause: Error) => cause)
    if (failed && Date.now() > deadline) throw failed
  }
  return {
    host: directory,
    user,
    database: 'postgres',
    async stop() {
      if (!(await isInUse(directory).catch(() => false))) await control('Stopping', '-m', 'fast', 'stop')
    },
  }
}
