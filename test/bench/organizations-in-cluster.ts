// 100 organizations by one Terraform apply until their objects stand in a cluster, against the same objects
// written raw over keep-alive connections, ten at a time.
import type { Cluster } from '../../examples/local/cluster/cluster.ts'
import { installProvider } from '../../examples/local/provider.ts'
import { startTerraform } from '../support/terraform/terraform.ts'
import { startApiProcess, token } from './api-process.ts'
import type { ClusterObject } from './clusters/in-cluster/bare-client.ts'
import { asWritten, writeRaw } from './clusters/in-cluster/raw-writes.ts'
import { withControlPlanes } from './clusters/in-cluster/with-control-planes.ts'
import { type Bench, timed } from './measure.ts'

const count = 100
const configuration = `
terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
resource "polder_organization" "this" {
  count = ${count}
  name  = "bench-\${count.index}"
  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "not in the cluster"
    }
  }
}
`

const managed = ['app.kubernetes.io/managed-by', 'polder'].join('=')
const kinds = 'namespaces,resourcequotas,limitranges,networkpolicies,serviceaccounts,roles,rolebindings'

const objectsOf = async (cluster: Cluster): Promise<ClusterObject[]> =>
  JSON.parse(await cluster.runKubectl(['get', kinds, '-A', '-l', managed, '-o', 'json'])).items

const withControlPlane = <T>(use: (cluster: Cluster) => Promise<T>) =>
  withControlPlanes(1, ([cluster]) => use(cluster!))

const apply = async (root: string, terraformrc: string, cluster: Cluster) => {
  const api = await startApiProcess({ POLDER_KUBECONFIG: cluster.kubeconfig }, root)
  const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: api.url, POLDER_TOKEN: token }
  const terraform = await startTerraform({ env })
  try {
    await terraform.write(configuration)
    await terraform.init()
    return await timed(async () => {
      const { status, stdout, stderr } = await terraform.apply()
      if (status !== 0) throw new Error(stdout + stderr)
    })
  } finally {
    await terraform.stop()
    await api.stop()
  }
}

/** Every round has a cluster of its own, so that each begins with an empty one. */
export const organizationsInCluster: Bench = async (root) => {
  const { terraformrc } = await installProvider(root)
  let objects: ClusterObject[] = []
  const ours = () =>
    withControlPlane(async (cluster) => {
      const taken = await apply(root, terraformrc, cluster)
      objects = (await objectsOf(cluster)).map((it) => asWritten(it))
      return [taken]
    })
  const floor = () => withControlPlane(async (cluster) => [await timed(() => writeRaw(cluster, objects))])
  const rows = [{ row: `${count} organizations in a cluster`, unit: 'ms', bar: null }]
  return { trials: [{ rows, rounds: 1, ours, floor }], stop: async () => {} }
}
