// Builds from Go modules: what the recipes of the parts share.
import { spawn } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from './progress.ts'
import { run } from './run.ts'

// The caller's own Go settings for workspaces and vendoring are not for these modules.
const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', CGO_ENABLED: '0' }

/** Where Go keeps the sources and the go.mod of a module, after fetching them. */
const goModule = async (module: string, version: string): Promise<{ Dir: string; GoMod: string }> =>
  JSON.parse(await run('go', ['mod', 'download', '-json', `${module}@v${version}`], { env }))

/** Copies the sources of a module into `folder`, where they may be changed. */
export const copyModule = async (module: string, version: string, folder: string) => {
  const { Dir } = await goModule(module, version)
  await cp(Dir, folder, { recursive: true })
  // Go keeps its copy read-only.
  await run('chmod', ['-R', 'u+w', folder])
}

/**
 * Makes `folder` a module from which the programs of one published module can be built, whose own replacements
 * would not hold outside its repository. It names the same language version, without which Go reads the
 * requirements of every requirement (minutes), and takes the missing ones as it builds.
 */
export const moduleAround = async (
  module: string,
  version: string,
  folder: string,
  replace = replaceNothing,
) => {
  const published = await readFile((await goModule(module, version)).GoMod, 'utf8')
  const language = published.match(/^(go|godebug) .*$/gm) ?? []
  const lines = [
    'module polder.local',
    ...language,
    `require ${module} v${version}`,
    ...replace(published),
    '',
  ]
  await writeFile(join(folder, 'go.mod'), lines.join('\n'))
}

const replaceNothing = (_published: string): string[] => []

/** Runs `go` in a folder, telling the package it is at. */
export const go = async (args: string[], cwd: string, step: Step) => {
  const child = spawn('go', args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const lines: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.trim().split('\n'))
    lines.splice(0, lines.length - 15)
    step.detail(lines.at(-1)!)
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`go ${args[0]} failed\n${lines.join('\n')}`)
}
