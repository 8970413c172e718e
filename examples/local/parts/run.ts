// Runs a program to its end.
import { execFile } from 'node:child_process'

export interface RunOptions {
  /** Written to its standard input. */
  input?: string
  cwd?: string
  env?: NodeJS.ProcessEnv
}

/** What it prints. A failure carries what it wrote to its standard error. */
export const run = (
  command: string,
  args: string[],
  { input = '', ...options }: RunOptions = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { ...options, maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(stderr.trim() || error.message, { cause: error }))
        else resolve(stdout)
      },
    )
    // It may end without reading.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
