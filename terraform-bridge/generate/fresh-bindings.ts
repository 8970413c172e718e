// Keeps the ignored folder of bindings as the schemas are: written when it is missing or stale, otherwise left alone.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { generateBindings } from './bindings.ts'
import { packageManifest, packageReadme } from './bindings-package.ts'
import { providerSchemas } from './schema-json.ts'

type Framework = 'cdktf' | 'cdktn'
const frameworks: readonly Framework[] = ['cdktf', 'cdktn']

const root = resolve(import.meta.dirname, '../..')

/** Resolves when the bindings of both frameworks are there and fresh; writing them takes a few seconds. */
export const freshBindings = async (): Promise<void> => {
  await Promise.all(frameworks.map(writeWhenStale))
}

/** The folder of the package with the bindings of one framework. */
export const bindingsFolder = (framework: Framework) => join(root, 'terraform-bridge/bindings', framework)

const writeWhenStale = async (framework: Framework): Promise<void> => {
  const target = bindingsFolder(framework)
  const wanted = await digestOf(framework)
  const written = await readFile(join(target, digestFile), 'utf8').catch(() => '')
  if (written === wanted) return
  await mkdir(join(target, '..'), { recursive: true })
  const fresh = await mkdtemp(`${target}-`)
  try {
    await generateBindings(framework, fresh)
    await writeFile(join(fresh, digestFile), wanted)
    await rm(target, { recursive: true, force: true })
    // Whoever else wrote the same in this moment wrote the same bytes.
    await rename(fresh, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY') throw error
    })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

const digestFile = '.source-digest'

/** Of everything the bindings are made from: the schemas, the generator's code, and the packages that generate. */
const digestOf = async (framework: Framework): Promise<string> => {
  const code = await readFile(join(import.meta.dirname, 'bindings.ts'), 'utf8')
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const versions = ['@cdktf/provider-generator', 'typescript', framework].map(
    (name) => lock.packages[`node_modules/${name}`]?.version,
  )
  const parts = [
    providerSchemas(),
    code,
    versions,
    await packageManifest(framework),
    packageReadme(framework),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
