// A real Terraform or OpenTofu in a folder of its own, run as a person would, its answers read as JSON.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { opentofu } from '../../../examples/local/parts/opentofu.ts'
import { presentTerraform, type Version } from '../present.ts'

/** As titles of tests name it. */
export const nameOf = (version: Version) =>
  version === 'opentofu' ? `OpenTofu ${opentofu.version}` : `Terraform ${version}`

export interface TerraformResult {
  /** The exit status. */
  status: number
  stdout: string
  stderr: string
}

export interface TerraformOptions {
  version?: Version
  /** Added to ours: POLDER_URL, TF_VAR_…, TF_CLI_CONFIG_FILE, TF_REATTACH_PROVIDERS. */
  env?: NodeJS.ProcessEnv
  /** Runs in this folder instead of a temporary one, and leaves it. */
  directory?: string
}

/** The commands of the version asked for, in one folder. */
export const startTerraform = async ({ version = '1.11.4', env = {}, directory }: TerraformOptions = {}) => {
  const program = await presentTerraform(version)
  const folder = directory ?? (await mkdtemp(join(tmpdir(), 'polder-terraform-')))
  const settings = { ...base(folder), ...env }

  /** Any command; never rejects, so that a refusal can be looked at. */
  const run = (...args: string[]) => execute(program, args, folder, settings)
  /** The same, for what must succeed. */
  const expectRun = async (...args: string[]) => {
    const result = await run(...args)
    if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${result.stdout}${result.stderr}`)
    return result.stdout
  }
  const show = async (...args: string[]) => JSON.parse(await expectRun('show', '-json', ...args))

  return {
    folder,
    run,
    /** Writes the configuration, by default the only file. */
    write: (text: string, file = 'main.tf') => writeFile(join(folder, file), text),
    init: (...args: string[]) => expectRun('init', '-input=false', ...args),
    /** Status 0 says that nothing is to do, 2 that something is. */
    plan: (...args: string[]) => run('plan', '-input=false', '-detailed-exitcode', '-out=plan', ...args),
    /** What the last plan holds, as `terraform show -json` tells it. */
    planned: () => show('plan'),
    apply: (...args: string[]) => run('apply', '-input=false', '-auto-approve', ...args),
    destroy: (...args: string[]) => run('destroy', '-input=false', '-auto-approve', ...args),
    import: (address: string, id: string, ...args: string[]) =>
      run('import', '-input=false', ...args, address, id),
    /** The state as `terraform show -json` tells it. */
    state: () => show(),
    outputs: async () => JSON.parse(await expectRun('output', '-json')),
    /** Removes the folder, unless the caller brought it. */
    stop: () => (directory ? Promise.resolve() : rm(folder, { recursive: true, force: true })),
  }
}

export type Terraform = Awaited<ReturnType<typeof startTerraform>>

// Nothing of the person who runs the tests: neither their configuration, nor their plugins, nor news.
const base = (folder: string): NodeJS.ProcessEnv => {
  const foreign = /^(TF_|POLDER_)/
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {
    ...Object.fromEntries(kept),
    TF_CLI_CONFIG_FILE: '/dev/null',
    TF_IN_AUTOMATION: '1',
    TF_CLI_ARGS: '-no-color',
    TF_DATA_DIR: join(folder, '.terraform'),
    CHECKPOINT_DISABLE: '1',
  }
}

const execute = (
  program: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<TerraformResult> =>
  new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env, maxBuffer: 256 * 2 ** 20 }, (error, stdout, stderr) => {
      const status = error ? error.code : 0
      if (typeof status === 'number') resolve({ status, stdout, stderr })
      else reject(error)
    })
  })
