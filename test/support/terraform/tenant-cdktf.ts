// The CDKTF example as it stands, or with the one word changed that makes it a CDK Terrain program.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { freshBindings } from '../../../terraform-bridge/generate/fresh-bindings.ts'

const root = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)

export type Program = {
  /** Checks the types, and throws the compiler's words. */
  check(): Promise<void>
  /** Writes the configuration of the stack and gives its folder, ready for Terraform. */
  synthesize(): Promise<string>
  remove(): Promise<void>
}

export const tenantProgram = async (framework: 'cdktf' | 'cdktn'): Promise<Program> => {
  await freshBindings()
  const checkout = await mkdtemp(join(tmpdir(), `polder-${framework}-`))
  const folder = join(checkout, 'examples/tenant-cdktf')
  await mkdir(folder, { recursive: true })
  for (const shared of ['node_modules', 'terraform-bridge', 'tsconfig.json', 'package.json'])
    await symlink(join(root, shared), join(checkout, shared))
  for (const name of await readdir(join(root, 'examples/tenant-cdktf'))) {
    if (!/\.(ts|json)$/.test(name)) continue
    const source = await readFile(join(root, 'examples/tenant-cdktf', name), 'utf8')
    await writeFile(
      join(folder, name),
      source.replaceAll("'cdktf'", `'${framework}'`).replaceAll('/cdktf/', `/${framework}/`),
    )
  }
  const output = join(checkout, 'out')
  const env = { ...process.env, CDKTF_OUTDIR: output, CHECKPOINT_DISABLE: '1' }
  return {
    check: async () => {
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      await run(process.execPath, [compiler, '-p', folder]).catch(({ stdout }) => {
        throw new Error(stdout)
      })
    },
    synthesize: async () => {
      await run(process.execPath, [join(folder, 'main.ts')], { cwd: folder, env })
      return join(output, 'stacks/tenants')
    },
    remove: () => rm(checkout, { recursive: true }),
  }
}
