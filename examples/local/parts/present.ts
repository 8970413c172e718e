// Finds programs that the machine already has.
import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Part, Programs } from './part.ts'

/** What the part's variable in the environment names. */
export const named = async <B extends string>(part: Part<B>, environment: NodeJS.ProcessEnv) => {
  const value = environment[part.variable]
  if (!value) throw new Error(`${part.variable} is not set`)
  const isProgram = part.binaries.length === 1 && isExecutable(value)
  return fitting(part, isProgram ? programs(part, () => value) : inFolder(part, value))
}

/** What the PATH leads to. */
export const installed = async <B extends string>(part: Part<B>, environment: NodeJS.ProcessEnv) => {
  const folders = (environment.PATH ?? '').split(delimiter)
  const find = (binary: B) => {
    const folder = folders.find((one) => one && isExecutable(join(one, binary)))
    if (!folder) throw new Error(`no ${binary} on the PATH`)
    return join(folder, binary)
  }
  return fitting(part, programs(part, find))
}

/** What lies in a folder, of whatever version. */
export const inFolder = <B extends string>(part: Part<B>, folder: string): Programs<B> =>
  programs(part, (binary) => {
    const path = join(folder, binary)
    if (!isExecutable(path)) throw new Error(`no ${binary} in ${folder}`)
    return path
  })

const programs = <B extends string>(part: Part<B>, find: (binary: B) => string) =>
  Object.fromEntries(part.binaries.map((binary) => [binary, find(binary)])) as Programs<B>

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const fitting = async <B extends string>(part: Part<B>, found: Programs<B>): Promise<Programs<B>> => {
  const program = found[part.binaries[0]!]
  // Terraform reads its configuration even here, and asks the internet for news.
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  const { stdout } = await promisify(execFile)(program, ['--version'], { env, cwd: dirname(program) })
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0]
  if (!version || !part.accepts(version)) {
    throw new Error(`${program} is version ${version ?? 'unknown'}, which will not do`)
  }
  return found
}
