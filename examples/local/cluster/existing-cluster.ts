// The cluster that USE_EXISTING_CLUSTER=true and KUBECONFIG name: a kind or k3d cluster, or one's own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../parts/run.ts'
import { type Cluster, clusterAccess } from './cluster.ts'

const account = { namespace: 'kube-system', name: 'polder-local-admin' }
const accountObjects = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: account },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: account.name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  },
]

/** Adds one ServiceAccount with a day's token to the cluster, because most kubeconfigs hold none. */
export const existingCluster = async (directory: string): Promise<Cluster> => {
  // Whoever has a cluster has the kubectl that suits it.
  const kubectl = 'kubectl'
  const view = await run(kubectl, ['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'])
  const { server, 'certificate-authority-data': caData } = JSON.parse(view).clusters[0].cluster
  if (!caData)
    throw new Error(`The KUBECONFIG of ${server} says no certificate authority, which Polder needs.`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const kubeconfig = join(directory, 'kubeconfig')
  writeFileSync(kubeconfig, view, { mode: 0o600 })

  const ours = ['--kubeconfig', kubeconfig]
  for (const object of accountObjects) {
    await run(kubectl, [...ours, 'apply', '-f', '-'], { input: JSON.stringify(object) })
  }
  const token = [...ours, 'create', 'token', account.name, '-n', account.namespace, '--duration=24h']
  const adminToken = (await run(kubectl, token)).trim()

  const notOurs = async () => {
    throw new Error('USE_EXISTING_CLUSTER=true: this cluster is not ours to interrupt or to sign for.')
  }
  return {
    ...clusterAccess({ server, caData, adminToken, kubeconfig, kubectl }),
    issueClientCertificate: notOurs,
    stopApiServer: notOurs,
    startApiServer: notOurs,
    stopEtcd: notOurs,
    startEtcd: notOurs,
    stop: async () => {},
  }
}
