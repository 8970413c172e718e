// From rows to the objects one binding should have in its cluster.
import type { DesiredProvider } from '../database/status/desired.ts'
import { namespaceObject } from '../resources/objects/namespace.ts'
import type { KubernetesObject } from '../resources/objects/object.ts'
import { tenancyObjects } from '../resources/objects/tenancy.ts'
import type { BindingOutcome } from './outcome.ts'

/** The shared namespace of a provider is declared with the provider, not with each of its organizations. */
export const declare = (provider: DesiredProvider, of: BindingOutcome): KubernetesObject[] => {
  const { binding, namespace } = of
  if (!namespace) return []
  const { deployment, id, namespace_mode: mode, gpu_resource: gpuResource } = provider
  const { organization_id: organization, roles, quotas } = binding
  const claim = { deployment, provider: id, organization }
  const objects = tenancyObjects({
    ...claim,
    namespace,
    mode,
    gpuResource,
    roles,
    // What a single member may use has no form in a namespace.
    quotas: quotas.filter(({ scope }) => scope === 'organization').map(({ limits }) => limits),
  })
  return mode === 'shared' ? objects : [namespaceObject(namespace, claim), ...objects]
}
