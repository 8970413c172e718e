// The namespace of a provider or of one organization, and the labels that claim it.
import {
  type KubernetesObject,
  organizationLabel,
  type Provided,
  providerLabels,
  type Tenancy,
  tenancyLabels,
} from './object.ts'
import { podSecurity } from './pod-security.ts'

/** Says which deployment, provider and organization hold the namespace: claimed once, compared ever after. */
export const claimAnnotation = 'polder.dev/claimed-by'

/** Only namespaces that Polder created carry it, from their first moment: no others are ever deleted. */
export const createdAnnotation = 'polder.dev/created'

/** Names the labels and annotations that the namespace has from its provider and its organization. */
const inheritedAnnotation = 'polder.dev/inherited'

/** Whose a namespace is: of a whole provider when `organization` is absent. */
export type Claim = { deployment: string; provider: string; organization?: string }

/** The value of the annotation. */
export const claimText = ({ deployment, provider, organization }: Claim) =>
  [deployment, provider, ...(organization ? [organization] : [])].join('/')

const labelsOf = ({ deployment, provider, organization }: Claim) =>
  organization ? tenancyLabels({ deployment, provider, organization }) : providerLabels(deployment, provider)

type Namespaced = Provided & Partial<Pick<Tenancy, 'organization' | 'organizationSettings'>>

/** The namespace as declared: of a whole provider when `organization` is absent. Its own labels come last and hold. */
export const namespaceObject = (it: Namespaced): KubernetesObject => {
  const { settings, organizationSettings: own } = it
  const labels = { ...settings.namespace_labels, ...own?.namespace_labels }
  const annotations = { ...settings.namespace_annotations, ...own?.namespace_annotations }
  const inherited = [...marked('label', labels), ...marked('annotation', annotations)]
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: it.namespace,
      labels: { ...labels, ...labelsOf(it), ...podSecurity(settings) },
      annotations: {
        ...annotations,
        [claimAnnotation]: claimText(it),
        // With it the namespace differs from what is declared where a key is declared no more, whoever else has labels there.
        [inheritedAnnotation]: inherited.toSorted().join(','),
      },
    },
  }
}

const marked = (what: 'label' | 'annotation', them: object) =>
  Object.keys(them).map((key) => `${what}:${key}`)

/** Whether some of its labels and annotations are inherited: these are never posted, but applied. */
export const inherits = ({ metadata }: KubernetesObject) => metadata.annotations?.[inheritedAnnotation] !== ''

/** What is posted to create the namespace. A later apply takes away only what an apply has put there. */
export const postedNamespace = (declared: KubernetesObject): KubernetesObject => {
  const { labels, annotations = {} } = declared.metadata
  const inherited = annotations[inheritedAnnotation]?.split(',')
  const without = (what: 'label' | 'annotation', them: object = {}) =>
    Object.fromEntries(Object.entries(them).filter(([key]) => !inherited?.includes(`${what}:${key}`)))
  return {
    ...declared,
    metadata: {
      ...declared.metadata,
      labels: without('label', labels),
      annotations: {
        ...without('annotation', annotations),
        [inheritedAnnotation]: '',
        [createdAnnotation]: 'true',
      },
    },
  }
}

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
