// From the rows of an organization, and the settings of a provider, to what objects are made from.
import { namespaceName } from './names.ts'
import type { NamespaceMetadata, ProviderSettings, Quota, Role, Tenancy } from './object.ts'

type Provider = ProviderSettings & {
  readonly id: string
  readonly deployment: string
  readonly namespace: string
}
type Rows = {
  readonly organization: string
  /** By noun. */
  readonly owners: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/**
 * `stored` is the namespace that was chosen before: an organization that is renamed keeps its namespace. Null when
 * none was chosen yet.
 */
export const tenancyOf = (
  provider: Provider,
  { organization, owners }: Rows,
  stored?: string | null,
): Tenancy => {
  const own = { deployment: provider.deployment, provider: provider.id, organization }
  const [row] = owners.organization ?? []
  const chosen =
    provider.namespace_mode === 'shared'
      ? provider.namespace
      : namespaceName(provider.namespace, String(row?.name), own)
  return {
    ...own,
    namespace: stored ?? chosen,
    settings: provider,
    organizationSettings: row as unknown as NamespaceMetadata,
    quotas: (owners.org_quota ?? []) as unknown as Quota[],
    roles: (owners.custom_role ?? []) as unknown as Role[],
  }
}
