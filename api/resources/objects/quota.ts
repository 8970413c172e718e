// The ResourceQuota of a namespace.
import { billionths } from '../../../schemas/quantity.ts'
import {
  type KubernetesObject,
  type Limits,
  type Provided,
  providerLabels,
  type Tenancy,
  tenancyLabels,
} from './object.ts'
import { times } from './times.ts'

type Limit = keyof Limits

export const quotaName = 'polder-quota'

/** Who deletes a namespace must know whether Secrets are in it, and may not list them: the quota counts them. */
export const secretCount = 'count/secrets'
/** No limit in practice. */
export const secretLimit = '1G'

// Counted without a limit, so that the status of the quota tells what there is.
const uncounted = {
  [secretCount]: secretLimit,
  'count/configmaps': '1G',
  pods: '1G',
  'requests.ephemeral-storage': '1E',
  'limits.ephemeral-storage': '1E',
}

const quota = (namespace: string, labels: Record<string, string>, hard: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: quotaName, namespace, labels },
  spec: { hard },
})

/** The one quota of a shared namespace: it binds nobody. */
export const sharedQuota = (it: Provided) =>
  quota(it.namespace, providerLabels(it.deployment, it.provider), { [secretCount]: secretLimit })

/** What a single member may use has no form in a namespace. */
const quotasOf = ({ quotas }: Tenancy) => quotas.filter(({ scope }) => scope === 'organization')

/** The rows that the quota is made of. */
export const quotaOwners = (it: Tenancy) => [it.organization, ...quotasOf(it).map(({ id }) => id)]

/** Of several quotas the smallest limit holds, by value; a provider's default one where there is none. */
const smallest = (it: Tenancy, limit: Limit) => {
  const quotas = quotasOf(it).map(({ limits }) => limits)
  const standing = quotas.length > 0 ? quotas : [it.settings.default_limits ?? {}]
  const limits = standing.map((one) => one[limit]).filter((one) => one !== null && one !== undefined)
  return limits.length > 0 ? limits.map(String).reduce(smaller) : undefined
}

const smaller = (a: string, b: string) => (billionths(b) < billionths(a) ? b : a)

// The ledger of Polder decides what may start at all; this holds for whatever gets past it. A pod that requests little
// and has no limit would take a whole node, so that limits count beside requests.
const hardOf = (it: Tenancy): Record<string, string | undefined> => {
  const { cpu_ratio, gpu_resource, max_load_balancers, max_node_ports } = it.settings
  const [cpu, memory, workspaces] = (['cpu', 'memory', 'workspaces'] as const).map((one) => smallest(it, one))
  return {
    'requests.cpu': cpu,
    'limits.cpu': cpu && times(cpu, cpu_ratio),
    'requests.memory': memory,
    'limits.memory': memory,
    'requests.storage': smallest(it, 'storage'),
    [`requests.${gpu_resource}`]: smallest(it, 'gpu'),
    // A workspace is one StatefulSet of one pod.
    'count/statefulsets.apps': workspaces,
    pods: workspaces ?? uncounted.pods,
    'services.loadbalancers': String(max_load_balancers),
    'services.nodeports': String(max_node_ports),
  }
}

/** It stands while nothing is limited, too. */
export const resourceQuota = (it: Tenancy): KubernetesObject => {
  const said = Object.entries(hardOf(it)).filter(([, amount]) => amount !== undefined)
  return quota(it.namespace, tenancyLabels(it), { ...uncounted, ...Object.fromEntries(said) })
}
