// The kinds of objects that Polder writes to clusters.
import type { Kind } from './cluster.ts'

const rbac = 'rbac.authorization.k8s.io/v1'

export const namespaces: Kind = { apiVersion: 'v1', kind: 'Namespace', plural: 'namespaces' }

/** What an organization has inside a namespace, by the mode of its provider. */
export const kindsOf = (mode: 'shared' | 'per_organization'): Kind[] => [
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', plural: 'networkpolicies' },
  { apiVersion: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts' },
  ...(mode === 'shared'
    ? []
    : [
        { apiVersion: 'v1', kind: 'ResourceQuota', plural: 'resourcequotas' },
        { apiVersion: 'v1', kind: 'LimitRange', plural: 'limitranges' },
        { apiVersion: rbac, kind: 'Role', plural: 'roles' },
        { apiVersion: rbac, kind: 'RoleBinding', plural: 'rolebindings' },
      ]),
]

/** What people would miss. Everything else in a namespace goes with it or was made by the cluster itself. */
export const workloads: Kind[] = [
  { apiVersion: 'apps/v1', kind: 'Deployment', plural: 'deployments' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', plural: 'statefulsets' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', plural: 'persistentvolumeclaims' },
  { apiVersion: 'v1', kind: 'Pod', plural: 'pods' },
]

/** The API group of an apiVersion; the core group is empty. */
export const groupOfVersion = (apiVersion: string) =>
  apiVersion.includes('/') ? apiVersion.split('/')[0]! : ''
