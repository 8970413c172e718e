// Generates an artefact beside the existing one, to replace it or to report differences.
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'

export type Artefact = {
  /** Where it stands, from the root of the repository. */
  folder: string
  write: (outDir: string) => Promise<void>
  /** The name of its files, where the folder holds others too. */
  only?: string
}

/** Replaces what is there; files that are no longer written go. */
export const refresh = async (root: string, artefact: Artefact): Promise<void> => {
  const target = join(root, artefact.folder)
  await generated(artefact, async (fresh) => {
    for (const file of await filesIn(target, artefact)) await rm(join(target, file))
    await mkdir(target, { recursive: true })
    await cp(fresh, target, { recursive: true })
  })
}

/** One line for each file that is missing, different or no longer written. */
export const stale = async (root: string, artefact: Artefact): Promise<string[]> => {
  const target = join(root, artefact.folder)
  return generated(artefact, async (fresh) => {
    const [there, wanted] = [await filesIn(target, artefact), await filesIn(fresh, artefact)]
    const surplus = there
      .filter((it) => !wanted.includes(it))
      .map((it) => `${join(artefact.folder, it)}: surplus`)
    const wrong: string[] = []
    for (const file of wanted) {
      const name = join(artefact.folder, file)
      if (!there.includes(file)) wrong.push(`${name}: missing`)
      else if (!(await readFile(join(target, file))).equals(await readFile(join(fresh, file))))
        wrong.push(`${name}: stale`)
    }
    return [...wrong, ...surplus]
  })
}

const generated = async <T>({ write }: Artefact, then: (fresh: string) => Promise<T>): Promise<T> => {
  const fresh = await mkdtemp(join(tmpdir(), 'polder-generated-'))
  try {
    await write(fresh)
    return await then(fresh)
  } finally {
    await rm(fresh, { recursive: true })
  }
}

const filesIn = async (folder: string, { only }: Artefact): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((it) => it.isFile() && (!only || basename(it.name) === only))
    .map((it) => relative(folder, join(it.parentPath, it.name)))
    .sort()
}
