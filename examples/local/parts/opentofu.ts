// OpenTofu, with which the provider must work as it does with Terraform.
import { join } from 'node:path'
import { copyModule, go } from './go.ts'
import type { Part } from './part.ts'

const version = '1.12.6'
const module = 'github.com/opentofu/opentofu'

export const opentofu: Part<'tofu'> = {
  name: 'opentofu',
  version,
  binaries: ['tofu'],
  accepts: (found) => found === version,
  variable: 'POLDER_OPENTOFU',
  releases: 'https://github.com',
  downloads({ os, arch }) {
    const start = `/opentofu/opentofu/releases/download/v${version}/tofu_${version}`
    const archive = { kind: 'zip', member: 'tofu' } as const
    return [{ binary: 'tofu', path: `${start}_${os}_${arch}.zip`, checksums: `${start}_SHA256SUMS`, archive }]
  },
  async build(work, into, step) {
    step.update(`building from ${module}, which takes a few minutes once`)
    await copyModule(module, version, work)
    const flags = `-s -w -X ${module}/version.dev=no`
    const output = join(into, 'tofu')
    await go(['build', '-v', '-trimpath', '-ldflags', flags, '-o', output, './cmd/tofu'], work, step)
  },
  advice:
    `Install OpenTofu ${version} (https://opentofu.org/docs/intro/install) or name it in POLDER_OPENTOFU; ` +
    'or install Go (https://go.dev/dl) to build it; or allow https://github.com.',
}
