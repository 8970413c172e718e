// The ResourceQuota and the LimitRange of a namespace.
import { billionths } from '../../../schemas/quantity.ts'
import {
  type KubernetesObject,
  type Limits,
  type Provided,
  providerLabels,
  type Tenancy,
  tenancyLabels,
} from './object.ts'

type Limit = keyof Limits

// A ResourceQuota counts what pods request; the ledger of Polder decides what may start at all.
const counted = (gpuResource: string): Record<Limit, string> => ({
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  storage: 'requests.storage',
  gpu: `requests.${gpuResource}`,
  workspaces: 'count/statefulsets.apps',
})

export const quotaName = 'polder-quota'

/** Who deletes a namespace must know whether Secrets are in it, and may not list them: the quota counts them. */
export const secretCount = 'count/secrets'
/** No limit in practice. */
export const secretLimit = '1G'

const quota = (namespace: string, labels: Record<string, string>, hard: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: quotaName, namespace, labels },
  spec: { hard: { ...hard, [secretCount]: secretLimit } },
})

/** The one quota of a shared namespace: it binds nobody. */
export const sharedQuota = (it: Provided) =>
  quota(it.namespace, providerLabels(it.deployment, it.provider), {})

const smaller = (a: string, b: string) => (billionths(b) < billionths(a) ? b : a)

/** What a single member may use has no form in a namespace. */
const quotasOf = ({ quotas }: Tenancy) => quotas.filter(({ scope }) => scope === 'organization')

/** The rows that the quota is made of: it stands while nothing is limited, too. */
export const quotaOwners = (it: Tenancy) => [it.organization, ...quotasOf(it).map(({ id }) => id)]

/** Of several quotas the smallest limit holds, by value. */
export const resourceQuota = (it: Tenancy): KubernetesObject => {
  const hard: Record<string, string> = {}
  for (const [limit, resource] of Object.entries(counted(it.settings.gpu_resource)) as [Limit, string][]) {
    const limits = quotasOf(it)
      .map((quota) => quota.limits[limit])
      .filter((one) => one !== null && one !== undefined)
    if (limits.length > 0) hard[resource] = limits.map(String).reduce(smaller)
  }
  return quota(it.namespace, tenancyLabels(it), hard)
}

// A quota on requests refuses every pod that states none: this states a small one for it.
export const limitRange = (it: Tenancy): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'polder-defaults', namespace: it.namespace, labels: tenancyLabels(it) },
  spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '100m', memory: '128Mi' } }] },
})
