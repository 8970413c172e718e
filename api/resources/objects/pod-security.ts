// The labels by which a namespace refuses pods that could get at their node.
import type { ProviderSettings } from './object.ts'

// What the levels mean changes with Kubernetes: an upgrade of a cluster changes nothing here.
const podSecurityVersion = 'v1.34'

/** `baseline` where others, who never asked for it, may run something in the namespace as well. */
const levelOf = ({ pod_security, namespace_mode, adopt }: ProviderSettings) =>
  pod_security ?? (namespace_mode === 'shared' && adopt ? 'baseline' : 'restricted')

/** Where a level is only enforced, nobody hears how far from `restricted` pods are: audits and warnings tell. */
export const podSecurity = (settings: ProviderSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ enforce: levelOf(settings), audit: 'restricted', warn: 'restricted' }).flatMap(
      ([mode, level]) => [
        [`pod-security.kubernetes.io/${mode}`, level],
        [`pod-security.kubernetes.io/${mode}-version`, podSecurityVersion],
      ],
    ),
  )
