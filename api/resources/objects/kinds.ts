// The kinds of objects that Polder writes to clusters, and where they are in the API.

/** A kind of objects, and what it is called in paths and in RBAC. */
export type Kind = { apiVersion: string; kind: string; plural: string }

const rbac = 'rbac.authorization.k8s.io/v1'

export const namespaces: Kind = { apiVersion: 'v1', kind: 'Namespace', plural: 'namespaces' }

export const resourceQuotas: Kind = { apiVersion: 'v1', kind: 'ResourceQuota', plural: 'resourcequotas' }
export const serviceAccounts: Kind = { apiVersion: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts' }

/** What Polder has inside a namespace, by the mode of its provider. */
export const kindsOf = (mode: 'shared' | 'per_organization'): Kind[] => [
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', plural: 'networkpolicies' },
  serviceAccounts,
  resourceQuotas,
  ...(mode === 'shared'
    ? []
    : [
        { apiVersion: 'v1', kind: 'LimitRange', plural: 'limitranges' },
        { apiVersion: rbac, kind: 'Role', plural: 'roles' },
        { apiVersion: rbac, kind: 'RoleBinding', plural: 'rolebindings' },
      ]),
]

const written = [namespaces, ...kindsOf('per_organization')]

/** The kind of that name, of those that Polder writes. */
export const kindNamed = (name: string): Kind => {
  const found = written.find(({ kind }) => kind === name)
  if (!found) throw new Error(`Polder writes no ${name}`)
  return found
}

/**
 * The kinds of Kubernetes itself that people keep things in, by group; Secrets aside, which are never listed. Polder looks
 * at them before it deletes a namespace, as at every other kind that the cluster has.
 */
export const keptKinds: Record<string, string[]> = {
  '': [
    'configmaps',
    'limitranges',
    'persistentvolumeclaims',
    'pods',
    'podtemplates',
    'replicationcontrollers',
    'resourcequotas',
    'serviceaccounts',
    'services',
  ],
  apps: ['controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
  'rbac.authorization.k8s.io': ['rolebindings', 'roles'],
  'resource.k8s.io': ['resourceclaims', 'resourceclaimtemplates'],
  'storage.k8s.io': ['csistoragecapacities'],
}

/**
 * Secrets are never listed, since a list returns what they hold: a quota counts them. Nobody keeps the others: events and
 * leases pass by themselves, and endpoints mean nothing without their Service, which is looked at.
 */
const unlisted = new Set([
  'secrets',
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'endpoints',
  'endpointslices.discovery.k8s.io',
])

/** Whether objects of that kind keep a namespace from being deleted, so that they are looked for. */
export const keepsNamespace = (kind: Plural) => !unlisted.has(resourceOf(kind))

/** The API group of an apiVersion; the core group is empty. */
export const groupOfVersion = (apiVersion: string) =>
  apiVersion.includes('/') ? apiVersion.split('/')[0]! : ''

type Plural = Pick<Kind, 'apiVersion' | 'plural'>

/** As kubectl and RBAC call it: `cronjobs.batch`. */
export const resourceOf = ({ apiVersion, plural }: Plural) => {
  const group = groupOfVersion(apiVersion)
  return group ? `${plural}.${group}` : plural
}

/** Where all of them are listed: of one namespace, or of the whole cluster. */
export const pathOf = ({ apiVersion, plural }: Plural, namespace?: string) =>
  `${apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`}${namespace ? `/namespaces/${namespace}` : ''}/${plural}`

/** Where one object is. */
export const pathOfObject = (kind: Plural, { name, namespace }: { name: string; namespace?: string }) =>
  `${pathOf(kind, namespace)}/${encodeURIComponent(name)}`
