// 100 organizations by one Terraform apply until their objects stand in a cluster, against the same objects
// written raw over keep-alive connections, ten at a time.
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../examples/local/cluster/cluster.ts'
import { startControlPlane } from '../../examples/local/cluster/control-plane.ts'
import { installProvider } from '../../examples/local/provider.ts'
import { startTerraform } from '../support/terraform/terraform.ts'
import { startApiProcess, token } from './api-process.ts'
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

type KubernetesObject = {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string } & Record<string, unknown>
}

const managed = ['app.kubernetes.io/managed-by', 'polder'].join('=')
const kinds = 'namespaces,resourcequotas,limitranges,networkpolicies,serviceaccounts,roles,rolebindings'

const objectsOf = async (cluster: Cluster): Promise<KubernetesObject[]> =>
  JSON.parse(await cluster.runKubectl(['get', kinds, '-A', '-l', managed, '-o', 'json'])).items

const renamed = ({ apiVersion, kind, metadata, ...rest }: KubernetesObject) => {
  const { name, namespace, labels } = metadata
  const raw = (it: string) => `raw-${it}`.slice(0, 63)
  return {
    apiVersion,
    kind,
    ...rest,
    status: undefined,
    metadata: namespace ? { name, namespace: raw(namespace), labels } : { name: raw(name), labels },
  }
}

const pathOf = ({ apiVersion, kind, metadata }: KubernetesObject) => {
  const base = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`
  const plural = kind === 'NetworkPolicy' ? 'networkpolicies' : `${kind.toLowerCase()}s`
  return metadata.namespace ? `${base}/namespaces/${metadata.namespace}/${plural}` : `${base}/${plural}`
}

const writeRaw = async (cluster: Cluster, objects: KubernetesObject[]) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 10, ca: Buffer.from(cluster.caData, 'base64') })
  const post = (it: KubernetesObject) =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${cluster.adminToken}`, 'content-type': 'application/json' }
      const call = request(cluster.server + pathOf(it), { method: 'POST', agent, headers }, (answer) => {
        answer.resume().once('end', () => (answer.statusCode === 201 ? resolve() : reject(answer.statusCode)))
      })
      call.once('error', reject).end(JSON.stringify(it))
    })
  const tenAtATime = async (left: KubernetesObject[]) => {
    const worker = async () => {
      for (let next = left.shift(); next; next = left.shift()) await post(next)
    }
    await Promise.all(Array.from({ length: 10 }, worker))
  }
  await tenAtATime(objects.filter(({ kind }) => kind === 'Namespace'))
  await tenAtATime(objects.filter(({ kind }) => kind !== 'Namespace'))
  agent.destroy()
}

const withControlPlane = async <T>(use: (cluster: Cluster) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-cluster-'))
  const cluster = await startControlPlane({ directory, name: 'bench' })
  try {
    return await use(cluster)
  } finally {
    await cluster.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

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
  let objects: KubernetesObject[] = []
  const ours = () =>
    withControlPlane(async (cluster) => {
      const taken = await apply(root, terraformrc, cluster)
      objects = (await objectsOf(cluster)).map(renamed)
      return [taken]
    })
  const floor = () => withControlPlane(async (cluster) => [await timed(() => writeRaw(cluster, objects))])
  const rows = [{ row: `${count} organizations in a cluster`, unit: 'ms', bar: null }]
  return { trials: [{ rows, rounds: 1, ours, floor }], stop: async () => {} }
}
