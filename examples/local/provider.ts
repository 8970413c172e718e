// The provider of this checkout, laid out so that `terraform init` and `tofu init` install it without internet.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { cacheDirectory, platform } from './parts/part.ts'

const thisCheckout = fileURLToPath(new URL('../..', import.meta.url))
// What `polder/polder` means to Terraform, and to OpenTofu.
const sources = ['registry.terraform.io/polder/polder', 'registry.opentofu.org/polder/polder']

/** Where an installed provider lies. */
export interface InstalledProvider {
  /** A CLI configuration file for TF_CLI_CONFIG_FILE. */
  terraformrc: string
  /** The bundled provider, to be run by Node. */
  bundle: string
}

/**
 * Bundles terraform-bridge/main.ts into the cache, behind a launcher in a filesystem mirror. Lock files hold
 * a hash of the launcher, not of the bundle: a changed provider needs no new `init`.
 */
export const installProvider = async (checkout = thisCheckout): Promise<InstalledProvider> => {
  if (platform.os === 'windows') throw new Error('The provider of a checkout runs on Linux and macOS only.')
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
  const folder = join(
    cacheDirectory(),
    'provider',
    createHash('sha256').update(checkout).digest('hex').slice(0, 12),
  )
  const bundle = join(folder, 'bundle', 'main.js')
  const mirror = join(folder, 'mirror')
  const terraformrc = join(folder, 'terraformrc')

  await bundleInto(dirname(bundle), checkout)
  const target = join(version, `${platform.os}_${platform.arch}`, `terraform-provider-polder_v${version}`)
  for (const source of sources) await put(join(mirror, source, target), launcher(bundle), 0o755)
  await put(terraformrc, configuration(mirror))
  return { terraformrc, bundle }
}

// What is imported late stays in files of its own: the process starts without them.
const bundleInto = async (folder: string, checkout: string) => {
  const { outputFiles } = await build({
    absWorkingDir: checkout,
    entryPoints: ['terraform-bridge/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    // Of modules only what is used comes along: of class-validator a fifteenth, which loads in a tenth of the time.
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node24',
    minify: true,
    keepNames: true,
    write: false,
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  await put(join(folder, 'package.json'), '{ "type": "module" }\n')
  const isMain = ({ path }: { path: string }) => path === join(folder, 'main.js')
  // What main imports is there before main is.
  for (const file of outputFiles.toSorted((a, b) => Number(isMain(a)) - Number(isMain(b)))) {
    await put(file.path, file.text)
  }
}

// Terraform starts it with its own environment, in which `node` may be another one.
const launcher = (bundle: string) => `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(bundle)} "$@"\n`

const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`

const configuration = (mirror: string) => `disable_checkpoint = true

provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ${JSON.stringify(sources)}
  }
  direct {
    exclude = ${JSON.stringify(sources)}
  }
}
`

// Whole or not at all, and untouched when equal: another Terraform may be reading it.
const put = async (path: string, text: string, mode = 0o644) => {
  if (existsSync(path) && (await readFile(path, 'utf8')) === text) return
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${process.pid}`
  await writeFile(partial, text, { mode })
  await rename(partial, path)
}
