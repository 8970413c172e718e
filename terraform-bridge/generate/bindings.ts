// Writes the bindings with which TypeScript programs declare this provider's resources, for CDKTF and its heir CDKTN.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { packageManifest, packageReadme } from './bindings-package.ts'
import { mark } from './mark.ts'
import { address, providerSchemas } from './schema-json.ts'

const root = resolve(import.meta.dirname, '../..')

/** Writes a CommonJS package into `outDir`: `lib/<resource>`, `lib/data-polder-<name>`, `lib/provider`, `lib/index`. */
export const generateBindings = async (framework: 'cdktf' | 'cdktn', outDir: string): Promise<void> => {
  const workshop = await mkdtemp(join(tmpdir(), 'polder-bindings-'))
  try {
    await writeSources(workshop)
    await rewriteSources(join(workshop, 'providers/polder'), framework)
    await compile(workshop)
    await markAll(join(workshop, 'lib'), join(outDir, 'lib'))
  } finally {
    await rm(workshop, { recursive: true })
  }
  await writeFile(join(outDir, 'package.json'), await packageManifest(framework))
  await writeFile(join(outDir, 'README.md'), packageReadme(framework))
}

const writeSources = async (folder: string): Promise<void> => {
  // The generator would report its use, look for Terraform, and wake Node's warning about localStorage.
  Object.assign(process.env, { CHECKPOINT_DISABLE: '1', TERRAFORM_BINARY_NAME: 'none-is-needed' })
  Reflect.deleteProperty(globalThis, 'localStorage')
  const { CodeMaker, TerraformProviderGenerator } = await import('@cdktf/provider-generator')
  const generator = new TerraformProviderGenerator(new CodeMaker(), providerSchemas())
  generator.generateAll()
  await generator.save(folder)
}

/** For the other framework, with the short source address, and without links to pages that this repository holds. */
const rewriteSources = async (folder: string, framework: string): Promise<void> => {
  await rm(join(folder, 'lazy-index.ts'))
  for (const file of await filesIn(folder, '.ts')) {
    const source = await readFile(file, 'utf8')
    const rewritten = source
      .replace(/^\/\/ .*\n/gm, '')
      .replaceAll("from 'cdktf'", `from '${framework}'`)
      .replaceAll(`'${address}'`, `'${address.slice(address.indexOf('/') + 1)}'`)
      .replace(/( +\*\n)? +\* Docs at Terraform Registry: .*\n/g, '')
      .replace(/ +\/\*\*\n +\*\/\n/g, '')
      .replace(/\{@link https:\/\/registry[^ }]* ([^}]*)\}/g, '`$1`')
    await writeFile(file, rewritten)
  }
}

const compile = async (folder: string): Promise<void> => {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }')
  const options = [
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--strict',
    '--skipLibCheck',
    '--ignoreConfig',
    '--declaration',
  ]
  const entry = join(folder, 'providers/polder/index.ts')
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(
    process.execPath,
    [compiler, ...options, '--types', 'node', '--rootDir', 'providers/polder', '--outDir', 'lib', entry],
    { cwd: folder },
  ).catch(({ stdout }) => {
    throw new Error(`The bindings do not compile; a name in schemas/ may be the cause.\n${stdout}`)
  })
}

const markAll = async (from: string, to: string): Promise<void> => {
  for (const file of await filesIn(from, '')) {
    const target = join(to, file.slice(from.length))
    await mkdir(resolve(target, '..'), { recursive: true })
    await writeFile(target, `// ${mark}\n${await readFile(file, 'utf8')}`)
  }
}

const filesIn = async (folder: string, end: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((it) => it.isFile() && it.name.endsWith(end))
    .map((it) => join(it.parentPath, it.name))
}
