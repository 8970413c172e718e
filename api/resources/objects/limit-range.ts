// The LimitRange of a namespace: what containers request and use at most that say nothing, and how far the two may differ.
import { type KubernetesObject, type Tenancy, tenancyLabels } from './object.ts'
import { times } from './times.ts'

const requested = { cpu: '100m', memory: '256Mi', 'ephemeral-storage': '1Gi' }

/** A quota refuses every pod that does not say what it requests and what its limits are: this says it for small ones. */
export const limitRange = (it: Tenancy): KubernetesObject => {
  const { cpu_ratio: ratio } = it.settings
  const limit = {
    type: 'Container',
    defaultRequest: requested,
    default: { ...requested, cpu: times(requested.cpu, ratio), 'ephemeral-storage': '8Gi' },
    maxLimitRequestRatio: { cpu: String(ratio) },
  }
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'polder-defaults', namespace: it.namespace, labels: tenancyLabels(it) },
    spec: { limits: [limit] },
  }
}
