// The servers of Kubernetes and kubectl.
import { go, moduleAround } from './go.ts'
import { isAtLeast, type Part } from './part.ts'

const version = '1.36.3'
const binaries = ['kube-apiserver', 'kube-controller-manager', 'kubectl'] as const

export const kubernetes: Part<(typeof binaries)[number]> = {
  name: 'kubernetes',
  version,
  binaries,
  accepts: (found) => isAtLeast(found, '1.30.0'),
  variable: 'KUBEBUILDER_ASSETS',
  releases: 'https://dl.k8s.io',
  downloads({ os, arch }) {
    if (os !== 'linux') return `Kubernetes publishes its servers for Linux only, not for ${os}`
    const path = (binary: string) => `/v${version}/bin/${os}/${arch}/${binary}`
    return binaries.map((binary) => ({ binary, path: path(binary), checksums: `${path(binary)}.sha256` }))
  },
  async build(work, into, step) {
    step.update('building from k8s.io/kubernetes, which takes several minutes once')
    await moduleAround('k8s.io/kubernetes', version, work, publishedStaging)
    const [major, minor] = version.split('.')
    const stamp = Object.entries({ gitVersion: `v${version}`, gitMajor: major, gitMinor: minor })
    const flags = stamp.map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`)
    const packages = binaries.map((binary) => `k8s.io/kubernetes/cmd/${binary}`)
    const output = ['-ldflags', ['-s', '-w', ...flags].join(' '), '-o', `${into}/`]
    await go(['build', '-v', '-trimpath', ...output, ...packages], work, step)
  },
  advice:
    'Set KUBEBUILDER_ASSETS to a folder with kube-apiserver, kube-controller-manager, kubectl and etcd; ' +
    'or install Go (https://go.dev/dl) to build them; or allow https://dl.k8s.io. ' +
    'Or use a cluster of your own: USE_EXISTING_CLUSTER=true and KUBECONFIG.',
}

/**
 * Kubernetes replaces its staging modules by folders that its module archive lacks; the modules that were
 * published with the same release stand in for them.
 */
const publishedStaging = (goMod: string): string[] => {
  const staging = goMod.matchAll(/^\t(k8s\.io\/\S+) => \.\/staging\//gm)
  return [...staging].map(([, module]) => `replace ${module} => ${module} v0.${version.slice(2)}`)
}
