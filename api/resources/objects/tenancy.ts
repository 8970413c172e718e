// All Kubernetes objects of one organization in one provider, and those that a provider has for all of them.
import { serviceAccount } from './account.ts'
import { limitRange } from './limit-range.ts'
import { namespaceObject } from './namespace.ts'
import { networkPolicies } from './network.ts'
import type { KubernetesObject, OwnedObject, Provided, Tenancy } from './object.ts'
import { quotaOwners, resourceQuota, sharedQuota } from './quota.ts'
import { rolesAndBindings } from './roles.ts'

const ownedBy = (owners: readonly string[], objects: readonly KubernetesObject[]): OwnedObject[] =>
  objects.map((object) => ({ object, owners }))

/**
 * Its own namespace first. In a shared namespace only what labels can tell apart: every limit of a ResourceQuota there
 * would bind every pod, and RBAC does not see labels.
 */
export const tenancyObjects = (it: Tenancy): OwnedObject[] => {
  const own = [it.organization]
  if (it.settings.namespace_mode === 'shared')
    return ownedBy(own, [serviceAccount(it), ...networkPolicies(it)])
  return [
    ...ownedBy(own, [namespaceObject(it)]),
    ...ownedBy(quotaOwners(it), [resourceQuota(it)]),
    ...ownedBy(own, [limitRange(it), ...networkPolicies(it), serviceAccount(it)]),
    ...rolesAndBindings(it),
  ]
}

/** The namespace that organizations share, and the quota that counts in it, which are made of the provider's own row. */
export const sharedObjects = ({ deployment, provider, namespace, settings }: Provided): OwnedObject[] => {
  const it = { deployment, provider, namespace, settings }
  return ownedBy([provider], [namespaceObject(it), sharedQuota(it)])
}
