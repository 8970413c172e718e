// The namespace of a provider or of one organization, and the labels that claim it.
import {
  type KubernetesObject,
  organizationLabel,
  type Provided,
  providerLabels,
  tenancyLabels,
} from './object.ts'

/** Says which deployment, provider and organization hold the namespace: claimed once, compared ever after. */
export const claimAnnotation = 'polder.dev/claimed-by'

/** Only namespaces that Polder created carry it, from their first moment: no others are ever deleted. */
export const createdAnnotation = 'polder.dev/created'

/** Whose a namespace is: of a whole provider when `organization` is absent. */
export type Claim = { deployment: string; provider: string; organization?: string }

/** The value of the annotation. */
export const claimText = ({ deployment, provider, organization }: Claim) =>
  [deployment, provider, ...(organization ? [organization] : [])].join('/')

const labelsOf = ({ deployment, provider, organization }: Claim) =>
  organization ? tenancyLabels({ deployment, provider, organization }) : providerLabels(deployment, provider)

/** The namespace as declared. Pod Security keeps workloads from the node: `baseline` is enforced. */
export const namespaceObject = (it: Provided & { readonly organization?: string }): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: it.namespace,
    labels: {
      ...labelsOf(it),
      'pod-security.kubernetes.io/enforce': 'baseline',
      'pod-security.kubernetes.io/warn': 'restricted',
    },
    annotations: { [claimAnnotation]: claimText(it) },
  },
})

/** `unclaimed` namespaces are taken over only by a provider that adopts; `theirs` never. */
export const ownership = ({ metadata }: KubernetesObject, claim: Claim): 'ours' | 'unclaimed' | 'theirs' => {
  const holder = metadata.annotations?.[claimAnnotation]
  if (holder !== undefined) return holder === claimText(claim) ? 'ours' : 'theirs'
  const { deployment, provider, organization } = claim
  const wanted = {
    ...providerLabels(deployment, provider),
    ...(organization ? { [organizationLabel]: organization } : {}),
  }
  const labels = metadata.labels ?? {}
  if (Object.entries(wanted).every(([label, value]) => labels[label] === value)) return 'ours'
  return 'polder.dev/deployment' in labels ? 'theirs' : 'unclaimed'
}
