// The network policies of an organization's pods: deny everything, then allow what a workspace needs.
import { reachable } from './egress.ts'
import { spelled } from './names.ts'
import { type KubernetesObject, organizationLabel, type Tenancy, tenancyLabels } from './object.ts'

const policy = (it: Tenancy, name: string, spec: object): KubernetesObject => {
  const shared = it.settings.namespace_mode === 'shared'
  const podSelector = shared ? { matchLabels: { [organizationLabel]: it.organization } } : {}
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: shared ? `polder-${spelled(it.organization)}-${name}` : `polder-${name}`,
      namespace: it.namespace,
      labels: tenancyLabels(it),
    },
    spec: { podSelector, policyTypes: ['Ingress', 'Egress'], ...spec },
  }
}

/**
 * In: only from namespaces labelled `polder.dev/control-plane: "true"`, where the operator runs Polder.
 * Out: DNS wherever the cluster has it, and what the provider says.
 */
export const networkPolicies = (it: Tenancy): KubernetesObject[] => [
  policy(it, 'deny', {}),
  policy(it, 'allow', {
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'polder.dev/control-plane': 'true' } } }] }],
    egress: [
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
      { to: reachable(it.settings) },
    ],
  }),
]
