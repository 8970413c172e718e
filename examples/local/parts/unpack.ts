// Extracts one program from a release archive.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import type { Archive } from './part.ts'
import { run } from './run.ts'

/** Writes what `archive` says into the file `program`. */
export const unpack = async ({ kind, member }: Archive, file: string, program: string) => {
  if (kind === 'zip') return unzip(file, member, program)
  const folder = await mkdtemp(join(dirname(program), 'archive-'))
  await run('tar', ['-xzf', file, '-C', folder, member])
  await rename(join(folder, member), program)
  await rm(folder, { recursive: true })
}

const unzip = async (file: string, member: string, program: string) => {
  const zip = await openPromise(file)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== member) continue
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(program))
    return
  }
  throw new Error(`no ${member} in ${basename(file)}`)
}
