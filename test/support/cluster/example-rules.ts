// What examples/kubernetes allows the account that Polder uses in a cluster.
import { join } from 'node:path'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { root } from '../sources.ts'
import type { PolicyRule } from './cluster-user.ts'

export const exampleRules = async (cluster: Cluster): Promise<PolicyRule[]> => {
  const file = join(root, 'examples/kubernetes/service-account.yaml')
  const shown = await cluster.runKubectl(['create', '--dry-run=client', '-o', 'json', '-f', file])
  const objects = JSON.parse(`[${shown.replaceAll(/^}\n{/gm, '},{')}]`)
  return objects.find(({ kind }: { kind: string }) => kind === 'ClusterRole').rules
}
