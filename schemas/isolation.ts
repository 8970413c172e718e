// How a provider confines the workspaces of an organization in its cluster.
import { egressCidrs } from './egress-cidrs.ts'
import { limits, refuseNoLimit } from './limits.ts'
import { namespaceMetadata } from './namespace-metadata.ts'
import { defaulted, integer, optional, text } from './vocabulary.ts'

const inOwnNamespaces = 'Read with `namespace_mode` `per_organization`.'
const services = integer({ min: 0, max: 10_000 })

export const isolation = {
  // The first is the example of the API document, which has `egress_cidrs` beside it.
  egress: defaulted(text({ oneOf: ['cidrs', 'internet', 'all'] }), {
    description:
      'What workspaces may reach. `internet`: public addresses, and neither private networks nor the metadata services of clouds. `all`: every address but those of metadata services. `cidrs`: the networks of `egress_cidrs`. DNS (port 53) is always allowed.',
    default: 'internet',
  }),
  egress_cidrs: egressCidrs,
  pod_security: optional(text({ oneOf: ['restricted', 'baseline'] }), {
    description:
      'Pod Security level that namespaces enforce. Null means `restricted`, and `baseline` for a shared namespace with `adopt`, where others may run something too.',
  }),
  cpu_ratio: defaulted(integer({ min: 1, max: 100 }), {
    description: `How many times its CPU request a container may use at most. The CPU limits in a namespace together are at most the CPU quota times the ratio. ${inOwnNamespaces}`,
    default: 1,
  }),
  default_limits: optional(limits, {
    description: `The quota of every organization on the provider that has no quota of scope \`organization\` there. Null means that such an organization has no limits. ${inOwnNamespaces}`,
    refuse: refuseNoLimit('leave `default_limits` out'),
  }),
  max_load_balancers: defaulted(services, {
    description: `Number of Services of type LoadBalancer in the namespace of each organization. ${inOwnNamespaces}`,
    default: 0,
  }),
  max_node_ports: defaulted(services, {
    description: `Number of ports that Services open on every node, in the namespace of each organization. The ports of a Service of type LoadBalancer count, unless its \`allocateLoadBalancerNodePorts\` is false. ${inOwnNamespaces}`,
    default: 0,
  }),
  ...namespaceMetadata(
    'the namespaces of the provider. Where an organization has the same key, the value of the organization holds in its own namespace.',
  ),
}
