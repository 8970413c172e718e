// From rows to the objects one binding should have in its cluster.
import type { DesiredProvider } from '../database/status/desired.ts'
import type { KubernetesObject, Tenancy } from '../resources/objects/object.ts'
import { tenancyObjects } from '../resources/objects/tenancy.ts'
import type { BindingOutcome } from './outcome.ts'

/** The shared namespace of a provider is declared with the provider, not with each of its organizations. */
export const declare = (provider: DesiredProvider, of: BindingOutcome): KubernetesObject[] =>
  of.namespace ? tenancyObjects(tenancyOf(provider, of)).map(({ object }) => object) : []

export const tenancyOf = (provider: DesiredProvider, { binding, namespace }: BindingOutcome): Tenancy => ({
  deployment: provider.deployment,
  provider: provider.id,
  organization: binding.organization_id,
  namespace: namespace ?? '',
  settings: provider,
  organizationSettings: binding.organization_settings,
  quotas: binding.quotas,
  roles: binding.roles,
})
