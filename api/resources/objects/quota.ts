// Quotas as the last line of defence in a namespace, and what a container gets that asks for nothing.
import { billionths } from '../../../schemas/quantity.ts'
import { type KubernetesObject, type Limits, type Tenancy, tenancyLabels } from './object.ts'

type Limit = keyof Limits

// A ResourceQuota counts what pods request; the ledger of Polder decides what may start at all.
const counted = (gpuResource: string): Record<Limit, string> => ({
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  storage: 'requests.storage',
  gpu: `requests.${gpuResource}`,
  workspaces: 'count/statefulsets.apps',
})

const smaller = (a: string, b: string) => (billionths(b) < billionths(a) ? b : a)

/** No object at all while nothing is limited. Of several quotas the smallest limit holds. */
export const resourceQuota = (it: Tenancy): KubernetesObject[] => {
  const hard: Record<string, string> = {}
  for (const [limit, resource] of Object.entries(counted(it.gpuResource)) as [Limit, string][]) {
    const limits = it.quotas.map((quota) => quota[limit]).filter((one) => one !== null && one !== undefined)
    if (limits.length > 0) hard[resource] = limits.map(String).reduce(smaller)
  }
  if (Object.keys(hard).length === 0) return []
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'polder-quota', namespace: it.namespace, labels: tenancyLabels(it) },
      spec: { hard },
    },
  ]
}

// A quota on requests refuses every pod that states none: this states a small one for it.
export const limitRange = (it: Tenancy): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'polder-defaults', namespace: it.namespace, labels: tenancyLabels(it) },
  spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '100m', memory: '128Mi' } }] },
})
