// Another commit of this repository, laid out in the cache so that its product runs.
import { lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '../../examples/local/parts/lock.ts'
import { cacheDirectory } from '../../examples/local/parts/part.ts'
import { run } from '../../examples/local/parts/run.ts'
import { root } from '../support/sources.ts'

/** The folder of the commit that `name` stands for in git: `main`, `HEAD~3`, a hash. */
export const otherCheckout = async (name: string): Promise<string> => {
  const git = (...args: string[]) => run('git', args, { cwd: root })
  const found = await git('rev-parse', '--verify', '--end-of-options', `${name}^{commit}`).catch((cause) => {
    throw new Error(`\`${name}\` names no commit of this repository.`, { cause })
  })
  const commit = found.trim()
  const folder = join(cacheDirectory(), 'bench', commit)
  await mkdir(join(folder, '..'), { recursive: true })
  await withLock(
    `${folder}.lock`,
    () => {},
    async () => {
      if (await isInstalled(folder)) return
      const partial = `${folder}.partial`
      await rm(partial, { recursive: true, force: true })
      await mkdir(partial)
      await git('archive', '--format=tar', `--output=${partial}.tar`, commit)
      await run('tar', ['-xf', `${partial}.tar`, '-C', partial])
      await rm(`${partial}.tar`)
      await dependencies(partial)
      await rm(folder, { recursive: true, force: true })
      await rename(partial, folder)
    },
  )
  return folder
}

// Dependencies that are only linked are another checkout's, which may have changed since, or be gone.
const isInstalled = (folder: string) =>
  lstat(join(folder, 'node_modules')).then(
    (it) => it.isDirectory(),
    () => false,
  )

const dependencies = async (folder: string) => {
  const lock = (of: string) => readFile(join(of, 'package-lock.json'), 'utf8')
  if ((await lock(folder)) === (await lock(root)))
    return symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder })
}
