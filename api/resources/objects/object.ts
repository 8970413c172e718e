// The type of a Kubernetes object, and the labels by which Polder knows its own.

export type KubernetesObject = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly uid?: string
    readonly resourceVersion?: string
    readonly deletionTimestamp?: string | Date
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
    readonly ownerReferences?: readonly {
      readonly apiVersion: string
      readonly kind: string
      readonly uid: string
    }[]
    readonly managedFields?: readonly { readonly manager?: string }[]
  }
  readonly [field: string]: unknown
}

/** One organization in one provider, with everything its objects are made from. */
export type Tenancy = {
  /** `deployment.uid`. */
  readonly deployment: string
  readonly provider: string
  readonly organization: string
  /** Where its objects are: its own namespace, or the one it shares. */
  readonly namespace: string
  readonly mode: 'shared' | 'per_organization'
  readonly gpuResource: string
  readonly quotas: readonly Limits[]
  readonly roles: readonly Role[]
}
export type Limits = {
  readonly [limit in 'cpu' | 'memory' | 'storage' | 'gpu' | 'workspaces']?: string | number | null
}
export type Role = {
  readonly id: string
  readonly permissions: readonly {
    readonly resource: string
    readonly action: string
    readonly scope: string
  }[]
  readonly every_member: boolean
}

/** The name under which the API server keeps account of what Polder writes. */
export const fieldManager = 'polder'

/** Whether Polder wrote any of it: labels can be copied, this account cannot be by mistake. */
export const isWritten = ({ managedFields }: KubernetesObject['metadata']) =>
  managedFields?.some(({ manager }) => manager === fieldManager) ?? false

const managedBy = { 'app.kubernetes.io/managed-by': 'polder' }

export const organizationLabel = 'polder.dev/organization'

/** Labels of everything one provider holds. */
export const providerLabels = (deployment: string, provider: string): Record<string, string> => ({
  ...managedBy,
  'polder.dev/deployment': deployment,
  'polder.dev/provider': provider,
})

/** Labels of everything one organization has in one provider. */
export const tenancyLabels = (it: Pick<Tenancy, 'deployment' | 'provider' | 'organization'>) => ({
  ...providerLabels(it.deployment, it.provider),
  [organizationLabel]: it.organization,
})

/** The selector that finds exactly the objects with these labels. */
export const selectorOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(',')

/** Tells objects of one cluster apart: `Role/acme-ns/polder-limits`. */
export const keyOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`
