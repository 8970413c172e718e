// The Kubernetes objects that give a provider its permissions in a cluster: applied there by an administrator.
import { type Claim, claimAnnotation, claimText } from '../objects/namespace.ts'
import type { KubernetesObject } from '../objects/object.ts'
import type { Rule } from '../objects/roles.ts'
import { type AccountRules, accountRules, type Listed, type Scope } from './account-rules.ts'
import { admissionPolicy, type PolicyVersion } from './admission-policy.ts'
import { isGivenBy, permissionsIn } from './permissions.ts'

/** Where the service accounts of all providers of a cluster are. */
export const systemNamespace = 'polder-system'

/** A provider has a service account of its own: the namespace of a cluster belongs to one provider. */
export const accountName = (namespace: string) => `polder-${namespace}`

const rbac = 'rbac.authorization.k8s.io'

// What rules give already, those after them do not give again.
const everyRuleOf = ({ kept, granted, removal, definitions }: AccountRules): Rule[] => {
  const all = [...kept, ...granted, ...removal, ...definitions]
  return all.flatMap((rule, index) => {
    const before = all.slice(0, index)
    const isNew = (resource: string) =>
      permissionsIn([{ ...rule, resources: [resource] }]).some((it) => !isGivenBy(before, it))
    const resources = rule.resources.filter(isNew)
    return resources.length > 0 ? [{ ...rule, resources }] : []
  })
}

/**
 * `listed`: see `accountRules`. `policy` is the version of ValidatingAdmissionPolicy that the cluster has, null where it
 * has none. `claim` marks a shared namespace as the provider's, which otherwise has to adopt it.
 */
export const manifest = (
  scope: Scope,
  { listed, policy, claim }: { listed?: Listed; policy: PolicyVersion | null; claim?: Claim },
): KubernetesObject[] => {
  const { mode, namespace } = scope
  const name = accountName(namespace)
  const isShared = mode === 'shared'
  const metadata = isShared ? { name, namespace } : { name }
  const role = isShared ? 'Role' : 'ClusterRole'
  const annotations = claim && { [claimAnnotation]: claimText(claim) }
  const shared = isShared ? [namespaceNamed(namespace, annotations)] : []
  return [
    namespaceNamed(systemNamespace),
    ...shared,
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: systemNamespace },
      automountServiceAccountToken: false,
    },
    { apiVersion: `${rbac}/v1`, kind: role, metadata, rules: everyRuleOf(accountRules(scope, listed)) },
    {
      apiVersion: `${rbac}/v1`,
      kind: `${role}Binding`,
      metadata,
      roleRef: { apiGroup: rbac, kind: role, name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: systemNamespace }],
    },
    ...(policy ? admissionPolicy(scope, policy, { name, namespace: systemNamespace }) : []),
  ]
}

const namespaceNamed = (name: string, annotations?: Record<string, string>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, ...(annotations && { annotations }) },
})
