// Gets a program by the first way that works: already present, downloaded, or built.
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { download } from './download.ts'
import { withLock } from './lock.ts'
import { cacheDirectory, type Part, type Programs, platform } from './part.ts'
import { inFolder, installed, named } from './present.ts'
import { type Step, startStep } from './progress.ts'

export interface ObtainOptions {
  environment?: NodeJS.ProcessEnv
  /** Replaces the origin of the official releases; the same paths are expected below it. */
  releases?: string
  /** Begins to tell what takes long; to the terminal or log unless given. */
  tell?: (name: string) => Step
}

/**
 * The paths of a part's programs: from what the environment names, what is installed, Polder's cache, an
 * official download, or a build from the Go module. Rejects only when all fail, naming each with its reason.
 */
export const obtain = async <Binary extends string>(
  part: Part<Binary>,
  { environment = process.env, releases = part.releases, tell = startStep }: ObtainOptions = {},
): Promise<Programs<Binary>> => {
  const folder = join(cacheDirectory(environment), part.name, part.version)
  const failures: string[] = []
  const attempt = async <T>(way: string, find: () => T | Promise<T>) => {
    try {
      return await find()
    } catch (error) {
      failures.push(`${way}: ${reason(error)}`)
    }
  }
  const cached = () => attempt('cache', () => inFolder(part, folder))
  const present =
    (await attempt('environment', () => named(part, environment))) ??
    (await attempt('installed', () => installed(part, environment))) ??
    (await cached())
  if (present) return present

  await mkdir(dirname(folder), { recursive: true })
  const step = tell(`${part.name} ${part.version}`)
  if (environment[part.variable]) step.update(failures[0]!)
  const waiting = () => step.update('another process obtains it, waiting')
  return withLock(`${folder}.lock`, waiting, async () => {
    // Whoever held the lock before us may have been obtaining this very part.
    failures.pop()
    const meanwhile = await cached()
    if (meanwhile) return meanwhile
    const got =
      (await attempt('download', () => fill(folder, (into) => downloadAll(part, releases, into, step)))) ??
      (await attempt('build', () => fill(folder, (into, work) => part.build(work, into, step))))
    if (!got) throw new Error(explain(part, failures))
    step.update(`in ${folder}`)
    return inFolder(part, folder)
  }).finally(() => step.end())
}

const downloadAll = async <B extends string>(part: Part<B>, releases: string, into: string, step: Step) => {
  const downloads = part.downloads(platform)
  if (typeof downloads === 'string') throw new Error(downloads)
  for (const one of downloads) await download(releases, one, into, step)
}

// Under another name until it is whole: an interrupted way leaves nothing that looks like a part.
const fill = async (folder: string, make: (into: string, work: string) => Promise<void>): Promise<true> => {
  const partial = `${folder}.partial`
  const [into, work] = [join(partial, 'into'), join(partial, 'work')]
  await remove(partial)
  try {
    await mkdir(into, { recursive: true })
    await mkdir(work)
    await make(into, work)
    // Somebody may have taken a program out of it.
    await remove(folder)
    await rename(into, folder)
    return true
  } finally {
    await remove(partial)
  }
}

const remove = (path: string) => rm(path, { recursive: true, force: true })

// fetch hides the interesting half of a failure in its cause.
const reason = (error: unknown): string => {
  const { message, cause } = error as Error
  const detail = cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : ''
  return `${message}${detail}`.replaceAll('\n', '\n    ')
}

const explain = (part: Part, failures: string[]): string => {
  const ways = failures.map((failure) => `  ${failure}`).join('\n')
  return `No way to obtain ${part.name} ${part.version} worked.\n${ways}\n${part.advice}`
}
