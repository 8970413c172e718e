// Terraform: any recent one for the demo, an exact one for tests.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyModule, go } from './go.ts'
import { type ObtainOptions, obtain } from './obtain.ts'
import { isAtLeast, type Part } from './part.ts'

const newest = '1.15.0'
// The first with write-only attributes, which the examples need to keep secrets out of state.
const least = '1.11.0'

/** The path of a Terraform: of exactly `version`, or of any from 1.11 on. POLDER_TERRAFORM may name one. */
export const obtainTerraform = async (version?: string, options?: ObtainOptions): Promise<string> => {
  const accepts = (found: string) => (version ? found === version : isAtLeast(found, least))
  return (await obtain(terraform(version ?? newest, accepts), options)).terraform
}

const terraform = (version: string, accepts: Part['accepts']): Part<'terraform'> => ({
  name: 'terraform',
  version,
  binaries: ['terraform'],
  accepts,
  variable: 'POLDER_TERRAFORM',
  releases: 'https://releases.hashicorp.com',
  downloads({ os, arch }) {
    const start = `/terraform/${version}/terraform_${version}`
    const archive = { kind: 'zip', member: 'terraform' } as const
    const path = `${start}_${os}_${arch}.zip`
    return [{ binary: 'terraform', path, checksums: `${start}_SHA256SUMS`, archive }]
  },
  async build(work, into, step) {
    step.update('building from github.com/hashicorp/terraform, which takes a few minutes once')
    await copyModule('github.com/hashicorp/terraform', version, work)
    await leaveOutBackends(work)
    const flags = '-s -w -X github.com/hashicorp/terraform/version.dev=no'
    await go(['build', '-v', '-trimpath', '-ldflags', flags, '-o', join(into, 'terraform'), '.'], work, step)
  },
  advice:
    `Install Terraform ${version} (https://developer.hashicorp.com/terraform/install) or name it in ` +
    'POLDER_TERRAFORM; or install Go (https://go.dev/dl) to build it; or allow https://releases.hashicorp.com.',
})

/**
 * Most remote-state backends are modules of their own inside Terraform's repository, without versions and
 * absent from its module archive. Empty modules stand in for them; `local`, `http` and `inmem` stay.
 */
const leaveOutBackends = async (source: string) => {
  const goMod = await readFile(join(source, 'go.mod'), 'utf8')
  const file = join(source, 'internal/backend/init/init.go')
  let backends = (await readFile(file, 'utf8')).split('\n')
  for (const [, module, folder] of goMod.matchAll(/^replace (\S+) => (\.\/\S+)$/gm)) {
    await mkdir(join(source, folder!), { recursive: true })
    await writeFile(join(source, folder!, 'go.mod'), `module ${module}\n`)
    const name = backends
      .find((line) => line.endsWith(` "${module}"`))
      ?.trim()
      .split(' ')[0]
    if (name)
      backends = backends.filter((line) => !line.includes(`"${module}"`) && !line.includes(`${name}.New`))
  }
  await writeFile(file, backends.join('\n'))
}
