// An official release, fetched and compared with its published checksum.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Download } from './part.ts'
import type { Step } from './progress.ts'
import { unpack } from './unpack.ts'

// A closed network is to be noticed at once: the build waits.
const connectPatience = 5_000
const stallPatience = 15_000

/** Writes the program into the folder `into`. Any failure leaves no program there. */
export const download = async (
  releases: string,
  { binary, path, checksums, archive }: Download,
  into: string,
  step: Step,
) => {
  const file = join(into, basename(path))
  const program = join(into, binary)
  step.update(`downloading ${releases}${path}`)
  const sums = await (await get(`${releases}${checksums}`, new AbortController())).text()
  await save(`${releases}${path}`, `${file}.unchecked`)
  const expected = checksumOf(sums, basename(path))
  const actual = await sha256(`${file}.unchecked`)
  if (actual !== expected)
    throw new Error(`${releases}${path} has the SHA-256 ${actual}, its release says ${expected}`)
  await rename(`${file}.unchecked`, file)
  if (archive) {
    await unpack(archive, file, program)
    await rm(file)
  }
  await chmod(program, 0o755)
}

const get = async (url: string, abort: AbortController): Promise<Response> => {
  const timer = setTimeout(() => abort.abort(new Error(`${url} does not answer`)), connectPatience)
  const response = await fetch(url, { signal: abort.signal })
    .catch(({ message, cause }) => {
      throw new Error(`${url}: ${message}`, { cause })
    })
    .finally(() => clearTimeout(timer))
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return response
}

const save = async (url: string, file: string) => {
  const abort = new AbortController()
  const response = await get(url, abort)
  const stalled = setTimeout(() => abort.abort(new Error(`${url} stopped in the middle`)), stallPatience)
  try {
    const body = Readable.fromWeb(response.body! as import('node:stream/web').ReadableStream)
    body.on('data', () => stalled.refresh())
    await pipeline(body, createWriteStream(file))
  } finally {
    clearTimeout(stalled)
  }
}

/** The sum on the line that names the file, or the only one. */
const checksumOf = (sums: string, name: string): string => {
  const lines = sums.trim().split('\n')
  const line = lines.length === 1 ? lines[0] : lines.find((one) => one.trim().endsWith(` ${name}`))
  const sum = /\b[0-9a-f]{64}\b/.exec(line ?? '')?.[0]
  if (!sum) throw new Error(`no SHA-256 of ${name} is published`)
  return sum
}

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
