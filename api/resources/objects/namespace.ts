// The namespace of a provider or of one organization, and the labels that claim it.
import {
  type KubernetesObject,
  organizationLabel,
  type Provided,
  type ProviderSettings,
  providerLabels,
  type Tenancy,
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

// What the levels mean changes with Kubernetes: an upgrade of a cluster changes nothing here.
const podSecurityVersion = 'v1.34'

/** `baseline` where others, who never asked for it, may run something in the namespace as well. */
const levelOf = ({ pod_security, namespace_mode, adopt }: ProviderSettings) =>
  pod_security ?? (namespace_mode === 'shared' && adopt ? 'baseline' : 'restricted')

const podSecurity = (settings: ProviderSettings) =>
  Object.entries({ enforce: levelOf(settings), audit: 'restricted', warn: 'restricted' }).flatMap(
    ([mode, level]) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, podSecurityVersion],
    ],
  )

type Namespaced = Provided & Partial<Pick<Tenancy, 'organization' | 'organizationSettings'>>

/** The namespace as declared: of a whole provider when `organization` is absent. Its own labels come last and hold. */
export const namespaceObject = (it: Namespaced): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: it.namespace,
    labels: {
      ...it.settings.namespace_labels,
      ...it.organizationSettings?.namespace_labels,
      ...labelsOf(it),
      ...Object.fromEntries(podSecurity(it.settings)),
    },
    annotations: {
      ...it.settings.namespace_annotations,
      ...it.organizationSettings?.namespace_annotations,
      [claimAnnotation]: claimText(it),
    },
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
