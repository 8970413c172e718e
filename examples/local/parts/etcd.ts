// The database of the Kubernetes API server.
import { join } from 'node:path'
import { go, moduleAround } from './go.ts'
import { isAtLeast, type Part } from './part.ts'

const version = '3.6.8'
const module = 'go.etcd.io/etcd/server/v3'

export const etcd: Part<'etcd'> = {
  name: 'etcd',
  version,
  binaries: ['etcd'],
  accepts: (found) => isAtLeast(found, '3.5.0'),
  variable: 'KUBEBUILDER_ASSETS',
  releases: 'https://github.com',
  downloads({ os, arch }) {
    const folder = `/etcd-io/etcd/releases/download/v${version}`
    const name = `etcd-v${version}-${os}-${arch}`
    const kind = os === 'linux' ? 'tar.gz' : 'zip'
    const archive = { kind, member: `${name}/etcd` } as const
    return [{ binary: 'etcd', path: `${folder}/${name}.${kind}`, checksums: `${folder}/SHA256SUMS`, archive }]
  },
  async build(work, into, step) {
    step.update(`building from ${module}`)
    await moduleAround(module, version, work)
    await go(['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', join(into, 'etcd'), module], work, step)
  },
  advice:
    'Set KUBEBUILDER_ASSETS to a folder with etcd; or install etcd, or Go (https://go.dev/dl) to build it; ' +
    'or allow https://github.com.',
}
