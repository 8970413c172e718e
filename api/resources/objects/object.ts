// The type of a Kubernetes object, and the labels by which Polder knows its own.
import { shardOf } from './names.ts'

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
    readonly managedFields?: readonly {
      readonly manager?: string
      readonly time?: string
      readonly subresource?: string
    }[]
  }
  readonly [field: string]: unknown
}

/** An object, and the ids of the rows that it is made of: they fail with it, and it goes with the last of them. */
export type OwnedObject = { readonly object: KubernetesObject; readonly owners: readonly string[] }

/** One organization in one provider, with everything its objects are made from. Ids name rows. */
export type Tenancy = {
  /** `deployment.uid`. */
  readonly deployment: string
  readonly provider: string
  readonly organization: string
  /** Where its objects are: its own namespace, or the one it shares. */
  readonly namespace: string
  readonly settings: ProviderSettings
  /** What the row of the organization says of its own namespace. */
  readonly organizationSettings: NamespaceMetadata
  readonly quotas: readonly Quota[]
  readonly roles: readonly Role[]
}
/** A provider as a whole: what the organizations of a shared namespace have in common. */
export type Provided = Pick<Tenancy, 'deployment' | 'provider' | 'namespace' | 'settings'>
/** What the row of a provider says of the objects in its cluster, column by column. */
export type ProviderSettings = {
  readonly namespace_mode: 'shared' | 'per_organization'
  readonly gpu_resource: string
  readonly adopt: boolean
  readonly egress: 'internet' | 'all' | 'cidrs'
  readonly egress_cidrs: readonly string[]
  readonly pod_security: 'restricted' | 'baseline' | null
  /** The driver of PostgreSQL gives numbers of this size as text. */
  readonly cpu_ratio: number | string
  readonly default_limits: Limits | null
  readonly max_load_balancers: number | string
  readonly max_node_ports: number | string
} & NamespaceMetadata
export type NamespaceMetadata = {
  readonly namespace_labels: Readonly<Record<string, string>>
  readonly namespace_annotations: Readonly<Record<string, string>>
}
export type Quota = {
  readonly id: string
  readonly scope: 'organization' | 'member'
  readonly limits: Limits
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

/** Splits the objects of a provider among several holders. */
const shardLabel = 'polder.dev/shard'

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
  [shardLabel]: String(shardOf(it.organization)),
})

/** The selector that finds exactly the objects with these labels. */
export const selectorOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(',')

/** Tells objects of one cluster apart: `Role/acme-ns/polder-limits`. */
export const keyOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`
