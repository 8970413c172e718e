// All Kubernetes objects of one organization in one provider, besides the namespace.
import { serviceAccount } from './account.ts'
import { networkPolicies } from './network.ts'
import type { KubernetesObject, Tenancy } from './object.ts'
import { limitRange, resourceQuota } from './quota.ts'
import { rolesAndBindings } from './roles.ts'

/**
 * In a shared namespace only what labels can tell apart: every limit of a ResourceQuota there would bind every pod,
 * and RBAC does not see labels.
 */
export const tenancyObjects = (it: Tenancy): KubernetesObject[] =>
  it.mode === 'shared'
    ? [serviceAccount(it), ...networkPolicies(it)]
    : [resourceQuota(it), limitRange(it), ...networkPolicies(it), serviceAccount(it), ...rolesAndBindings(it)]
